/**
 * Hostile text of growing size in one paragraph: reading must take time in proportion, never throw, and never
 * point outside the text. Prints milliseconds for each size and what doubling costs.
 */
import { passages, textAt } from '../core/article.ts';
import { readPlain } from '../parsers/read.ts';

const SIZES = [250_000, 500_000, 1_000_000] as const;

/** Shapes; each is repeated to the size. */
const SHAPES: Readonly<Record<string, string>> = {
  'plain sentences':
    'Sáng 24/5, ông Trần Văn Thử, Chủ tịch UBND huyện Lộc Hà, họp dân ở xã Thạch Kim. ',
  'curly quotes': '“Xã họp” “dân đông” ',
  'opening quotes only': '“ Ông Hải nói: “ ',
  'straight quotes': '"xã họp" nói ',
  'closing quotes only': 'nói” bà Lan” ',
  digits: '24/5/2023 12-5-2023 1.200.000 ',
  slashes: '1/2/3/4/5/6/7/8/9/',
  names: 'Nguyễn Văn An Trần Thị Bình Lê Hữu Cảnh ',
  titles: 'Phó Bí thư, Chủ tịch, Giám đốc, Trưởng ban, ',
  places: 'xã Tân Thành, xã Tân Thành, huyện Châu Thành, ',
  conferences: 'hội nghị sơ kết đại hội kỳ họp lễ tổng kết ',
  'no space': 'àáảãạ',
  'one letter': 'a ',
  commas: ', ',
  'zero width': 'Hà\u200b Tĩnh\u200d ',
  decomposed: 'hội nghị sơ kết '.normalize('NFD'),
  'right to left': '\u202eHà Tĩnh\u202c ngày 24/5 ',
  'lone surrogates': '\ud800 Hà Tĩnh ',
  brackets: '((((((ông A) ',
};

function read(text: string): { ms: number; outside: number } {
  const started = performance.now();
  const article = readPlain(
    {
      id: 'x',
      publishedAt: '2023-05-26',
      newspaper: null,
      headline: null,
      sapo: null,
      paragraphs: [text],
    },
    { id: 'x', province: '42' },
  );
  const ms = performance.now() - started;
  const length = passages(article)[0]?.text.length ?? 0;
  const found = [...article.dates, ...article.places];
  const spans = [
    ...found,
    ...article.quotes.flatMap((quote) => quote.spans),
    ...article.people.flatMap((person) => person.evidence),
    ...article.conferences.flatMap((conference) => conference.evidence),
  ];
  const outside =
    spans.filter(({ start, end }) => start > end || end > length).length +
    found.filter((one) => textAt(article, one) !== one.text).length;
  return { ms, outside };
}

export default function run(): void {
  const [small = 0, , large = 0] = SIZES;
  console.log(
    `shape | ${SIZES.map((size) => `${size / 1000} KB, ms`).join(' | ')} | ms a KB, last against first`,
  );
  let wrong = 0;
  for (const [name, unit] of Object.entries(SHAPES)) {
    const times = SIZES.map((size) => {
      const { ms, outside } = read(unit.repeat(Math.ceil(size / unit.length)));
      wrong += outside;
      return ms;
    });
    const growth = ((times.at(-1) ?? 0) / large / ((times[0] ?? 1) / small)).toFixed(2);
    console.log(`${name} | ${times.map((ms) => ms.toFixed(0)).join(' | ')} | × ${growth}`);
  }
  console.log(`findings outside the text: ${wrong}`);
  if (wrong > 0) process.exitCode = 1;
}
