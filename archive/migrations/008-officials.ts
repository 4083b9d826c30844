/**
 * The register of officials. What can be counted from mentions is kept up by triggers, so that a list costs the
 * same however many articles name a person. `identity_mentions` is every mention that hands may join or part.
 */
export const officials = `
ALTER TABLE identity_acts ADD COLUMN thing TEXT NOT NULL DEFAULT 'conference';

CREATE TABLE officials (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0,
  quotes INTEGER NOT NULL DEFAULT 0,
  successor INTEGER REFERENCES officials (seq)
);
CREATE INDEX officials_sort ON officials (sort_name, seq) WHERE mentions > 0;

CREATE TABLE official_keys (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  folded TEXT NOT NULL,
  exact TEXT NOT NULL,
  official INTEGER REFERENCES officials (seq)
);
CREATE INDEX official_keys_official ON official_keys (official);
CREATE INDEX official_keys_exact ON official_keys (exact);
CREATE TABLE official_key_places (
  code TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES official_keys (seq),
  PRIMARY KEY (code, key)
) WITHOUT ROWID;

CREATE TABLE official_mentions (
  article INTEGER NOT NULL REFERENCES articles (seq),
  position INTEGER NOT NULL,
  official INTEGER NOT NULL REFERENCES officials (seq),
  key INTEGER NOT NULL REFERENCES official_keys (seq),
  day TEXT NOT NULL,
  quotes INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX official_mentions_official ON official_mentions (official, day, article);
CREATE INDEX official_mentions_quoted ON official_mentions (official, day, article) WHERE quotes > 0;
CREATE INDEX official_mentions_key ON official_mentions (key, official);

CREATE TABLE official_shares (
  official INTEGER NOT NULL REFERENCES officials (seq),
  key INTEGER NOT NULL REFERENCES official_keys (seq),
  mentions INTEGER NOT NULL,
  PRIMARY KEY (official, key)
) WITHOUT ROWID;
CREATE INDEX official_shares_key ON official_shares (key);

CREATE TABLE office_titles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  exact TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL,
  title TEXT NOT NULL
);
CREATE TABLE office_mentions (
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  office INTEGER NOT NULL REFERENCES office_titles (seq),
  former INTEGER NOT NULL,
  official INTEGER NOT NULL REFERENCES officials (seq),
  day TEXT NOT NULL,
  PRIMARY KEY (article, position, office, former),
  FOREIGN KEY (article, position) REFERENCES official_mentions (article, position)
) WITHOUT ROWID;
CREATE INDEX office_mentions_held ON office_mentions (official, office, former, day, article);
CREATE TABLE official_offices (
  official INTEGER NOT NULL REFERENCES officials (seq),
  office INTEGER NOT NULL REFERENCES office_titles (seq),
  former INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (official, office, former)
) WITHOUT ROWID;
CREATE INDEX official_offices_office ON official_offices (office, former, first_day);

CREATE TRIGGER official_mention_in AFTER INSERT ON official_mentions BEGIN
  UPDATE officials SET mentions = mentions + 1, quotes = quotes + NEW.quotes WHERE seq = NEW.official;
  INSERT INTO official_shares VALUES (NEW.official, NEW.key, 1)
    ON CONFLICT DO UPDATE SET mentions = mentions + 1;
END;
CREATE TRIGGER official_mention_out AFTER DELETE ON official_mentions BEGIN
  UPDATE officials SET mentions = mentions - 1, quotes = quotes - OLD.quotes WHERE seq = OLD.official;
  UPDATE official_shares SET mentions = mentions - 1 WHERE official = OLD.official AND key = OLD.key;
  DELETE FROM official_shares WHERE official = OLD.official AND key = OLD.key AND mentions = 0;
END;
CREATE TRIGGER official_mention_moved AFTER UPDATE OF official ON official_mentions
WHEN NEW.official <> OLD.official BEGIN
  UPDATE officials SET mentions = mentions - 1, quotes = quotes - OLD.quotes WHERE seq = OLD.official;
  UPDATE officials SET mentions = mentions + 1, quotes = quotes + NEW.quotes WHERE seq = NEW.official;
  UPDATE official_shares SET mentions = mentions - 1 WHERE official = OLD.official AND key = OLD.key;
  DELETE FROM official_shares WHERE official = OLD.official AND key = OLD.key AND mentions = 0;
  INSERT INTO official_shares VALUES (NEW.official, NEW.key, 1)
    ON CONFLICT DO UPDATE SET mentions = mentions + 1;
  UPDATE office_mentions SET official = NEW.official
    WHERE article = NEW.article AND position = NEW.position;
END;

CREATE TRIGGER office_mention_in AFTER INSERT ON office_mentions BEGIN
  INSERT INTO official_offices
    VALUES (NEW.official, NEW.office, NEW.former, nullif(NEW.day, ''), nullif(NEW.day, ''), 1)
    ON CONFLICT DO UPDATE SET
      first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),
      last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day)),
      mentions = mentions + 1;
END;
CREATE TRIGGER office_mention_out AFTER DELETE ON office_mentions BEGIN
  UPDATE official_offices SET
    mentions = mentions - 1,
    first_day = (SELECT min(day) FROM office_mentions WHERE official = OLD.official
      AND office = OLD.office AND former = OLD.former AND day > ''),
    last_day = (SELECT max(day) FROM office_mentions WHERE official = OLD.official
      AND office = OLD.office AND former = OLD.former AND day > '')
    WHERE official = OLD.official AND office = OLD.office AND former = OLD.former;
  DELETE FROM official_offices WHERE official = OLD.official AND office = OLD.office
    AND former = OLD.former AND mentions = 0;
END;
CREATE TRIGGER office_mention_moved AFTER UPDATE OF official ON office_mentions
WHEN NEW.official <> OLD.official BEGIN
  UPDATE official_offices SET
    mentions = mentions - 1,
    first_day = (SELECT min(day) FROM office_mentions WHERE official = OLD.official
      AND office = OLD.office AND former = OLD.former AND day > ''),
    last_day = (SELECT max(day) FROM office_mentions WHERE official = OLD.official
      AND office = OLD.office AND former = OLD.former AND day > '')
    WHERE official = OLD.official AND office = OLD.office AND former = OLD.former;
  DELETE FROM official_offices WHERE official = OLD.official AND office = OLD.office
    AND former = OLD.former AND mentions = 0;
  INSERT INTO official_offices
    VALUES (NEW.official, NEW.office, NEW.former, nullif(NEW.day, ''), nullif(NEW.day, ''), 1)
    ON CONFLICT DO UPDATE SET
      first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),
      last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day)),
      mentions = mentions + 1;
END;

CREATE VIEW identity_mentions AS
  SELECT 'conference' AS thing, article, position, conference AS owner FROM mentions
  UNION ALL
  SELECT 'official' AS thing, article, position, official AS owner FROM official_mentions;

CREATE TABLE official_backlog (after INTEGER NOT NULL, upto INTEGER NOT NULL);
INSERT INTO official_backlog SELECT 0, coalesce(max(seq), 0) FROM articles;
`;
