/** Known item: an article asked for by its headline typed in many ways, a quotation, a caption. MRR of the first ten. */
import type { Article } from '../../core/article.ts';
import { abbreviations } from '../../vietnamese/index.ts';
import * as asked from '../search-data/asked.ts';
import type { Contender } from '../search-data/engines.ts';
import { type Random, sample, seeded } from '../search-data/random.ts';
import { plain, wordsOf } from '../search-data/scan.ts';
import type { Options } from './options.ts';

interface Item {
  readonly id: string;
  readonly question: string;
}

interface Way {
  readonly name: string;
  readonly items: readonly Item[];
  /** Headlines of which nothing could be made, or that fit several articles. */
  readonly leftOut: number;
}

const form = (text: string) =>
  wordsOf(text)
    .map(({ word }) => plain(word))
    .join(' ');

function headlineWays(
  articles: readonly Article[],
): [string, (text: string, random: Random) => string | null][] {
  const known = new Set<string>();
  for (const article of articles)
    for (const text of [article.headline, article.sapo, ...article.blocks.map((b) => b.text)])
      for (const { word } of wordsOf(text ?? '')) known.add(plain(word));
  const changed = (change: (text: string) => string) => (text: string) => {
    const other = change(text);
    return other === text.normalize('NFC') ? null : other;
  };
  const listed = abbreviations();
  return [
    ['as printed', (text) => text],
    ['without marks', asked.withoutMarks],
    ['half of the marks', asked.halfMarks],
    ['Telex', changed(asked.telex)],
    ['other tone placement', changed(asked.otherTone)],
    ['i/y', changed(asked.otherI)],
    ['abbreviated', changed((text) => asked.abbreviated(text, listed))],
    ['first half', asked.firstHalf],
    ['one letter', (text, random) => asked.misspelt(text, known, random)],
  ];
}

const made = new WeakMap<readonly Article[], readonly Way[]>();

function ways(
  articles: readonly Article[],
  captioned: readonly Article[],
  { seed, sample: size }: Options,
): readonly Way[] {
  const before = made.get(articles);
  if (before) return before;
  const titled = articles.flatMap(({ id, headline }) =>
    headline !== null && wordsOf(headline).length >= 8 ? [{ id, headline }] : [],
  );
  const forms = articles.map(({ headline }) => ` ${form(headline ?? '')} `);
  const holding = (texts: readonly string[], text: string) => {
    const wanted = ` ${form(text)} `;
    return texts.filter((one) => one.includes(wanted)).length;
  };
  const found: Way[] = headlineWays(articles).map(([name, change], i) => {
    const random = seeded(seed + 100 + i);
    const items: Item[] = [];
    let leftOut = 0;
    for (const { id, headline } of sample(titled, titled.length, random)) {
      if (items.length >= size) break;
      const question = change(headline, random);
      const own = name === 'first half' ? question : headline;
      if (question === null || own === null || holding(forms, own) > 1) leftOut++;
      else items.push({ id, question });
    }
    return { name, items, leftOut };
  });
  const random = seeded(seed + 200);
  const bodies = articles.map((article) => ({
    id: article.id,
    text: article.blocks
      .filter((block) => block.type === 'paragraph')
      .map((block) => block.text)
      .join('\n'),
  }));
  const padded = bodies.map(({ text }) => ` ${form(text)} `);
  const quotations: Item[] = [];
  let leftOut = 0;
  for (const { id, text } of sample(bodies, bodies.length, random)) {
    if (quotations.length >= size) break;
    const question = asked.quotation(text, 8, random);
    const once = question !== null && holding(padded, question) === 1;
    if (question !== null && once) quotations.push({ id, question });
    else leftOut++;
  }
  found.push({ name: 'quotation of eight', items: quotations, leftOut });
  const captions = [...articles, ...captioned].flatMap(({ id, captions: own }) =>
    own.filter(({ text }) => wordsOf(text).length >= 5).map(({ text }) => ({ id, question: text })),
  );
  const once = captions.filter(
    ({ question }) => captions.filter((one) => form(one.question) === form(question)).length === 1,
  );
  found.push({
    name: 'caption',
    items: sample(once, 300, random),
    leftOut: captions.length - once.length,
  });
  made.set(articles, found);
  return found;
}

export async function knownItem(
  contender: Contender,
  articles: readonly Article[],
  captioned: readonly Article[],
  options: Options,
): Promise<void> {
  for (const { name, items, leftOut } of ways(articles, captioned, options)) {
    let sum = 0;
    const times: number[] = [];
    for (const { id, question } of items) {
      const started = performance.now();
      const { ids, loosened, units } = await contender.ask(question);
      times.push(performance.now() - started);
      const at = ids.indexOf(id);
      sum += at < 0 ? 0 : 1 / (at + 1);
      if (options.verbose && at !== 0)
        console.log(`  ${name} ${at + 1} ${loosened ?? ''} ${question} [${units.join(' | ')}]`);
    }
    times.sort((a, b) => a - b);
    const time = (q: number) => (times[Math.floor(times.length * q)] ?? 0).toFixed(0);
    console.log(
      `${contender.name.padEnd(24)} ${name.padEnd(22)} MRR@10 ${(sum / items.length).toFixed(4)}  ${items.length} asked, ${leftOut} left out  ms p50 ${time(0.5)} p95 ${time(0.95)} worst ${(times.at(-1) ?? 0).toFixed(0)}`,
    );
  }
}
