/** What is fetched before what: tonight's articles, second looks, back-fills; and hosts whose word is not taken. */
export const lanes = `
CREATE TABLE backfills (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  newspaper TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  ended_at TEXT,
  state TEXT NOT NULL
);
CREATE TABLE hosts (
  host TEXT NOT NULL PRIMARY KEY,
  distrusted_at TEXT
);
ALTER TABLE urls ADD COLUMN backfill INTEGER REFERENCES backfills (id);
ALTER TABLE urls ADD COLUMN dated_at TEXT NOT NULL DEFAULT '';
ALTER TABLE urls ADD COLUMN whole_at TEXT;
UPDATE urls SET dated_at = found_at, whole_at = last_fetched_at;
DROP INDEX urls_due;
CREATE INDEX urls_due ON urls (newspaper, kind, backfill, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX urls_new ON urls (newspaper, kind, backfill, dated_at DESC)
  WHERE due_at IS NOT NULL AND first_fetched_at IS NULL;
CREATE INDEX urls_backfill ON urls (backfill) WHERE backfill IS NOT NULL;
`;
