/** The last check of each newspaper on this installation. */
export const newspaperChecks = `
CREATE TABLE newspaper_checks (
  newspaper TEXT PRIMARY KEY,
  spec TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  passed INTEGER NOT NULL
) WITHOUT ROWID;
`;
