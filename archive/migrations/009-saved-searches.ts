/** Saved searches: what they found, where it goes, and what of it was sent. */
export const savedSearches = `
CREATE TABLE saved_searches (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  checked_to TEXT NOT NULL,
  last_run_at TEXT,
  total INTEGER,
  feed_token TEXT UNIQUE,
  removed_at TEXT
);
CREATE UNIQUE INDEX saved_searches_name ON saved_searches (name) WHERE removed_at IS NULL;
CREATE TABLE saved_targets (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  search INTEGER NOT NULL REFERENCES saved_searches (seq),
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  secret TEXT,
  digest_at INTEGER,
  made_at TEXT NOT NULL,
  composed_to INTEGER NOT NULL,
  composed_at TEXT NOT NULL,
  removed_at TEXT
);
CREATE INDEX saved_targets_search ON saved_targets (search);
CREATE TABLE saved_news (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  search INTEGER NOT NULL REFERENCES saved_searches (seq),
  kind TEXT NOT NULL,
  article INTEGER REFERENCES articles (seq),
  at TEXT NOT NULL,
  detail TEXT
);
CREATE UNIQUE INDEX saved_news_article ON saved_news (search, article) WHERE article IS NOT NULL;
CREATE INDEX saved_news_search ON saved_news (search, seq);
CREATE TABLE saved_days (
  search INTEGER NOT NULL REFERENCES saved_searches (seq),
  day TEXT NOT NULL,
  runs INTEGER NOT NULL,
  found INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (search, day)
) WITHOUT ROWID;
CREATE TABLE saved_deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  target INTEGER NOT NULL REFERENCES saved_targets (seq),
  made_at TEXT NOT NULL,
  after INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  last_at TEXT,
  message TEXT
);
CREATE INDEX saved_deliveries_target ON saved_deliveries (target);
CREATE INDEX saved_deliveries_due ON saved_deliveries (due_at) WHERE state = 'waiting';
`;
