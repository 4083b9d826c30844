/** The register of people who held or hold public office, as the archive keeps it. */
import type { Article } from '../core/article.ts';
import type { IdentityAct } from './identity-act.ts';
import type { Slice } from './slice.ts';

/** One of an article's people who held or holds public office, as the register takes it. */
export interface OfficialMention {
  /** Place in `article.people`. */
  readonly person: number;
  /** Mentions with equal keys are one person where no hand says otherwise. */
  readonly key: string;
  readonly name: string;
  /** Orders the list: compared byte by byte. */
  readonly sort: string;
  readonly offices: readonly {
    readonly title: string;
    /** The title with its abbreviations spelled out: equal words are one office. */
    readonly words: string;
    readonly former: boolean;
  }[];
  /** Codes of every unit in which the deepest office is held, of the day and of today. */
  readonly places: readonly string[];
}

/** Who of an article's people goes into the register. */
export type OfficialsOf = (article: Article) => readonly OfficialMention[];

/** An office and how long articles give it to the person. */
export interface HeldOffice {
  readonly title: string;
  /** Said to have been held before ("nguyên …"). */
  readonly former: boolean;
  /** Days of publication of the first and last article that gives it; null where none is dated. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly articles: number;
}

export interface OfficialSummary {
  /** Random, given once. */
  readonly id: string;
  readonly name: string;
  /** Articles that name the person as one who holds or held office. */
  readonly articles: number;
  /** Quotations in them, reprints counted. */
  readonly quotes: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** The latest first; a few of them in a list. */
  readonly offices: readonly HeldOffice[];
}

export interface StoredOfficial extends OfficialSummary {
  /** Every name that the articles print, the one above among them. */
  readonly names: readonly string[];
  /** With the first and last article that gives it. */
  readonly offices: readonly (HeldOffice & {
    readonly firstArticle: string;
    readonly lastArticle: string;
  })[];
}

export interface OfficialFilter {
  /** Whole words of the name: typed with marks they are looked for with marks, else without. */
  readonly name?: string;
  /** Whole words of an office, abbreviations spelled out. */
  readonly office?: string;
  /** The office, whatever it is, is given by articles from before that day until after it. */
  readonly at?: string;
  /** Codes that `OfficialMention.places` gave: all of them. */
  readonly places?: readonly string[];
}

/** Where a person is mentioned. */
export interface OfficialArticle {
  readonly articleId: string;
  /** Place in `article.people`. */
  readonly person: number;
}

export interface Officials {
  /** In the order of `sort`. */
  list(
    filter: OfficialFilter,
    cursor: string | null,
    limit: number,
  ): Promise<Slice<OfficialSummary>>;
  count(filter?: OfficialFilter): Promise<number>;
  /** The person; where joined into another, that one, under its own id. */
  get(id: string): Promise<StoredOfficial | null>;
  /**
   * Newest first; `quoted`: articles with words of the person that are no reprints; `office`: those that give that
   * office, by its title as it is listed, now or formerly held.
   */
  articles(
    id: string,
    which: {
      readonly quoted?: boolean;
      readonly office?: string;
      readonly from?: string;
      readonly to?: string;
    },
    cursor: string | null,
    limit: number,
  ): Promise<Slice<OfficialArticle>>;
  /** Others of one of the person's names. */
  namesakes(id: string, limit: number): Promise<readonly OfficialSummary[]>;
  /** Who is known to have held the office of the filter closest to the day, with the days; the closest first. */
  closest(
    filter: OfficialFilter & { readonly office: string; readonly at: string },
    limit: number,
  ): Promise<readonly { readonly official: OfficialSummary; readonly held: HeldOffice }[]>;
  /** Ids of the officials that an article names, by their place in `article.people`. */
  ofArticle(articleId: string): Promise<ReadonlyMap<number, string>>;
  /** As `Conferences.join`, `part`, `acts` and `withdrawAct`. */
  join(stays: string, goes: string, by: string, at: string): Promise<IdentityAct>;
  part(
    id: string,
    articleIds: readonly string[],
    by: string,
    at: string,
  ): Promise<{ readonly act: IdentityAct; readonly id: string }>;
  acts(id: string): Promise<readonly IdentityAct[]>;
  withdrawAct(act: number, by: string, at: string): Promise<IdentityAct | null>;
  /**
   * Takes the next articles into the register that were stored before there was one.
   * @returns how many were looked at; 0 when all are in
   */
  catchUp(limit: number): Promise<number>;
}
