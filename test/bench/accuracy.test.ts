/** The scorer of reading, on small articles of our own (synthetic). */
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../bench/accuracy/corpus.ts';
import { GoldArticle, halfOf, readGold } from '../../bench/accuracy/gold.ts';
import { scoreArticle } from '../../bench/accuracy/score.ts';
import { scoreJoined } from '../../bench/accuracy/synthetic.ts';
import { table } from '../../bench/accuracy/table.ts';
import { emptyTally, f1, type Measure, precision, recall } from '../../bench/accuracy/tally.ts';
import { faults } from '../../bench/accuracy/validate.ts';
import type { Article } from '../../core/article.ts';
import { readPlain } from '../../parsers/read.ts';

const FIRST = 'Trường sẽ mở thêm hai lớp học ban đêm';
const QUOTE = `“${FIRST}”, bà Lan nói. Hôm 3/4, xã Hồng Lộc, huyện Lộc Hà họp; Lộc Hà chờ.`;

/** An article as the program would read it, its findings written by hand. */
function article(change: Partial<Article> = {}): Article {
  const base = readPlain(
    {
      id: 'a',
      publishedAt: null,
      newspaper: null,
      headline: 'Chuyện học',
      sapo: null,
      paragraphs: [QUOTE],
    },
    null,
  );
  const at = (text: string, from = 0) => {
    const start = QUOTE.indexOf(text, from);
    return { paragraph: 1, start, end: start + text.length, text };
  };
  const place = (text: string, commune: string | null, from = 0): Article['places'][number] => ({
    ...at(text, from),
    level: commune ? 'commune' : 'district',
    code: null,
    path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', commune],
    today: [],
    candidates: [],
  });
  return {
    ...base,
    quotes: [quote(FIRST)],
    dates: [
      {
        ...at('3/4'),
        edtf: '2021-04-03',
        from: '2021-04-03',
        to: '2021-04-03',
        time: null,
        approximate: false,
        recurring: false,
        birth: false,
      },
    ],
    places: [
      place('xã Hồng Lộc', 'Xã Hồng Lộc'),
      place('huyện Lộc Hà', null),
      place('Lộc Hà', null, QUOTE.indexOf('; ')),
    ],
    mainPlaces: [['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null]],
    conferences: [],
    ...change,
  };
}

function quote(text: string): Article['quotes'][number] {
  const start = QUOTE.indexOf(text);
  return {
    text,
    spans: [{ paragraph: 1, start, end: start + text.length }],
    speaker: {
      name: 'Trần Thị Lan',
      mention: 'bà Lan',
      honorific: 'bà',
      rank: null,
      degree: null,
      offices: [
        { title: 'Hiệu trưởng Trường A (Hà Tĩnh)', former: false, organisation: null, place: null },
      ],
      official: true,
    },
    verb: 'nói',
    direct: true,
    marked: true,
  };
}

const GOLD = GoldArticle.parse({
  id: 'a',
  corpus: 'dantri-2020',
  quotes: [
    {
      start: { paragraph: 1, words: 'Trường sẽ mở thêm' },
      end: { paragraph: 1, words: 'lớp học ban đêm' },
      speaker: 'Trần Thị Lan',
      mention: 'bà Lan',
      offices: ['Hiệu trưởng Trường A'],
      official: true,
      verb: 'nói',
    },
  ],
  dates: [
    { paragraph: 1, text: 'Hôm 3/4', alternatives: ['3/4'], from: '2021-04-03', to: '2021-04-03' },
  ],
  places: [
    { paragraph: 1, text: 'xã Hồng Lộc', path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', 'Xã Hồng Lộc'] },
    { paragraph: 1, text: 'huyện Lộc Hà', path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null] },
  ],
  mainPlaces: [['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null]],
  conferences: [],
});

function counts(gold: GoldArticle, found: Article, measure: Measure) {
  const tally = emptyTally();
  scoreArticle(gold, found, tally);
  return tally.counts.get(measure) ?? { right: 0, missed: 0, wrong: 0 };
}

const changed = (change: Partial<GoldArticle>): GoldArticle => ({ ...GOLD, ...change });
const [goldQuote] = GOLD.quotes ?? [];
if (!goldQuote) throw new Error('the gold has no quote');

describe('the scorer', () => {
  it('gives 1 for a perfect reading, on every measure', () => {
    const tally = emptyTally();
    scoreArticle(GOLD, article(), tally);
    expect(tally.failures).toEqual([]);
    expect([...tally.counts.keys()]).toContain('quotes: office');
    for (const one of tally.counts.values()) expect(f1(one)).toBe(1);
  });

  it('counts a missed and a made-up finding', () => {
    expect(counts(GOLD, article({ quotes: [] }), 'quotes')).toEqual({
      right: 0,
      missed: 1,
      wrong: 0,
    });
    expect(counts(changed({ dates: [] }), article(), 'dates')).toEqual({
      right: 0,
      missed: 0,
      wrong: 1,
    });
  });

  it('counts a wrong boundary as missed and wrong, punctuation aside', () => {
    const short = article({ quotes: [quote('Trường sẽ mở thêm hai lớp học')] });
    expect(counts(GOLD, short, 'quotes')).toEqual({ right: 0, missed: 1, wrong: 1 });
    const comma = article({ quotes: [{ ...quote(FIRST), text: `${FIRST},` }] });
    expect(counts(GOLD, comma, 'quotes').right).toBe(1);
  });

  it('passes over what is to be ignored, too short, reported or unmarked', () => {
    const ignored = changed({ quotes: [{ ...goldQuote, ignore: true }] });
    expect(counts(ignored, article(), 'quotes')).toEqual({ right: 0, missed: 0, wrong: 0 });
    for (const passed of [
      quote('Trường sẽ mở thêm'),
      { ...quote(FIRST), direct: false },
      { ...quote(FIRST), marked: false },
    ]) {
      const found = article({ quotes: [quote(FIRST), passed] });
      expect(counts(GOLD, found, 'quotes')).toEqual({ right: 1, missed: 0, wrong: 0 });
    }
  });

  it('scores the values of what was matched', () => {
    const other = changed({
      quotes: [{ ...goldQuote, speaker: 'Lê Văn Ba', offices: ['Hiệu phó'], official: null }],
    });
    expect(counts(other, article(), 'quotes: speaker').missed).toBe(1);
    expect(counts(other, article(), 'quotes: office').missed).toBe(1);
    expect(counts(other, article(), 'quotes: official')).toEqual({ right: 0, missed: 0, wrong: 0 });
    const open = changed({ quotes: [{ ...goldQuote, offices: [], unscored: ['offices'] }] });
    expect(counts(open, article(), 'quotes: office')).toEqual({ right: 0, missed: 0, wrong: 0 });
  });

  it('wants the days right beside the span', () => {
    const date = { paragraph: 1, text: '3/4', from: '2020-04-03', to: '2020-04-03' };
    expect(counts(changed({ dates: [date] }), article(), 'dates').right).toBe(1);
    expect(counts(changed({ dates: [date] }), article(), 'dates: days').missed).toBe(1);
    const open = changed({ dates: [{ ...date, daysUnscored: true }] });
    expect(counts(open, article(), 'dates: days')).toEqual({ right: 0, missed: 0, wrong: 0 });
  });

  it('counts a unit once a paragraph, and a wrong path apart from its span', () => {
    expect(counts(GOLD, article(), 'places')).toEqual({ right: 2, missed: 0, wrong: 0 });
    const [first, ...rest] = article().places;
    const places = first
      ? [{ ...first, path: article().mainPlaces[0] ?? first.path }, ...rest]
      : [];
    const found = article({ places });
    expect(counts(GOLD, found, 'places').right).toBe(2);
    expect(counts(GOLD, found, 'places: path')).toMatchObject({ right: 1, missed: 1 });
  });

  it('wants all main places, and tells when at least one is right', () => {
    const two = article({
      mainPlaces: [
        ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null],
        ['Tỉnh Nghệ An', null, null],
      ],
    });
    expect(counts(GOLD, two, 'main place').missed).toBe(1);
    expect(counts(GOLD, two, 'main place: any').right).toBe(1);
  });

  it('counts another defensible answer apart, where the gold was read for such answers', () => {
    const measure = 'main place: or another defensible';
    const province = article({ mainPlaces: [['Tỉnh Hà Tĩnh', null, null]] });
    const none = article({ mainPlaces: [] });
    expect(counts(GOLD, province, measure)).toEqual({ right: 0, missed: 0, wrong: 0 });
    const others = changed({ otherMainPlaces: [[['Tỉnh Hà Tĩnh', null, null]]] });
    expect(counts(others, article(), measure).right).toBe(1);
    expect(counts(others, province, measure).right).toBe(1);
    expect(counts(others, province, 'main place').missed).toBe(1);
    expect(counts(others, none, measure).missed).toBe(1);
    expect(counts(changed({ otherMainPlaces: [[]] }), none, measure).right).toBe(1);
  });

  it('matches conferences by name and evidence', () => {
    const wanted = {
      name: 'lớp học ban đêm',
      kind: 'hoi-nghi' as const,
      organiser: null,
      level: null,
      status: 'planned' as const,
      date: null,
      main: false,
    };
    const conference: Article['conferences'][number] = {
      ...wanted,
      name: 'hai lớp học ban đêm',
      occasion: null,
      term: null,
      place: null,
      chairs: [],
      speakers: [],
      status: 'held',
      evidence: [{ paragraph: 1, start: 0, end: 5 }],
    };
    const gold = changed({ conferences: [wanted] });
    const found = article({ conferences: [conference] });
    expect(counts(gold, found, 'conferences')).toEqual({ right: 1, missed: 0, wrong: 0 });
    expect(counts(gold, found, 'conferences: status').missed).toBe(1);
    const elsewhere = {
      ...conference,
      kind: 'le' as const,
      evidence: [{ paragraph: -1, start: 0, end: 5 }],
    };
    expect(counts(gold, article({ conferences: [elsewhere] }), 'conferences')).toEqual({
      right: 0,
      missed: 1,
      wrong: 1,
    });
    const ignored = changed({ conferences: [{ ...wanted, ignore: true }] });
    expect(counts(ignored, found, 'conferences')).toEqual({ right: 0, missed: 0, wrong: 0 });
  });

  it('scores the joining of mentions by pairs', () => {
    const tally = emptyTally();
    const mention = (event: string, key: string) => ({ event, key, label: event });
    scoreJoined([mention('a', 'k'), mention('a', 'k'), mention('a', ''), mention('b', 'k')], tally);
    const pairs = tally.counts.get('conferences: joined') ?? { right: 0, missed: 0, wrong: 0 };
    expect(pairs).toEqual({ right: 1, missed: 2, wrong: 2 });
    expect(precision(pairs)).toBeCloseTo(1 / 3);
    expect(recall(pairs)).toBeCloseTo(1 / 3);
  });

  it('lists anchors that do not stand in the text', () => {
    expect(faults(changed({ quotes: [] }), article())).toEqual([]);
    const lost = changed({
      quotes: [],
      dates: [{ paragraph: 1, text: '5/5', from: null, to: null }],
      places: [{ paragraph: 1, text: 'Lộc Hà', nth: 3, path: [null, null, null] }],
    });
    expect(faults(lost, article())).toHaveLength(2);
  });

  it('prints a line a measure and halves ids for ever in the same way', () => {
    const tally = emptyTally();
    scoreArticle(GOLD, article(), tally);
    expect(table([{ name: 'tune', tally }])).toMatch(
      /^quotes P\/R\/F1 +0\.95 +1\.000 1\.000 1\.000 \(1\)$/m,
    );
    expect(['a', 'e'].map(halfOf)).toEqual(['tune', 'report']);
  });
});

const folder = process.env.DIEMBAO_CORPUS;
if (!folder) console.log('not run: the anchors of the gold (set DIEMBAO_CORPUS)');
describe.skipIf(!folder)('the gold', () => {
  it('has every anchor in the corpus text', () => {
    const files = ['dantri-a.json', 'dantri-b.json', 'baomoi-places.json'];
    const gold = files.flatMap((file) =>
      readGold(new URL(`../../bench/gold/${file}`, import.meta.url)),
    );
    const ids = new Set(gold.map(({ id }) => id));
    const texts = new Map(
      (['dantri-2020', 'baomoi-2017'] as const).flatMap((name) => [
        ...readCorpus(folder ?? '', name, ids),
      ]),
    );
    const lines = gold.flatMap((one) => {
      const plain = texts.get(one.id);
      return plain ? faults(one, readPlain(plain, null)) : [one.id];
    });
    expect(gold.length).toBeGreaterThanOrEqual(80);
    expect(lines).toEqual([]);
  });
});
