/** The first schema. */
export const begin = `
CREATE TABLE urls (
  url TEXT NOT NULL PRIMARY KEY,
  newspaper TEXT NOT NULL,
  kind TEXT NOT NULL,
  found_on TEXT,
  found_at TEXT NOT NULL,
  due_at TEXT,
  etag TEXT,
  last_modified TEXT,
  first_fetched_at TEXT,
  last_fetched_at TEXT,
  last_visited_at TEXT,
  last_outcome TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  body_hash TEXT
);
CREATE INDEX urls_due ON urls (newspaper, kind, due_at);

CREATE TABLE bodies (
  hash TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  data BLOB NOT NULL
);

CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  newspaper TEXT NOT NULL,
  final_url TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body_hash TEXT NOT NULL REFERENCES bodies (hash),
  fetched_at TEXT NOT NULL,
  newest INTEGER NOT NULL,
  parsed_by TEXT NOT NULL DEFAULT '',
  outcome TEXT,
  outcome_message TEXT
);
CREATE INDEX pages_url ON pages (url, fetched_at);
CREATE UNIQUE INDEX pages_newest ON pages (url) WHERE newest = 1;
CREATE INDEX pages_parsed ON pages (newspaper, parsed_by, id) WHERE newest = 1;
CREATE INDEX pages_body ON pages (body_hash);

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  newspaper TEXT,
  url TEXT,
  headline TEXT,
  published TEXT NOT NULL,
  published_day TEXT,
  revision INTEGER NOT NULL,
  page_id INTEGER REFERENCES pages (id),
  fetched_at TEXT,
  created_at TEXT NOT NULL,
  revised_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  original TEXT REFERENCES articles (id),
  withdrawn_at TEXT,
  signature BLOB NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX articles_published ON articles (published, seq);
CREATE INDEX articles_newspaper ON articles (newspaper, published, seq);
CREATE INDEX articles_day ON articles (published_day, newspaper);
CREATE INDEX articles_page ON articles (page_id);
CREATE INDEX articles_original ON articles (original) WHERE original IS NOT NULL;

CREATE TABLE revisions (
  article INTEGER NOT NULL REFERENCES articles (seq),
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (article, revision)
);

CREATE TABLE aliases (
  url TEXT NOT NULL PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (seq)
) WITHOUT ROWID;
CREATE INDEX aliases_article ON aliases (article);

CREATE TABLE bands (
  hash INTEGER NOT NULL,
  day INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (seq),
  PRIMARY KEY (hash, day, article)
) WITHOUT ROWID;

CREATE TABLE indexes (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  backlog_after INTEGER NOT NULL,
  backlog_to INTEGER NOT NULL
);

CREATE TABLE index_state (
  index_id INTEGER NOT NULL REFERENCES indexes (id),
  article INTEGER NOT NULL REFERENCES articles (seq),
  revision INTEGER NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (index_id, article)
) WITHOUT ROWID;
CREATE INDEX index_state_version ON index_state (index_id, version, article);
CREATE INDEX index_state_article ON index_state (article);

CREATE TABLE conferences (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  record TEXT,
  kind TEXT,
  status TEXT,
  date_from TEXT,
  date_to TEXT,
  sort_date TEXT NOT NULL DEFAULT ''
);
CREATE INDEX conferences_date ON conferences (sort_date, seq) WHERE record IS NOT NULL;

CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (seq),
  position INTEGER NOT NULL,
  conference INTEGER NOT NULL REFERENCES conferences (seq),
  main INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (article, position)
);
CREATE INDEX mentions_conference ON mentions (conference, weight);

CREATE TABLE mention_places (
  code TEXT NOT NULL,
  conference INTEGER NOT NULL REFERENCES conferences (seq),
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (code, conference, article, position),
  FOREIGN KEY (article, position) REFERENCES mentions (article, position)
) WITHOUT ROWID;
CREATE INDEX mention_places_article ON mention_places (article);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  newspaper TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  state TEXT NOT NULL,
  outcomes TEXT NOT NULL,
  message TEXT,
  owner TEXT NOT NULL
);
CREATE INDEX runs_newspaper ON runs (newspaper, started_at);

CREATE TABLE incidents (
  url TEXT NOT NULL PRIMARY KEY,
  newspaper TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  page_id INTEGER
);
CREATE INDEX incidents_newspaper ON incidents (newspaper, at);
CREATE INDEX incidents_at ON incidents (at);
`;
