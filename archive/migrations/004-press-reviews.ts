/** Press reviews, each in every form it was saved in. */
export const pressReviews = `
CREATE TABLE press_reviews (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT
);
CREATE INDEX press_reviews_saved ON press_reviews (saved_at, seq) WHERE removed_at IS NULL;

CREATE TABLE press_review_versions (
  press_review INTEGER NOT NULL REFERENCES press_reviews (seq),
  version INTEGER NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (press_review, version)
) WITHOUT ROWID;
`;
