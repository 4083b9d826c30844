/** The tables of the register of officials (migrations/008-officials.ts). */
import type { Generated } from 'kysely';

/** What hands join and part. */
export type Thing = 'conference' | 'official';

export interface OfficialsTable {
  seq: Generated<number>;
  id: string;
  /** As the newest mention prints it. */
  name: string;
  sort_name: string;
  /** Kept by triggers: articles that name the person, and quotations in them. */
  mentions: Generated<number>;
  quotes: Generated<number>;
  /** Where the last mentions went. */
  successor: number | null;
}

export interface OfficialKeysTable {
  seq: Generated<number>;
  key: string;
  name: string;
  sort_name: string;
  /** As archive/folded.ts writes them. */
  folded: string;
  exact: string;
  /** Whose every mention is that bears the key and of which no hand speaks; null before the first. */
  official: number | null;
}

export interface OfficialKeyPlacesTable {
  code: string;
  key: number;
}

export interface OfficialMentionsTable {
  article: number;
  /** In `article.people`. */
  position: number;
  official: number;
  key: number;
  /** Of publication, `YYYY-MM-DD` in Vietnam; '' where unknown. */
  day: string;
  quotes: number;
}

/** Kept by triggers: how many mentions under which key. */
export interface OfficialSharesTable {
  official: number;
  key: number;
  mentions: number;
}

export interface OfficeTitlesTable {
  seq: Generated<number>;
  /** Abbreviations spelled out, as archive/folded.ts writes them. */
  exact: string;
  folded: string;
  /** As it was printed first. */
  title: string;
}

export interface OfficeMentionsTable {
  article: number;
  position: number;
  office: number;
  former: number;
  official: number;
  day: string;
}

/** Kept by triggers: an office of a person with the first and last day of an article that gives it. */
export interface OfficialOfficesTable {
  official: number;
  office: number;
  former: number;
  first_day: string | null;
  last_day: string | null;
  mentions: number;
}

/** A view: every mention that hands may join or part, and the conference or official that it belongs to. */
export interface IdentityMentionsView {
  thing: Thing;
  article: number;
  position: number;
  owner: number;
}

/** One row: articles with `after` < seq <= `upto` were stored before there was a register. */
export interface OfficialBacklogTable {
  after: number;
  upto: number;
}

export interface OfficialTables {
  officials: OfficialsTable;
  official_keys: OfficialKeysTable;
  official_key_places: OfficialKeyPlacesTable;
  official_mentions: OfficialMentionsTable;
  official_shares: OfficialSharesTable;
  office_titles: OfficeTitlesTable;
  office_mentions: OfficeMentionsTable;
  official_offices: OfficialOfficesTable;
  identity_mentions: IdentityMentionsView;
  official_backlog: OfficialBacklogTable;
}
