/**
 * Conferences joined and parted by hand; each mention keeps its own key; a conference that lost its mentions
 * says where they went; and the columns that conferences are chosen by.
 */
export const conferenceIdentity = `
CREATE TABLE identity_acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT
);
CREATE TABLE identity_pairs (
  act INTEGER NOT NULL REFERENCES identity_acts (id),
  number INTEGER NOT NULL,
  same INTEGER NOT NULL,
  left_article INTEGER NOT NULL REFERENCES articles (seq),
  left_mark TEXT NOT NULL,
  left_position INTEGER,
  right_article INTEGER NOT NULL REFERENCES articles (seq),
  right_mark TEXT NOT NULL,
  right_position INTEGER,
  PRIMARY KEY (act, number)
) WITHOUT ROWID;
CREATE INDEX identity_pairs_left ON identity_pairs (left_article);
CREATE INDEX identity_pairs_right ON identity_pairs (right_article);

ALTER TABLE mentions ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE mentions SET key = (SELECT key FROM conferences WHERE seq = conference);
CREATE INDEX mentions_key ON mentions (key);
CREATE INDEX runs_started ON runs (started_at);

ALTER TABLE conferences ADD COLUMN successor INTEGER REFERENCES conferences (seq);
ALTER TABLE conferences ADD COLUMN level TEXT;
ALTER TABLE conferences ADD COLUMN term_from INTEGER;
ALTER TABLE conferences ADD COLUMN occasion_words TEXT;
ALTER TABLE conferences ADD COLUMN organiser_words TEXT;
`;
