/**
 * Learns words of several syllables from articles and writes vietnamese/data/collocations.json: neighbours
 * that stand together far more often than their own frequencies explain (normalised pointwise mutual
 * information, Bouma 2009). Reads the corpora of DIEMBAO_CORPUS and, with `--data DIR`, that archive.
 *
 * `node --import tsx tools/learn-compounds.ts [--data DIR]`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { openArchive } from '../archive/index.ts';
import { canonicalTone, isSyllable, keyTokens } from '../vietnamese/index.ts';

/** Of two syllables, and of a pair with what stands behind it. */
const STRENGTH = { two: 0.3, more: 0.42 } as const;
/** In so many places at least, and in so many articles. */
const COUNT = 20;
const ARTICLES = 8;
/** A longer one has so much of its parts' places, or the part would mostly mean something else. */
const SHARE = 0.2;

/** Where one syllable more stands beside so many of its places, it is only a part of that: "ban chấp (hành)". */
const FRAGMENT = 0.6;
const LONGEST = 4;

/** Words that only join others: no compound begins or ends with one of them. */
const JOINING = new Set(
  'của và là các những được có không với cho đã sẽ đang này đó kia ấy thì mà để khi nếu như từ tại trong trên dưới ở đến về theo vào ra bị do bởi vì nên cũng còn vẫn chỉ rất quá hơn nhất một hai ba bốn năm sáu bảy tám chín mười mỗi mọi cả hay hoặc nhưng tuy rằng lại đi lên xuống thêm nữa rồi chưa chẳng ai gì nào đâu sao ông bà anh chị em tôi họ nó chúng người việc sự cái con khoảng hơn gần sau trước giữa cùng bằng qua lúc ngày tháng tuổi giờ phút'.split(
    ' ',
  ),
);

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Runs of neighbouring syllables, lower case. A name begins one: "huyện | Can Lộc", "ông | Nguyễn Văn". */
function* runsOf(text: string): Generator<string[]> {
  let run: string[] = [];
  let before = '';
  for (const token of keyTokens(text)) {
    const word = canonicalTone(token.text.normalize('NFC').toLowerCase());
    const fits = isSyllable(word);
    const begins = isCapital(token.text) && !isCapital(before);
    before = token.text;
    if (!token.joined || !fits || begins) {
      if (run.length > 1) yield run;
      run = [];
    }
    if (fits) run.push(word);
  }
  if (run.length > 1) yield run;
}

const Plain = z.looseObject({
  title: z.string().nullish(),
  sapo: z.string().nullish(),
  body: z.string(),
});

function* corpusTexts(folder: string): Generator<string> {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort())
    for (const line of gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')) {
      if (line === '') continue;
      const { title, sapo, body } = Plain.parse(JSON.parse(line));
      yield [title, sapo, body].filter(Boolean).join('\n');
    }
}

async function* archiveTexts(directory: string): AsyncGenerator<string> {
  const archive = await openArchive({ directory, readOnly: true });
  try {
    for (let after: string | null = null; ; ) {
      const ids: readonly string[] = await archive.index.ids(after, 500);
      after = ids.at(-1) ?? null;
      if (after === null) return;
      for (const { article } of await archive.articles.getMany(ids))
        yield [article.headline, article.sapo, ...article.blocks.map(({ text }) => text)]
          .filter(Boolean)
          .join('\n');
    }
  } finally {
    await archive.close();
  }
}

interface Seen {
  count: number;
  articles: number;
  last: number;
}

/** How often each run of up to LONGEST syllables, and of one more, stands, and in how many articles. */
class Counts {
  readonly #seen = new Map<string, Seen>();
  syllables = 0;
  articles = 0;

  take(text: string): void {
    this.articles += 1;
    for (const run of runsOf(text)) {
      this.syllables += run.length;
      for (let at = 0; at < run.length; at++) {
        let key = '';
        for (let length = 1; length <= LONGEST + 1 && at + length <= run.length; length++) {
          key += `${length > 1 ? ' ' : ''}${run[at + length - 1]}`;
          const seen = this.#seen.get(key);
          if (seen === undefined)
            this.#seen.set(key, { count: 1, articles: 1, last: this.articles });
          else {
            seen.count += 1;
            if (seen.last !== this.articles) seen.articles += 1;
            seen.last = this.articles;
          }
        }
      }
    }
    if (this.articles % 1_000 === 0) this.#forgetRare();
  }

  /** Long runs that were seen once are most of all. */
  #forgetRare(): void {
    for (const [key, { count, last }] of this.#seen)
      if (count === 1 && last < this.articles - 500 && key.split(' ').length > 2)
        this.#seen.delete(key);
  }

  of(key: string): number {
    return this.#seen.get(key)?.count ?? 0;
  }

  /** How much more often than by chance the two parts stand together, -1 to 1. */
  strength(left: string, right: string): number {
    const joint = this.of(`${left} ${right}`) / this.syllables;
    if (joint === 0) return -1;
    const chance = (this.of(left) / this.syllables) * (this.of(right) / this.syllables);
    return Math.log(joint / chance) / -Math.log(joint);
  }

  /** Runs that are mostly seen as a part of one that is a syllable longer. */
  fragments(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [key, { count }] of this.#seen) {
      if (count < FRAGMENT * COUNT || !key.includes(' ')) continue;
      const parts = [key.slice(0, key.lastIndexOf(' ')), key.slice(key.indexOf(' ') + 1)];
      for (const part of parts)
        if (part.includes(' ') && count >= FRAGMENT * this.of(part)) found.add(part);
    }
    return found;
  }

  /** Those that are frequent enough, of `length` syllables. */
  *frequent(length: number): Generator<readonly [string[], number]> {
    for (const [key, { count, articles }] of this.#seen) {
      if (count < COUNT || articles < ARTICLES) continue;
      const words = key.split(' ');
      const [first = '', last = ''] = [words[0], words.at(-1)];
      if (words.length === length && !JOINING.has(first) && !JOINING.has(last))
        yield [words, count];
    }
  }
}

function learn(counts: Counts): string[] {
  const found = new Set<string>();
  for (const [[a = '', b = '']] of counts.frequent(2))
    if (counts.strength(a, b) >= STRENGTH.two) found.add(`${a} ${b}`);
  for (let length = 3; length <= LONGEST; length++)
    for (const [words, count] of counts.frequent(length))
      for (let cut = 1; cut < length; cut++) {
        const [left, right] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
        const parts = [left, right].filter((part) => part.includes(' '));
        const together = parts.every((part) => found.has(part) && count >= SHARE * counts.of(part));
        if (parts.length > 0 && together && counts.strength(left, right) >= STRENGTH.more)
          found.add(words.join(' '));
      }
  const fragments = counts.fragments();
  return [...found].filter((text) => !fragments.has(text)).sort();
}

const args = process.argv.slice(2);
const data = args[args.indexOf('--data') + 1];
const corpus = process.env.DIEMBAO_CORPUS;
if (!corpus && !args.includes('--data')) throw new Error('set DIEMBAO_CORPUS, or give --data DIR');
const counts = new Counts();
if (corpus) for (const text of corpusTexts(corpus)) counts.take(text);
if (args.includes('--data') && data) for await (const text of archiveTexts(data)) counts.take(text);
const learnt = learn(counts);
const file = fileURLToPath(new URL('../vietnamese/data/collocations.json', import.meta.url));
const source =
  `Learnt by tools/learn-compounds.ts from ${counts.articles} news articles (${counts.syllables} syllables): ` +
  `neighbours of a normalised mutual information of ${STRENGTH.two} and more, longer ones ${STRENGTH.more}, ` +
  `in at least ${COUNT} places of ${ARTICLES} articles.`;
writeFileSync(file, `${JSON.stringify({ source, collocations: learnt }, null, 1)}\n`);
console.log(`${learnt.length} compounds from ${counts.articles} articles`);
