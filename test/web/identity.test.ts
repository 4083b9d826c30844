/**
 * Join, part, correct, then read everything again by another spec and another version of the language, which
 * find another organiser, another day and another office: addresses, joins and corrections hold.
 */
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { correct } from '../../app/correct.ts';
import { joinThings, partThing, takeBackAct } from '../../app/identity.ts';
import type { Article } from '../../core/article.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import type { ParseResult } from '../../parsers/port.ts';
import { type PlainArticle, readPlain } from '../../parsers/read.ts';
import { conferencePlaces } from '../../parsers/refine/conference-places.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { parseHandler } from '../../queue/handlers/parse.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';
const PAPER = 'baohatinh';

/** synthetic: three articles on a conference in Thạch Hà, one on a conference in Can Lộc. */
const article = (id: string, unit: string, name = 'Ngô Văn Bền'): PlainArticle => ({
  id,
  publishedAt: '2023-05-26T08:00:00+07:00',
  newspaper: PAPER,
  headline: `${unit} sơ kết giữa nhiệm kỳ (${id})`,
  sapo: `Sáng 24/5, Đảng bộ huyện ${unit} tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.`,
  paragraphs: [
    `Ông ${name}, Bí thư Huyện ủy ${unit} cho biết: “Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường”.`,
  ],
});
const ARTICLES = [
  article('a', 'Thạch Hà'),
  article('b', 'Thạch Hà'),
  article('c', 'Thạch Hà'),
  article('d', 'Can Lộc'),
];

/** What the next version of the language makes of a record. */
function otherwise(one: Article): Article {
  const office = (title: string) => ({
    title,
    former: false,
    organisation: 'HĐND tỉnh Hà Tĩnh',
    place: 'tỉnh Hà Tĩnh',
  });
  const offices = [office('Chủ tịch HĐND tỉnh Hà Tĩnh')];
  return {
    ...one,
    conferences: one.conferences.map((conference) => ({
      ...conference,
      name: `Buổi ${conference.name}`,
      organiser: `Ban Thường vụ ${conference.organiser} mở rộng`,
      occasion: 'nửa chặng đường',
      date: { from: '2023-05-25', to: '2023-05-25' },
    })),
    people: one.people.map((person) => ({ ...person, offices })),
    quotes: one.quotes.map((quote) => ({
      ...quote,
      speaker: quote.speaker && { ...quote.speaker, offices },
    })),
  };
}

let world: World;
let app: Hono;
/** Of the four articles, before any hand. */
const before: Record<'conferences' | 'officials', (string | undefined)[]> = {
  conferences: [],
  officials: [],
};
const pages = new Map<string, number>();
const ids = new Map<string, string>();

/** Reads every page that this version has not read, as a reparse does. */
async function readAll(version: string, change: (one: Article) => Article): Promise<number> {
  const { archive, clock, families, newspapers } = world.works;
  const paper: Newspaper | undefined = newspapers.find(({ id }) => id === PAPER);
  const stamp = `spec-${version}:${version}`;
  const handle = parseHandler({
    archive,
    clock,
    families,
    newspaper: () => paper ?? null,
    stamp: () => stamp,
    parse: (page): ParseResult => {
      const plain: PlainArticle = JSON.parse(new TextDecoder().decode(page.body));
      const read = readPlain(plain, paper ?? null, page.url);
      const record = change({
        ...read,
        url: page.url,
        stamps: { ...read.stamps, spec: `spec-${version}`, vietnamese: version },
      });
      return {
        outcome: { code: 'article', message: 'read' },
        article: record,
        aliases: [page.url],
        signature: [],
        conferenceKeys: conferenceKeys(record),
        conferencePlaces: conferencePlaces(record),
      };
    },
  });
  const unread = await archive.pages.unparsed(PAPER, stamp, 0, 100);
  for (const page of unread)
    await handle({ page }, { attempt: 1, signal: new AbortController().signal });
  return unread.length;
}

const told = async (of: 'conferences' | 'officials') => {
  const found: (string | undefined)[] = [];
  for (const path of 'abcd') {
    const all = await world.works.archive[of].ofArticle(ids.get(path) ?? '');
    found.push([...all.values()][0]);
  }
  return found;
};
const at = async (path: string) => {
  const answer = await app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  return [answer.status, answer.headers.get('location')];
};

beforeAll(async () => {
  world = await openWorld();
  app = webApp(world.works);
  for (const one of ARTICLES) {
    const url = `https://baohatinh.vn/${one.id}.html`;
    const { id } = await world.works.archive.pages.put(PAPER, {
      url,
      finalUrl: url,
      status: 200,
      headers: {},
      body: new TextEncoder().encode(JSON.stringify(one)),
      fetchedAt: '2023-05-26T02:00:00.000Z',
    });
    pages.set(one.id, id);
  }
  expect(await readAll('1', (one) => one)).toBe(4);
  for (const { id } of ARTICLES) {
    const stored = await world.works.archive.articles.byUrl(`https://baohatinh.vn/${id}.html`);
    ids.set(id, stored?.article.id ?? '');
  }
});
afterAll(() => world.close());

it('join, part, correct, reparse by another spec and language: URLs, joins and corrections hold', async () => {
  const { archive } = world.works;
  const [, , c = '', d = ''] = [...ids.values()];
  before.conferences = await told('conferences');
  before.officials = await told('officials');
  const [conference, , , otherConference] = before.conferences;
  const [official, , , otherOfficial] = before.officials;
  expect(new Set([conference, otherConference, official, otherOfficial]).size).toBe(4);

  await joinThings(world.works, 'conference', conference ?? '', otherConference ?? '', 'Lan');
  await joinThings(world.works, 'official', official ?? '', otherOfficial ?? '', 'Lan');
  const partedConference = await partThing(
    world.works,
    'conference',
    conference ?? '',
    [c],
    'Minh',
  );
  const partedOfficial = await partThing(world.works, 'official', official ?? '', [c], 'Minh');
  const conferences = [conference, conference, partedConference.id, conference];
  const officials = [official, official, partedOfficial.id, official];
  expect(await told('conferences')).toEqual(conferences);
  expect(await told('officials')).toEqual(officials);

  const stored = await archive.articles.get(d);
  const span = stored?.article.conferences[0]?.evidence[0];
  const quoted = stored?.article.quotes[0]?.spans[0];
  if (!span || !quoted) throw new Error('nothing to correct');
  const organiser = 'Huyện ủy Can Lộc';
  const fields = { organiser, from: '2023-05-23', to: '2023-05-23' };
  await correct(world.works, d, { kind: 'conference', span }, fields, 'Lan');
  const offices = 'Phó Bí thư Huyện ủy Can Lộc';
  await correct(world.works, d, { kind: 'quote', span: quoted }, { offices }, 'Lan');
  expect(await told('conferences')).toEqual(conferences);
  expect(await told('officials')).toEqual(officials);

  expect(await readAll('2', otherwise)).toBe(4);
  const again = await archive.articles.get(ids.get('a') ?? '');
  expect(again?.article.conferences[0]).toMatchObject({ date: { from: '2023-05-25' } });
  expect(again?.article.stamps).toMatchObject({ spec: 'spec-2', vietnamese: '2' });
  expect(await told('conferences')).toEqual(conferences);
  expect(await told('officials')).toEqual(officials);
  expect(await at(`/hoi-nghi/${conference}`)).toEqual([200, null]);
  expect(await at(`/hoi-nghi/${otherConference}`)).toEqual([301, `/hoi-nghi/${conference}`]);
  expect(await at(`/hoi-nghi/${partedConference.id}`)).toEqual([200, null]);
  expect(await at(`/can-bo/${official}`)).toEqual([200, null]);
  expect(await at(`/can-bo/${otherOfficial}`)).toEqual([301, `/can-bo/${official}`]);
  expect(await at(`/can-bo/${partedOfficial.id}`)).toEqual([200, null]);
  const corrected = await archive.articles.get(d);
  expect(corrected?.corrections.map(({ state }) => state)).toEqual(['applied', 'applied']);
  expect(corrected?.article.conferences[0]).toMatchObject({
    organiser,
    date: { from: '2023-05-23', to: '2023-05-23' },
  });
  expect(corrected?.article.quotes[0]?.speaker?.offices).toMatchObject([{ title: offices }]);

  // And back: the first version reads the pages once more.
  expect(await readAll('3', (one) => one)).toBe(4);
  expect(await told('conferences')).toEqual(conferences);
  expect(await told('officials')).toEqual(officials);
  expect(await archive.check()).toEqual([]);
});

it('what was joined twice leads to where it is now, on pages and in the API, and back when that is taken back', async () => {
  const { archive } = world.works;
  for (const [thing, of, page, api, below] of [
    [
      'conference',
      'conferences',
      '/hoi-nghi',
      '/api/v1/conferences',
      '/coverage/export?format=csv',
    ],
    ['official', 'officials', '/can-bo', '/api/v1/officials', '/quotes?sau='],
  ] as const) {
    const [one = '', , parted = ''] = await told(of);
    const [, , , former = ''] = before[of];
    await joinThings(world.works, thing, parted, one, 'Minh');
    for (const old of [one, former]) {
      expect(await at(`${page}/${old}?lang=en`)).toEqual([301, `${page}/${parted}?lang=en`]);
      expect(await at(`${api}/${old}`)).toEqual([301, `${api}/${parted}`]);
      expect(await at(`${api}/${old}${below}`)).toEqual([301, `${api}/${parted}${below}`]);
      const moved = await app.request(`http://${HOST}${page}/${old}`, { headers: { host: HOST } });
      expect(moved.headers.get('cache-control')).toContain('no-store');
    }
    expect(await at(`${api}/${parted}`)).toEqual([200, null]);
    const last = (await archive[of].acts(parted)).findLast(
      ({ kind, withdrawn }) => kind === 'join' && withdrawn === null,
    );
    await takeBackAct(world.works, thing, last?.id ?? 0, 'Minh');
    expect(await at(`${page}/${one}`)).toEqual([200, null]);
    expect(await at(`${page}/${former}`)).toEqual([301, `${page}/${one}`]);
  }
  expect(await archive.check()).toEqual([]);
});
