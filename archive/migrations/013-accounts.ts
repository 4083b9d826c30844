/** Accounts, their sessions and tokens, and the audit log, which begins with what hands did before. */
export const accounts = `
CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  password_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE TABLE sessions (
  hash TEXT NOT NULL PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id),
  started_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (user);
CREATE INDEX sessions_expires ON sessions (expires_at);
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user INTEGER NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  used_at TEXT,
  revoked_at TEXT
);
CREATE INDEX tokens_user ON tokens (user);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX audit_at ON audit (at, seq);
CREATE INDEX audit_by ON audit (made_by, at, seq);
INSERT INTO audit (at, made_by, action, subject, detail)
SELECT at, made_by, action, subject, detail FROM (
  SELECT c.made_at AS at, c.made_by, 'correction-made' AS action, a.id AS subject, '#' || c.id AS detail
    FROM corrections c JOIN articles a ON a.seq = c.article
  UNION ALL
  SELECT c.withdrawn_at, c.withdrawn_by, 'correction-withdrawn', a.id, '#' || c.id
    FROM corrections c JOIN articles a ON a.seq = c.article WHERE c.withdrawn_at IS NOT NULL
  UNION ALL
  SELECT v.saved_at, v.saved_by, CASE v.version WHEN 1 THEN 'press-review-made' ELSE 'press-review-saved' END,
    p.id, CAST(v.version AS TEXT)
    FROM press_review_versions v JOIN press_reviews p ON p.seq = v.press_review
  UNION ALL
  SELECT made_at, made_by, thing || CASE kind WHEN 'join' THEN '-joined' ELSE '-parted' END,
    CAST(id AS TEXT), NULL FROM identity_acts
  UNION ALL
  SELECT withdrawn_at, withdrawn_by, thing || '-act-withdrawn', CAST(id AS TEXT), NULL
    FROM identity_acts WHERE withdrawn_at IS NOT NULL
) ORDER BY at;
`;
