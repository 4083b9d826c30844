/** Nights, their reports, and what of these was sent. */
export const nights = `
CREATE TABLE nights (
  day TEXT NOT NULL,
  newspaper TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  state TEXT NOT NULL,
  message TEXT,
  outcomes TEXT NOT NULL DEFAULT '{}',
  requests INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  repeated INTEGER NOT NULL DEFAULT 0,
  found INTEGER NOT NULL DEFAULT 0,
  figures TEXT,
  flags TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (day, newspaper)
) WITHOUT ROWID;
CREATE TABLE night_reports (
  day TEXT NOT NULL PRIMARY KEY,
  closed_at TEXT NOT NULL,
  report TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE deliveries (
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  sent_at TEXT,
  attempts INTEGER NOT NULL,
  last_at TEXT NOT NULL,
  message TEXT,
  PRIMARY KEY (day, channel)
) WITHOUT ROWID;
CREATE INDEX articles_revised ON articles (revised_at);
CREATE INDEX articles_withdrawn ON articles (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
`;
