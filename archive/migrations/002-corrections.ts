/** Corrections by hand. */
export const corrections = `
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (seq),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  correction TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT
);
CREATE INDEX corrections_article ON corrections (article, id);
`;
