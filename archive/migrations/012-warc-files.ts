/** Bodies that lie in WARC files or were forgotten, and what the data weighed each night. */
export const warcFiles = `
CREATE TABLE warc_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  bytes INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  written_at TEXT NOT NULL
);
CREATE TABLE moved_bodies (
  hash TEXT NOT NULL PRIMARY KEY REFERENCES bodies (hash),
  warc INTEGER REFERENCES warc_files (id),
  offset INTEGER NOT NULL,
  length INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX moved_bodies_warc ON moved_bodies (warc);
CREATE TABLE data_sizes (
  day TEXT NOT NULL PRIMARY KEY,
  bytes INTEGER NOT NULL
) WITHOUT ROWID;
`;
