import { describe, expect, test } from 'vitest';
import type { Article, PlaceMention } from '../../core/article.ts';
import { toDocument } from '../../indexer/document.ts';
import { placesAbove, readPlaceValue } from '../../indexer/place-codes.ts';
import { keyText, keyTokens } from '../../vietnamese/index.ts';

const place = (code: string | null, today: readonly string[] = []): PlaceMention => ({
  paragraph: 1,
  start: 0,
  end: 1,
  text: 'huyện Lộc Hà',
  level: 'district',
  code,
  path: [null, null, null],
  today: today.map((one) => ({ code: one, path: [null, null, null], partial: false })),
  candidates: [],
});

const article: Article = {
  id: 'a1',
  externalId: null,
  url: 'https://example.org/a1',
  newspaper: 'bao-a',
  section: ' Chính  trị ',
  headline: 'Sơ kết, tổng kết',
  sapo: 'Sáng 24/5.',
  authors: [],
  tags: [],
  language: 'vi',
  publishedAt: '2023-05-26T00:30:00+07:00',
  updatedAt: null,
  publishedPrecision: 'minute',
  blocks: [
    { type: 'paragraph', text: 'Đoạn một' },
    { type: 'caption', text: 'Quang cảnh' },
    { type: 'heading', text: 'Mục hai' },
  ],
  captions: [{ text: 'Quang cảnh', credit: 'Huy Hoàng', image: null, block: 1 }],
  quotes: [],
  dates: [],
  places: [place('448', ['18568', '18574']), place('18712'), place(null)],
  mainPlaces: [],
  people: [
    {
      name: 'Trần Văn Báu',
      mention: 'ông Báu',
      honorific: 'ông',
      rank: null,
      degree: null,
      offices: [{ title: 'Bí thư Đảng ủy xã', former: false, organisation: null, place: null }],
      official: true,
      roles: [],
      evidence: [],
    },
    {
      name: 'Võ Thị Lái',
      mention: null,
      honorific: 'chị',
      rank: null,
      degree: null,
      offices: [],
      official: false,
      roles: [],
      evidence: [],
    },
  ],
  conferences: [
    {
      name: 'sơ kết giữa nhiệm kỳ',
      kind: 'so-ket',
      occasion: 'giữa nhiệm kỳ',
      organiser: 'Đảng bộ huyện Lộc Hà',
      level: 'huyen',
      term: null,
      date: null,
      place: null,
      chairs: [],
      speakers: [],
      status: 'held',
      main: true,
      evidence: [],
    },
  ],
  stamps: { schema: 1, parser: '1', spec: null, vietnamese: '1', sources: {}, missing: {} },
};

describe('toDocument', () => {
  test('gives each text its field, both keys, barriers between its parts', () => {
    const { texts } = toDocument({ article, original: null });
    expect(texts.headline).toEqual({
      folded: 'so ket . tong ket',
      exact: 'so70 ke6t1 . to6ng3 ke6t1',
    });
    expect(texts.captions.folded).toBe('quang canh . huy hoang');
    expect(texts.body.folded).toBe('doan mot . muc hai');
    expect(texts.people.folded).toBe('tran van bau . bi thu dang uy xa . vo thi lai');
    expect(texts.places.folded).toBe('huyen loc ha');
    expect(texts.quotes).toEqual({ folded: '', exact: '' });
  });

  test('words on both sides of an attribution are no neighbours', () => {
    const said = 'Xã đã xong, ông nói, tỉnh ghi nhận';
    const quote = {
      text: 'Xã đã xong tỉnh ghi nhận',
      spans: [
        { paragraph: 1, start: 0, end: 10 },
        { paragraph: 1, start: 21, end: 34 },
      ],
      marked: false,
      direct: true,
      verb: 'nói',
      speaker: null,
    };
    const blocks = [{ type: 'paragraph' as const, text: said }];
    const { texts } = toDocument({
      article: { ...article, blocks, quotes: [quote] },
      original: null,
    });
    expect(texts.quotes.folded).toBe('xa da xong . tinh ghi nhan');
  });

  test('gives values to filter by, in Vietnam time', () => {
    expect(toDocument({ article, original: 'o1' })).toMatchObject({
      id: 'a1',
      publishedAt: Date.parse('2023-05-25T17:30:00Z') / 1000,
      values: {
        newspaper: ['bao-a'],
        section: ['Chính trị'],
        month: ['2023-05'],
        day: ['2023-05-26'],
        places: ['18712', '42', '446', '448', 't:18568', 't:18574', 't:42'],
        people: ['Trần Văn Báu', 'Võ Thị Lái'],
        officials: ['Trần Văn Báu'],
        offices: ['Bí thư Đảng ủy xã'],
        conferenceKinds: ['so-ket'],
        occasions: ['giữa nhiệm kỳ'],
        levels: ['huyen'],
        organisers: ['Đảng bộ huyện Lộc Hà'],
        statuses: ['held'],
        origin: ['reprint'],
        quotes: ['no'],
        state: ['live'],
        content: ['yes'],
      },
      original: 'o1',
    });
    const withdrawnAt = '2023-06-01T00:00:00.000Z';
    const blocks = article.blocks.filter((block) => block.type === 'caption');
    const gone = toDocument({ article: { ...article, blocks }, original: null, withdrawnAt });
    expect(gone.values).toMatchObject({
      origin: ['original'],
      state: ['withdrawn'],
      content: ['no'],
    });
  });

  test('one code never means two units', () => {
    const on = (day: string, code: string) => {
      const publishedAt = `${day}T08:00:00+07:00`;
      const places = [{ ...place(code), today: place(null, [code]).today }];
      return toDocument({ article: { ...article, publishedAt, places }, original: null }).values
        .places;
    };
    // 91 was Kiên Giang, and is An Giang since the reform.
    expect(on('2024-05-01', '91')).toEqual(['91', 't:91']);
    expect(on('2025-08-01', '91')).toEqual(['91@2025-07-01', 't:91']);
    // A township under one district, then another, then a commune of the same code.
    expect(on('2024-05-01', '18568')).toEqual(['18568', '42', '448', 't:18568', 't:42']);
    expect(on('2025-02-01', '18568')).toEqual(['18568@2025-01-01', '42', '445', 't:18568', 't:42']);
    expect(on('2025-08-01', '18568')).toEqual(['18568@2025-07-01', '42', 't:18568', 't:42']);
  });

  test('values tell their unit and what lies above', () => {
    expect(readPlaceValue('91').unit?.name).toBe('Tỉnh Kiên Giang');
    expect(readPlaceValue('91@2025-07-01').unit?.name).toBe('Tỉnh An Giang');
    expect(readPlaceValue('t:91')).toMatchObject({ today: true, unit: { name: 'Tỉnh An Giang' } });
    for (const wrong of ['91@2025-07-02', '91@', 't:', '', 'x', '91@x@y', 't:448000'])
      expect(readPlaceValue(wrong).unit, wrong).toBeUndefined();
    expect(placesAbove('18568')).toEqual(['448', '42']);
    expect(placesAbove('18568@2025-01-01')).toEqual(['445', '42']);
    expect(placesAbove('t:18568')).toEqual(['t:42']);
  });

  test('nothing known stays nothing', () => {
    const bare: Article = {
      ...article,
      publishedAt: null,
      publishedPrecision: null,
      section: null,
      headline: null,
      places: [],
      people: [],
    };
    expect(toDocument({ article: bare, original: null })).toMatchObject({
      publishedAt: null,
      values: { month: [], day: [], section: [], places: [], people: [] },
      texts: { headline: { folded: '', exact: '' } },
    });
    const monthly = { ...article, publishedPrecision: 'month' as const };
    expect(toDocument({ article: monthly, original: null })).toMatchObject({
      values: { month: ['2023-05'], day: [] },
    });
  });
});

describe('key text', () => {
  test.each([
    ['Về TP. Hà Tĩnh', 've tp ha tinh'],
    ['xong. Ông', 'xong . ong'],
    ['ngày 24.5.2023, lúc 7:30', 'ngay 24 5 2023 . luc 7 30'],
    ['năm 2023. 15 xã', 'nam 2023 . 15 xa'],
    ['GD&ĐT; Covid-19 (mới)', 'gd dt . covid 19 . moi'],
    ['Mạng 5G, ж', 'mang 5gq . x436xq'],
    ['dòng\nsau', 'dong . sau'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(keyText([text]).folded).toBe(folded);
  });

  test('no folded word is an exact one, numbers apart', () => {
    for (const text of ['á', 'A1', 'a1', 'o2', '5G', 'max', 'ha2', 'z', 'q']) {
      for (const token of keyTokens(text)) expect(token.folded).not.toBe(token.key);
      const [a] = keyTokens('á');
      const [b] = keyTokens(text);
      expect(b?.folded).not.toBe(a?.key);
    }
    expect(keyTokens('2020')[0]).toMatchObject({ folded: '2020', key: '2020' });
  });

  test('offsets are those of the text', () => {
    const text = 'Bí thư, TP. Hà Tĩnh';
    expect(keyTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Bí',
      'thư',
      'TP',
      'Hà',
      'Tĩnh',
    ]);
    expect(keyTokens(text).map((token) => token.joined)).toEqual([false, true, false, true, true]);
  });
});
