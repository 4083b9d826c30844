/** Small made-up things to store. */

import type { OfficialMention } from '../../archive/officials-port.ts';
import type { ConferenceJoins, NewArticle, NewUrl } from '../../archive/port.ts';
import type { Article, Conference, Person } from '../../core/article.ts';
import { anchorAt, type Correction } from '../../core/corrections.ts';
import { articleId } from '../../core/ids.ts';
import type { RawPage } from '../../core/raw-page.ts';

/** An instant: minute `n` of the first hours of 2026. */
export const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

export const url = (path: string) => `https://baotinh.example/${path}`;

export function newUrl(path: string, change: Partial<NewUrl> = {}): NewUrl {
  return {
    url: url(path),
    newspaper: 'baotinh',
    kind: 'article',
    foundOn: null,
    foundAt: at(0),
    dueAt: at(0),
    ...change,
  };
}

export function rawPage(path: string, text: string, change: Partial<RawPage> = {}): RawPage {
  return {
    url: url(path),
    finalUrl: url(path),
    status: 200,
    headers: { 'content-type': 'text/html', etag: '"ă"' },
    body: new TextEncoder().encode(text),
    fetchedAt: at(0),
    ...change,
  };
}

export function record(path: string, change: Partial<Article> = {}): Article {
  return {
    id: articleId(url(path)),
    externalId: null,
    url: url(path),
    newspaper: 'baotinh',
    section: null,
    headline: `Bài ${path}`,
    sapo: null,
    authors: [],
    tags: [],
    language: 'vi',
    publishedAt: '2026-01-01T07:00:00+07:00',
    updatedAt: null,
    publishedPrecision: 'minute',
    blocks: [{ type: 'paragraph', text: `Nội dung của ${path}.` }],
    captions: [],
    quotes: [],
    dates: [],
    places: [],
    mainPlaces: [],
    people: [],
    conferences: [],
    stamps: {
      schema: 1,
      parser: '1',
      spec: null,
      vietnamese: '1',
      sources: { headline: 'css:h1' },
      missing: {},
    },
    ...change,
  };
}

/** What is put for an article; `aliases` are paths. */
export function input(
  article: Article,
  { aliases = [], ...change }: Partial<NewArticle> = {},
): NewArticle {
  return {
    article,
    aliases: aliases.map(url),
    pageId: null,
    fetchedAt: at(0),
    signature: [],
    conferenceKeys: article.conferences.map(() => ''),
    ...change,
  };
}

export function conference(change: Partial<Conference> = {}): Conference {
  return {
    name: 'Hội nghị sơ kết giữa nhiệm kỳ',
    kind: 'so-ket',
    occasion: null,
    organiser: null,
    level: null,
    term: null,
    date: { from: '2026-01-05', to: '2026-01-05' },
    place: null,
    chairs: [],
    speakers: [],
    status: 'planned',
    main: false,
    evidence: [],
    ...change,
  };
}

/** How a world's archive joins conferences that were corrected. */
export const joinedByOrganiser = ({ conferences }: Article): ConferenceJoins => ({
  conferenceKeys: conferences.map(({ organiser }) => organiser ?? ''),
});

/** A correction of what stands at the first words of a record's first block. */
export function correction(article: Article, change: Correction['change']): Correction {
  const anchor = anchorAt(article, { paragraph: 1, start: 0, end: 8 });
  if (anchor === null) throw new Error('the record has no text');
  return { anchor, change };
}

/** A signature of 64 lines of which the last `different` are unlike those of other salts. */
export function signature(different = 0, salt = 1): number[] {
  return Array.from({ length: 64 }, (_, i) =>
    i < 64 - different ? 7 ** 9 + i * 7919 : i * salt + salt,
  );
}

/** A holder of office: the place of the first office keeps namesakes apart. */
export function official(name: string, titles: readonly string[], place = '42'): Person {
  return {
    name,
    mention: `ông ${name}`,
    honorific: 'ông',
    rank: null,
    degree: null,
    offices: titles.map((title) => ({
      title: title.replace(/^nguyên /u, ''),
      former: title.startsWith('nguyên '),
      organisation: null,
      place,
    })),
    official: true,
    roles: ['other'],
    evidence: [{ paragraph: 1, start: 0, end: 8 }],
  };
}

/** How a world's archive registers officials: by name and place. */
export const byNameAndPlace = ({ people }: Article): OfficialMention[] =>
  people.flatMap(({ name, offices, official: holds }, person) => {
    const place = offices[0]?.place ?? '';
    if (!holds || name === null) return [];
    const sort = name.split(' ').reverse().join(' ');
    const held = offices.map(({ title, former }) => ({ title, words: title, former }));
    return [{ person, key: `${name}|${place}`, name, sort, offices: held, places: [place] }];
  });
