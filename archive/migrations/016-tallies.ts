/**
 * How many rows there are, kept up by triggers, so that nobody goes through whole tables for a figure; and the
 * version of a saved search, so that of two who change it the second is told.
 */
interface Tallied {
  readonly of: string;
  /** SQL on a row of `ROW`. */
  readonly key?: string;
  readonly when?: string;
}

const TALLIED: readonly Tallied[] = [
  { of: 'urls' },
  { of: 'pages' },
  { of: 'articles', key: "coalesce(ROW.newspaper, '')" },
  { of: 'revisions' },
  { of: 'conferences', when: 'ROW.record IS NOT NULL' },
  { of: 'officials', when: 'ROW.mentions > 0' },
];

const tally = ({ of, key = "''", when = '1' }: Tallied) => {
  const on = (row: 'NEW' | 'OLD', expression: string) => expression.replaceAll('ROW', row);
  const own = (expression: string) => expression.replaceAll('ROW.', '');
  // No upsert: inside a trigger the policy of the statement that fired it would take its place.
  const more = `
  INSERT INTO tallies (of, key, n) SELECT '${of}', ${on('NEW', key)}, 0
    WHERE NOT EXISTS (SELECT 1 FROM tallies WHERE of = '${of}' AND key = ${on('NEW', key)});
  UPDATE tallies SET n = n + 1 WHERE of = '${of}' AND key = ${on('NEW', key)};`;
  const less = `
  UPDATE tallies SET n = n - 1 WHERE of = '${of}' AND key = ${on('OLD', key)};`;
  const moves = key !== "''" || when !== '1';
  return `
INSERT INTO tallies (of, key, n)
  SELECT '${of}', ${own(key)}, count(*) FROM ${of} WHERE ${own(when)} GROUP BY ${own(key)};
CREATE TRIGGER ${of}_more AFTER INSERT ON ${of} WHEN ${on('NEW', when)} BEGIN${more}
END;
CREATE TRIGGER ${of}_less AFTER DELETE ON ${of} WHEN ${on('OLD', when)} BEGIN${less}
END;${
    moves
      ? `
CREATE TRIGGER ${of}_comes AFTER UPDATE ON ${of}
  WHEN ${on('NEW', when)} AND (${on('OLD', key)} <> ${on('NEW', key)} OR NOT coalesce(${on('OLD', when)}, 0)) BEGIN${more}
END;
CREATE TRIGGER ${of}_goes AFTER UPDATE ON ${of}
  WHEN ${on('OLD', when)} AND (${on('OLD', key)} <> ${on('NEW', key)} OR NOT coalesce(${on('NEW', when)}, 0)) BEGIN${less}
END;`
      : ''
  }
`;
};

export const tallies = `
CREATE TABLE tallies (
  of TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (of, key)
) WITHOUT ROWID;
${TALLIED.map(tally).join('')}
ALTER TABLE saved_searches ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE saved_searches ADD COLUMN changed_by TEXT;
ALTER TABLE saved_searches ADD COLUMN changed_at TEXT;
`;
