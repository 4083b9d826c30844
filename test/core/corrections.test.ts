/** Corrections by hand: where they point, and what they make of a record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Article, type PlacePath, type Span, textAt } from '../../core/article.ts';
import {
  anchorAt,
  applyCorrections,
  Change,
  Correction,
  locate,
  type StoredCorrection,
} from '../../core/corrections.ts';
import { record } from '../contracts/archive-samples.ts';

const quoteText = 'Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường';
const first = `Ông Trần Văn Thử, Bí thư Huyện ủy cho biết: “${quoteText}”.`;
const second = 'Hội nghị do Huyện ủy Lộc Hà tổ chức sáng 24/5 tại Lộc Hà.';

/** Span of the nth time that words stand in a paragraph of the record. */
function spanOf(article: Article, paragraph: number, words: string, nth = 1): Span {
  const text = textAt(article, { paragraph, start: 0, end: 1e9 });
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${words} stands not in paragraph ${paragraph}`);
  return { paragraph, start, end: start + words.length };
}

const texts = record('a', {
  headline: 'Lộc Hà sơ kết',
  blocks: [
    { type: 'paragraph', text: first },
    { type: 'paragraph', text: second },
  ],
});
const person = {
  name: 'Trần Văn Thử',
  mention: 'ông Thử',
  honorific: 'ông',
  rank: null,
  degree: null,
  offices: [{ title: 'Bí thư Huyện ủy', former: false, organisation: 'Huyện ủy', place: null }],
  official: true,
};
const district: PlacePath = ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null];
const commune: PlacePath = ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', 'Thị trấn Lộc Hà'];
const place = (span: Span) => ({
  ...span,
  text: 'Lộc Hà',
  level: 'district' as const,
  code: '448',
  path: district,
  today: [],
  candidates: [{ code: '448', path: district }],
});
const parsed: Article = {
  ...texts,
  quotes: [
    {
      text: quoteText,
      spans: [spanOf(texts, 1, quoteText)],
      speaker: person,
      verb: 'cho biết',
      direct: true,
      marked: true,
    },
  ],
  dates: [
    {
      ...spanOf(texts, 2, 'sáng 24/5'),
      text: 'sáng 24/5',
      edtf: '2026-05-24',
      from: '2026-05-24',
      to: '2026-05-24',
      time: null,
      approximate: false,
      recurring: false,
      birth: false,
    },
  ],
  places: [
    place(spanOf(texts, -1, 'Lộc Hà')),
    place(spanOf(texts, 2, 'Lộc Hà')),
    place(spanOf(texts, 2, 'Lộc Hà', 2)),
  ],
  mainPlaces: [district],
  people: [{ ...person, roles: ['speaks'], evidence: [spanOf(texts, 1, 'Trần Văn Thử')] }],
  conferences: [
    {
      name: 'Hội nghị',
      kind: 'hoi-nghi',
      occasion: null,
      organiser: 'Huyện ủy',
      level: null,
      term: null,
      date: null,
      place: null,
      chairs: [],
      speakers: [],
      status: 'held',
      main: true,
      evidence: [spanOf(texts, 2, 'Hội nghị')],
    },
  ],
};
const unread: Article = {
  ...texts,
  quotes: [],
  dates: [],
  places: [],
  people: [],
  conferences: [],
};

let made = 0;
function stored(
  span: Span,
  change: Change,
  more: Partial<StoredCorrection> = {},
): StoredCorrection {
  const { anchor } = Correction.parse({ anchor: anchorAt(texts, span), change });
  const at = '2026-06-01T00:00:00.000Z';
  made += 1;
  return { id: made, articleId: texts.id, by: 'Lan', at, withdrawn: null, anchor, change, ...more };
}
const correctedBy = (article: Article, ...corrections: StoredCorrection[]) => {
  const result = applyCorrections(article, corrections);
  expect(Article.safeParse(result.article).error).toBeUndefined();
  return result;
};
const bare = (change: unknown) => Change.safeParse(change).success;

describe('an anchor', () => {
  const wild = fc.array(
    fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('Lộc Hà '.repeat(40))),
    { minLength: 1, maxLength: 4 },
  );
  const spanIn = (blocks: readonly string[], a: number, b: number, c: number): Span => {
    const i = a % blocks.length;
    const { length } = blocks[i] ?? '';
    const [start, end] = [b % (length + 1), c % (length + 1)].sort((x, y) => x - y);
    return { paragraph: i + 1, start: start ?? 0, end: end ?? 0 };
  };
  const withBlocks = (blocks: readonly string[]) =>
    record('a', { blocks: blocks.map((text) => ({ type: 'paragraph', text })) });

  it('finds its own place in any text, and the same words after a paragraph came before it', () => {
    fc.assert(
      fc.property(wild, fc.nat(), fc.nat(), fc.nat(), (blocks, a, b, c) => {
        const article = withBlocks(blocks);
        const span = spanIn(blocks, a, b, c);
        const anchor = anchorAt(article, span);
        if (anchor === null) {
          expect(span.start).toBe(span.end);
          return;
        }
        expect(locate(article, anchor)).toEqual(span);
        const moved = withBlocks(['Chú thích mới.', ...blocks]);
        const found = locate(moved, anchor);
        expect(found && textAt(moved, found)).toBe(textAt(article, span));
      }),
    );
  });

  it('is found where the text before it in its paragraph was cut, not where little agrees', () => {
    const long = 'Sáng 24/5, Đảng bộ huyện tổ chức hội nghị sơ kết giữa nhiệm kỳ tại huyện.';
    const before = withBlocks([`(Báo Tỉnh) - ${long}`]);
    const anchor = anchorAt(before, spanOf(before, 1, 'Đảng bộ huyện'));
    if (anchor === null) throw new Error('no anchor');
    const cut = withBlocks([long]);
    expect(locate(cut, anchor)).toEqual(spanOf(cut, 1, 'Đảng bộ huyện'));
    expect(locate(withBlocks(['Đảng bộ huyện khác.']), anchor)).toBeNull();
    expect(locate(withBlocks([]), anchor)).toBeNull();
  });

  it('keeps the length of a long stretch, never past its paragraph', () => {
    const text = `Đầu “${'dài '.repeat(200)}”`;
    const article = withBlocks([text]);
    const span = { paragraph: 1, start: 5, end: text.length - 1 };
    const anchor = anchorAt(article, span);
    if (anchor === null) throw new Error('no anchor');
    expect(anchor.exact.length).toBeLessThan(300);
    expect(locate(article, anchor)).toEqual(span);
    const shorter = withBlocks([text.slice(0, 400)]);
    expect(locate(shorter, anchor)?.end).toBe(400);
  });

  it('is found in linear time in a text that is nothing but its words', () => {
    const article = withBlocks(['a'.repeat(1_000_000)]);
    const anchor = anchorAt(article, { paragraph: 1, start: 500_000, end: 500_001 });
    expect(anchor && locate(article, anchor)).toEqual({
      paragraph: 1,
      start: 500_000,
      end: 500_001,
    });
  });
});

describe('what a reader says', () => {
  it.each([
    { kind: 'date', from: '2026-02-31', to: null },
    { kind: 'date', from: '31/01/2026', to: null },
    { kind: 'date', from: '2026-02-03', to: '2026-02-02' },
    { kind: 'date', from: null, to: null },
    { kind: 'quote' },
    { kind: 'quote', speaker: ' ' },
    { kind: 'quote', speaker: 'x'.repeat(201) },
    { kind: 'quote', speaker: 'Lan', text: 'khác' },
    { kind: 'place', level: 'district', code: '<b>', path: district, today: [], everywhere: false },
    { kind: 'conference', status: 'perhaps' },
    { kind: 'conference', date: { from: '2026-02-03', to: '2026-02-02' } },
    { kind: 'body', text: 'khác' },
  ])('%j is refused', (change) => {
    expect(bare(change)).toBe(false);
  });

  it('is brought to NFC, without control characters and double spaces', () => {
    const typed = ` Trần\tVăn\u0000\r\n Thử `.normalize('NFD');
    expect(Change.parse({ kind: 'quote', speaker: typed })).toEqual({
      kind: 'quote',
      speaker: 'Trần Văn Thử',
    });
  });
});

describe('a correction', () => {
  const quoteSpan = spanOf(texts, 1, quoteText);

  it('changes nothing where there is none, and neither of its arguments', () => {
    expect(applyCorrections(parsed, []).article).toBe(parsed);
    const copy = structuredClone(parsed);
    correctedBy(parsed, stored(quoteSpan, { kind: 'quote', speaker: 'Lê Thị Mẫu' }));
    expect(parsed).toEqual(copy);
  });

  it('gives a quotation another speaker, whom the article then names among its people', () => {
    const { article, corrections } = correctedBy(
      parsed,
      stored(quoteSpan, { kind: 'quote', speaker: 'Lê Thị Mẫu' }),
    );
    expect(article.quotes[0]?.speaker).toMatchObject({
      name: 'Lê Thị Mẫu',
      mention: null,
      offices: [],
      official: false,
    });
    expect(article.quotes[0]?.verb).toBe('cho biết');
    expect(article.people.map(({ name }) => name)).toEqual(['Trần Văn Thử', 'Lê Thị Mẫu']);
    expect(corrections[0]).toMatchObject({
      state: 'applied',
      finding: 0,
      was: { speaker: 'Trần Văn Thử' },
    });
    const nobody = correctedBy(parsed, stored(quoteSpan, { kind: 'quote', speaker: null })).article;
    expect(nobody.quotes[0]?.speaker).toBeNull();
    expect(nobody.people).toEqual(parsed.people);
  });

  it('gives a person the same offices in all quotations and among the people', () => {
    const quote = parsed.quotes[0];
    const twice: Article = { ...parsed, quotes: quote ? [quote, { ...quote, spans: [] }] : [] };
    const offices = [
      { title: 'Chủ tịch UBND huyện', former: true, organisation: null, place: null },
    ];
    const { article } = correctedBy(
      twice,
      stored(quoteSpan, { kind: 'quote', offices, official: false }),
    );
    expect(article.quotes.map(({ speaker }) => speaker?.offices)).toEqual([offices, offices]);
    expect(article.people[0]).toMatchObject({ offices, official: false, roles: ['speaks'] });
  });

  it('settles a place here, or wherever the same words were read the same way', () => {
    const unit = { kind: 'place', level: 'commune', code: '18406', path: commune } as const;
    const here = spanOf(texts, 2, 'Lộc Hà', 2);
    const one = correctedBy(
      parsed,
      stored(here, { ...unit, today: [], everywhere: false }),
    ).article;
    expect(one.places.map(({ code }) => code)).toEqual(['448', '448', '18406']);
    expect(one.places[2]).toMatchObject({ level: 'commune', path: commune, candidates: [] });
    expect(one.mainPlaces).toEqual([district]);
    const all = correctedBy(parsed, stored(here, { ...unit, today: [], everywhere: true })).article;
    expect(all.places.map(({ code }) => code)).toEqual(['18406', '18406', '18406']);
    expect(all.mainPlaces).toEqual([commune]);
  });

  it('gives a date its days', () => {
    const span = spanOf(texts, 2, '24/5');
    const dateAfter = (from: string | null, to: string | null) =>
      correctedBy(parsed, stored(span, { kind: 'date', from, to })).article.dates[0];
    expect(dateAfter('2025-05-24', '2025-05-24')).toMatchObject({
      edtf: '2025-05-24',
      text: 'sáng 24/5',
    });
    expect(dateAfter('2025-05-24', '2025-05-25')?.edtf).toBe('2025-05-24/2025-05-25');
    expect(dateAfter('2025-05-24', null)?.edtf).toBe('2025-05-24/..');
    expect(dateAfter(null, '2025-05-24')?.edtf).toBe('../2025-05-24');
  });

  it('corrects a conference field by field', () => {
    const span = spanOf(texts, 2, 'Hội nghị');
    const date = { from: '2026-05-24', to: '2026-05-24' };
    const { article, corrections } = correctedBy(
      parsed,
      stored(span, { kind: 'conference', organiser: 'Huyện ủy Lộc Hà' }),
      stored(span, { kind: 'conference', conferenceKind: 'so-ket', date, status: 'planned' }),
      stored(span, { kind: 'conference', status: 'held' }),
    );
    expect(article.conferences[0]).toMatchObject({
      name: 'Hội nghị',
      kind: 'so-ket',
      organiser: 'Huyện ủy Lộc Hà',
      date,
      status: 'held',
      main: true,
    });
    expect(corrections.map(({ state, was }) => [state, was])).toEqual([
      ['applied', { organiser: 'Huyện ủy' }],
      ['applied', { conferenceKind: 'hoi-nghi', date: null, status: 'held' }],
      ['applied', { status: 'planned' }],
    ]);
  });

  it('makes the finding where the parser finds nothing any more', () => {
    const unit: Change = {
      kind: 'place',
      level: 'district',
      code: '448',
      path: district,
      today: [],
      everywhere: true,
    };
    const { article, corrections } = correctedBy(
      unread,
      stored(spanOf(texts, 2, 'Lộc Hà', 2), unit),
      stored(spanOf(texts, -1, 'Lộc Hà'), unit),
      stored(quoteSpan, { kind: 'quote', speaker: 'Trần Văn Thử' }),
      stored(spanOf(texts, 2, 'sáng 24/5'), { kind: 'date', from: '2026-05-24', to: null }),
      stored(spanOf(texts, 2, 'Hội nghị'), {
        kind: 'conference',
        organiser: 'Huyện ủy',
        date: { from: '2026-05-24', to: null },
      }),
    );
    expect(article.places.map(({ paragraph }) => paragraph)).toEqual([-1, 2]);
    expect(corrections.map(({ finding, was }) => [finding, was])).toEqual([
      [1, null],
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ]);
    expect(article.quotes[0]).toMatchObject({ text: quoteText, marked: true, direct: true });
    expect(article.people[0]?.evidence).toEqual([spanOf(texts, 1, 'Trần Văn Thử')]);
    expect(article.dates[0]?.text).toBe('sáng 24/5');
    expect(article.conferences[0]).toMatchObject({ name: 'Hội nghị', status: 'planned' });
  });

  it('gives way to a newer one of the same finding, comes back when that is taken back', () => {
    const span = spanOf(texts, 2, '24/5');
    const older = stored(span, { kind: 'date', from: '2025-01-01', to: null });
    const newer = stored(span, { kind: 'date', from: '2025-01-02', to: null });
    const both = correctedBy(parsed, newer, older);
    expect(both.article.dates[0]?.from).toBe('2025-01-02');
    expect(both.corrections.map(({ id, state }) => [id, state])).toEqual([
      [older.id, 'replaced'],
      [newer.id, 'applied'],
    ]);
    const back = correctedBy(parsed, older, { ...newer, withdrawn: { by: 'Lan', at: newer.at } });
    expect(back.article.dates[0]?.from).toBe('2025-01-01');
    expect(back.corrections.map(({ state }) => state)).toEqual(['applied', 'withdrawn']);
  });

  it('is stale, and kept, where its text is gone', () => {
    const one = stored(quoteSpan, { kind: 'quote', speaker: 'Lê Thị Mẫu' });
    const rewritten = {
      ...parsed,
      blocks: [{ type: 'paragraph' as const, text: 'Bài viết lại.' }],
    };
    const { article, corrections } = correctedBy(rewritten, one);
    expect(article).toEqual(rewritten);
    expect(corrections).toMatchObject([{ id: one.id, state: 'stale', finding: null, was: null }]);
  });
});
