import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../app/export/columns.ts';
import { FORMATS } from '../../../app/export/format.ts';
import { exportFound } from '../../../app/export/open-export.ts';
import { xlsxFormat } from '../../../app/export/xlsx.ts';
import { bytesOf, found, PARTS, readCsv, stored } from './samples.ts';
import { readWorkbook } from './workbook.ts';

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');
/** Held by live objects, and by buffers outside the heap. */
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const at = (id: string) => COLUMNS.findIndex((column) => column.id === id);
const quote = (text: string, name: string | null, title: string | null) => ({
  text,
  spans: [{ paragraph: 1, start: 0, end: 1 }],
  speaker: {
    name,
    mention: 'ông Thử',
    honorific: null,
    rank: null,
    degree: null,
    offices: title === null ? [] : [{ title, former: false, organisation: null, place: null }],
    official: title !== null,
  },
  verb: null,
  direct: true,
  marked: true,
});

const WHOLE = stored(
  'a1',
  {
    headline: 'Lộc Hà họp chợ, "đông" vui',
    sapo: 'Sáng 26/5',
    quotes: [quote('Đông vui\nlắm', 'Trần Văn Thử', 'Bí thư Huyện ủy'), quote('Ừ', null, null)],
    places: [
      {
        paragraph: 1,
        start: 0,
        end: 6,
        text: 'Lộc Hà',
        level: 'district',
        code: '448',
        path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null],
        today: [{ code: '04250', path: ['Tỉnh Hà Tĩnh', null, 'Xã Lộc Hà'], partial: true }],
        candidates: [],
      },
    ],
    blocks: [
      { type: 'paragraph', text: 'Đoạn một.' },
      { type: 'caption', text: 'Chợ sớm.' },
      { type: 'paragraph', text: 'Đoạn hai.' },
    ],
    captions: [{ text: 'Chợ sớm.', credit: 'Lan', image: null, block: 1 }],
  },
  { original: 'goc', revision: 2 },
);

describe('every format', () => {
  it.each(FORMATS)('%s lets go of its articles when its reader leaves', async (format) => {
    let ended = false;
    async function* endless() {
      try {
        for (let i = 0; ; i++) yield stored(`n${i}`);
      } finally {
        ended = true;
      }
    }
    const made = exportFound(PARTS, found(endless(), 1e9), { format });
    let chunks = 0;
    for await (const _ of made.bytes) if (++chunks === 3) break;
    expect(ended).toBe(true);
    expect(made.complete).toBe(false);
    expect(made.written).toBeGreaterThan(0);
  });

  it.each(FORMATS)('%s fails where its articles fail', async (format) => {
    async function* failing() {
      yield stored('a');
      throw new Error('the disk is gone');
    }
    const made = exportFound(PARTS, found(failing(), 2), { format });
    const read = async () => {
      for await (const _ of made.bytes);
    };
    await expect(read()).rejects.toThrow('the disk is gone');
    expect(made.complete).toBe(false);
  });

  it.each(FORMATS)('%s is the same in memory however many articles there are', async (format) => {
    const growth = async (count: number) => {
      let most = 0;
      gc();
      const before = used();
      async function* many() {
        for (let i = 0; i < count; i++) {
          if (i % (count / 8) === 0) {
            gc();
            most = Math.max(most, used() - before);
          }
          yield stored(`n${i}`, { sapo: 'Chợ quê đông vui. '.repeat(20) });
        }
      }
      const made = exportFound(PARTS, found(many(), count), { format });
      for await (const _ of made.bytes);
      expect(made.complete).toBe(true);
      return most;
    };
    await growth(2_000);
    const small = await growth(20_000);
    const large = await growth(60_000);
    // A row kept would be 40,000 of them: more than 30 MB.
    expect(large - small).toBeLessThan(5e6);
  });
});

describe('csv', () => {
  it('is UTF-8 with a byte order mark, CRLF, and one row an article under named columns', async () => {
    const file = (await bytesOf('csv', [WHOLE])).toString('utf8');
    expect(file.startsWith('\ufeff')).toBe(true);
    const rows = readCsv(file.slice(1));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(COLUMNS.map(({ id }) => id));
    const cell = (id: string) => rows[1]?.[at(id)];
    expect(cell('url')).toBe('https://bao.test/a1');
    expect(cell('fetched_at')).toBe('2023-05-26T10:15:00+07:00');
    expect(cell('newspaper_name')).toBe('Báo Thử');
    expect(cell('published_on')).toBe('2023-05-26');
    expect(cell('headline')).toBe('Lộc Hà họp chợ, "đông" vui');
    expect(cell('quotes')).toBe('Đông vui lắm\nỪ');
    expect(cell('quote_speakers')).toBe('Trần Văn Thử\nông Thử');
    expect(cell('quote_offices')).toBe('Bí thư Huyện ủy\n');
    expect(cell('places')).toBe('Huyện Lộc Hà, Tỉnh Hà Tĩnh');
    expect(cell('place_codes')).toBe('448');
    expect(cell('place_codes_today')).toBe('04250');
    expect(cell('captions')).toBe('Chợ sớm. (Ảnh: Lan)');
    expect(cell('kind')).toBe('reprint');
    expect(cell('original')).toBe('goc');
    expect(cell('revision')).toBe('2');
    expect(cell('body')).toBe('Đoạn một.\nĐoạn hai.');
  });

  it('never gives a formula', async () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1+2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '  =1',
      '＝1',
      '"=1',
      '- Thưa ông',
    ];
    const file = await bytesOf(
      'csv',
      formulas.map((headline) => stored('x', { headline })),
    );
    const cells = readCsv(file.toString('utf8').slice(1))
      .slice(1)
      .map((row) => row[at('headline')]);
    expect(cells).toEqual([
      "'=1+1",
      "'+1",
      "'-1+2",
      "'@SUM(A1)",
      "'\t=1",
      "'\n=1",
      "'  =1",
      "'＝1",
      '"=1',
      "'- Thưa ông",
    ]);
  });

  it('says in a last line that it is not complete', async () => {
    const file = (await bytesOf('csv', [WHOLE], 3)).toString('utf8');
    const rows = readCsv(file.slice(1));
    expect(rows.at(-1)?.[0]).toBe('# CHƯA ĐỦ: 1 trên 3 bài / INCOMPLETE: 1 of 3 articles');
    expect(rows.every((row) => row.length === COLUMNS.length)).toBe(true);
  });
});

describe('jsonl', () => {
  it('gives the whole record, unchanged, and where it comes from', async () => {
    const hostile = stored('h', { headline: '=1\u202e\u0000\ud800' });
    const lines = (await bytesOf('jsonl', [WHOLE, hostile])).toString('utf8').trimEnd().split('\n');
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject(WHOLE.article);
    expect(Object.keys(first).slice(0, Object.keys(WHOLE.article).length)).toEqual(
      Object.keys(WHOLE.article),
    );
    expect(first).toMatchObject({
      fetchedAt: '2023-05-26T10:15:00+07:00',
      original: 'goc',
      revision: 2,
      corrections: [],
    });
    expect(second.headline).toBe(hostile.article.headline);
  });

  it('says in a last line that it is not complete', async () => {
    const lines = (await bytesOf('jsonl', [WHOLE], 2)).toString('utf8').trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      incomplete: 'CHƯA ĐỦ: 1 trên 2 bài / INCOMPLETE: 1 of 2 articles',
    });
  });
});

describe('xlsx', () => {
  it('holds texts as text, days as days, numbers as numbers, and says what it is', async () => {
    const { sheets, parts } = await readWorkbook(await bytesOf('xlsx', [WHOLE]));
    expect(sheets.map(({ name }) => name)).toEqual(['Bài', 'Nguồn', 'Cột']);
    const [, row] = sheets[0]?.rows ?? [];
    const cells = [...(row?.values() ?? [])];
    const letter = (id: string) =>
      [...(sheets[0]?.rows[0]?.entries() ?? [])].find(
        ([, { text }]) => text === COLUMNS[at(id)]?.heading,
      )?.[0] ?? '';
    expect(row?.get(letter('place_codes_today'))).toMatchObject({
      text: '04250',
      type: 'inlineStr',
    });
    // 26 May 2023 is day 45072; 10:15 is 0.427… of it.
    expect(row?.get(letter('published_on'))).toEqual({ text: '45072', type: 'n', style: 3 });
    expect(Number(row?.get(letter('fetched_at'))?.text)).toBeCloseTo(45072 + 10.25 / 24, 9);
    expect(parts.get('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"');
    expect(row?.get(letter('revision'))).toEqual({ text: '2', type: 'n', style: 0 });
    expect(cells.some(({ type }) => type === 'str')).toBe(false);
    const about = new Map(sheets[1]?.rows.map((one) => [one.get('A')?.text, one.get('B')?.text]));
    expect(about.get('Câu hỏi')).toBe('chợ quê');
    expect(about.get('Bộ lọc: from')).toBe('2023-05-01');
    expect(about.get('Đủ')).toBe('có');
    expect(about.get('Trích dẫn nguồn')).toContain('xuất lúc 08:00 ngày 25/11/2026');
    expect(sheets[2]?.rows).toHaveLength(COLUMNS.length + 1);
  });

  it('survives hostile text', async () => {
    const headlines = [
      '=cmd|A1',
      '<script>&"\'',
      'a\u0000b\u0008c\u001bd',
      'x\ud800y',
      'x\udc00y',
      '\u202eđảo',
      '_x000D_',
      ']]>',
      '\uffff',
      '- gạch\r\nxuống',
      '😀'.repeat(3),
    ];
    const { sheets, parts } = await readWorkbook(
      await bytesOf(
        'xlsx',
        headlines.map((headline) => stored('h', { headline })),
      ),
    );
    const column =
      [...(sheets[0]?.rows[0]?.entries() ?? [])].find(([, { text }]) => text === 'Tiêu đề')?.[0] ??
      '';
    const read = sheets[0]?.rows.slice(1).map((row) => row.get(column));
    expect(read?.map((cell) => cell?.text ?? null)).toEqual([
      '=cmd|A1',
      '<script>&"\'',
      'abcd',
      'x\ufffdy',
      'x\ufffdy',
      'đảo',
      '_x000D_',
      ']]>',
      null,
      '- gạch\nxuống',
      '😀😀😀',
    ]);
    // "quoted": it stays text when somebody edits the cell.
    expect(read?.[0]?.style).toBe(2);
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('lets a text longer than a cell go on behind the last column', async () => {
    const long = `${'a'.repeat(32_766)}😀${'b'.repeat(70_000)}`;
    const { sheets } = await readWorkbook(
      await bytesOf('xlsx', [stored('l', { blocks: [{ type: 'paragraph', text: long }] })]),
    );
    const row = sheets[0]?.rows[1];
    const parts = [...(row?.values() ?? [])].map(({ text }) => text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(32_767);
    const start = parts.findIndex((part) => part.startsWith('aaa'));
    expect(parts[start + 1]).toBe('Nội dung; Nội dung; Nội dung');
    expect([parts[start], ...parts.slice(start + 2)].join('')).toBe(long);
  });

  it('goes on in a further sheet where one is full', async () => {
    const small = xlsxFormat({ rows: 4, bytes: 1e9 });
    async function* articles() {
      for (let i = 0; i < 7; i++) yield stored(`n${i}`);
    }
    const chunks: Uint8Array[] = [];
    const source = {
      program: 'Điểm Báo',
      version: '1',
      question: '',
      units: [],
      filters: {},
      exactOnly: false,
      sort: 'newest',
      loosened: null,
      total: 7,
      exportedAt: '2026-11-25T08:00:00+07:00',
      citation: '',
    } as const;
    for await (const chunk of small.write({
      articles: articles(),
      source,
      missing: () => null,
      newspaperName: () => null,
    }))
      chunks.push(chunk);
    const { sheets } = await readWorkbook(Buffer.concat(chunks));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Bài', 4],
      ['Bài 2', 4],
      ['Bài 3', 2],
      ['Nguồn', 11],
      ['Cột', COLUMNS.length + 1],
    ]);
    const ids = sheets
      .slice(0, 3)
      .flatMap(({ rows }) => rows.slice(1).map((row) => row.get('A')?.text));
    expect(ids).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
  });
});
