/**
 * What lists of conferences and officials are chosen by, so that none of them goes through all there are: the words of
 * occasions, organisers, names and offices as full text (rowid = seq of what they are of), kept up by triggers, and
 * indexes that hold every column that a filter compares.
 */
const words = (table: string, of: string, columns: readonly string[], told = '1') => {
  const fresh = columns.map((column) => `coalesce(NEW.${column}, '')`).join(', ');
  const changed = columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');
  const list = columns.join(', ');
  return `
CREATE VIRTUAL TABLE ${table} USING fts5 (
  ${list}, content = '', contentless_delete = 1, tokenize = 'ascii'
);
INSERT INTO ${table} (rowid, ${list})
  SELECT seq, ${columns.map((column) => `coalesce(${column}, '')`).join(', ')} FROM ${of}
  WHERE ${told.replaceAll('NEW.', '')};
CREATE TRIGGER ${table}_in AFTER INSERT ON ${of} WHEN ${told} BEGIN
  INSERT INTO ${table} (rowid, ${list}) VALUES (NEW.seq, ${fresh});
END;
CREATE TRIGGER ${table}_changed AFTER UPDATE ON ${of} WHEN ${changed} BEGIN
  DELETE FROM ${table} WHERE rowid = OLD.seq;
  INSERT INTO ${table} (rowid, ${list}) SELECT NEW.seq, ${fresh} WHERE ${told};
END;
CREATE TRIGGER ${table}_out AFTER DELETE ON ${of} BEGIN
  DELETE FROM ${table} WHERE rowid = OLD.seq;
END;
`;
};

export const listIndexes = `
${words('conference_words', 'conferences', ['occasion_words', 'organiser_words'], "NEW.organiser_words || NEW.occasion_words > ''")}
${words('official_words', 'official_keys', ['folded', 'exact'])}
${words('office_words', 'office_titles', ['folded', 'exact'])}
DROP INDEX conferences_date;
CREATE INDEX conferences_date
  ON conferences (sort_date, seq, kind, status, level, term_from, date_from, date_to)
  WHERE record IS NOT NULL;
CREATE INDEX official_offices_days ON official_offices (former, last_day, first_day, official);
`;
