/** Articles of our own with their conferences, for what the real ones hold too few of; scored apart. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Article, Conference } from '../../core/article.ts';
import { ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import { PlainArticle, readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { scoreConferences, type Wanted } from './conferences.ts';
import { emptyTally, scoreInto, type Tally } from './tally.ts';

const day = z.iso.date().nullable();

const SyntheticConference = z.looseObject({
  /** Equal: the same conference, in whichever article. */
  event: z.string(),
  kind: ConferenceKind,
  organiser: z.string().nullable(),
  level: ConferenceLevel.nullable(),
  status: z.enum(['held', 'planned']),
  date: z.strictObject({ from: day, to: day }).nullable(),
});

export const SyntheticGold = z.looseObject({
  synthetic: z.literal(true),
  articles: z.array(PlainArticle.extend({ conferences: z.array(SyntheticConference).default([]) })),
});
export type SyntheticGold = z.infer<typeof SyntheticGold>;

export function readSynthetic(file: URL): SyntheticGold {
  return SyntheticGold.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** One wanted conference with the key under which the archive would join what was found for it. */
export interface Joined {
  readonly event: string;
  readonly key: string;
  readonly label: string;
}

export function scoreSynthetic(
  gold: SyntheticGold,
  newspapers: readonly Newspaper[],
  tally: Tally = emptyTally(),
): Tally {
  const joined: Joined[] = [];
  for (const { conferences, ...plain } of gold.articles) {
    const paper = newspapers.find(({ id }) => id === plain.newspaper) ?? null;
    const article = readPlain(plain, paper);
    tally.articles += 1;
    const wanted = conferences.map((one): Wanted & { event: string } => ({
      ...one,
      name: null,
      otherOrganisers: undefined,
    }));
    const matches = scoreConferences(wanted, article, scoreInto(tally, plain.id));
    const keys = keysOf(article);
    for (const one of wanted) {
      const match = matches.get(one);
      const key = (match && keys.get(match)) ?? '';
      joined.push({ event: one.event, key, label: `${plain.id} ${one.event}` });
    }
  }
  scoreJoined(joined, tally);
  return tally;
}

/** Every pair of mentions: right when they are one event and have one key. "" joins nothing. */
export function scoreJoined(all: readonly Joined[], tally: Tally): void {
  const score = scoreInto(tally, 'pairs');
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      const same = a.event === b.event;
      const joined = a.key !== '' && a.key === b.key;
      const label = `${a.label} + ${b.label}`;
      if (same && joined) score.right('conferences: joined');
      else if (same) score.missed('conferences: joined', `${label}: "${a.key}", "${b.key}"`);
      else if (joined) score.wrong('conferences: joined', `${label}: "${a.key}"`);
    }
  });
}

function keysOf(article: Article): ReadonlyMap<Conference, string> {
  const keys = conferenceKeys(article);
  return new Map(article.conferences.map((conference, i) => [conference, keys[i] ?? '']));
}
