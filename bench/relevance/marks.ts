/** Marks: of the first ten hits the share that holds the words with the marks as typed, next to each other. */
import type { Article } from '../../core/article.ts';
import type { Contender } from '../search-data/engines.ts';
import { pick, sample, seeded } from '../search-data/random.ts';
import { plain, type Scan, wordsOf } from '../search-data/scan.ts';
import type { Options } from './options.ts';

const LENGTHS = [1, 2, 3, 4];
const EACH = 50;
/** A spelling counts where so many articles hold it. */
const ARTICLES = 3;

/** Folded forms of `length` syllables -> spelling -> articles. */
function spellings(articles: readonly Article[], length: number): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>();
  for (const article of articles) {
    const own = new Set<string>();
    for (const text of [article.headline, article.sapo, ...article.blocks.map((b) => b.text)]) {
      if (text === null) continue;
      const words = wordsOf(text);
      for (let i = 0; i + length <= words.length; i++) {
        const slice = words.slice(i, i + length);
        if (!slice.every(({ word }, n) => /^\p{L}+$/u.test(word) && (n === 0 || slice[n]?.joined)))
          continue;
        own.add(slice.map(({ word }) => word.toLowerCase()).join(' '));
      }
    }
    for (const spelling of own) {
      const form = plain(spelling);
      const all = forms.get(form) ?? new Map<string, number>();
      all.set(spelling, (all.get(spelling) ?? 0) + 1);
      forms.set(form, all);
    }
  }
  return forms;
}

const drawn = new WeakMap<readonly Article[], Map<number, readonly string[]>>();

function questions(articles: readonly Article[], length: number, seed: number): readonly string[] {
  const known = drawn.get(articles) ?? new Map<number, readonly string[]>();
  drawn.set(articles, known);
  const before = known.get(length);
  if (before) return before;
  const random = seeded(seed + length);
  const shared = [...spellings(articles, length)]
    .map(([form, all]) => ({
      form,
      marked: [...all].filter(([text, n]) => n >= ARTICLES && plain(text) !== text),
    }))
    .filter(({ marked }) => marked.length > 1)
    .sort((a, b) => (a.form < b.form ? -1 : 1));
  const found = sample(shared, EACH, random).map(({ marked }) => pick(marked, random)[0]);
  known.set(length, found);
  return found;
}

export async function marks(
  contender: Contender,
  articles: readonly Article[],
  scan: Scan,
  options: Options,
): Promise<void> {
  let all = 0;
  let count = 0;
  const parts: string[] = [];
  let same = 0;
  for (const length of LENGTHS) {
    let sum = 0;
    const asked = questions(articles, length, options.seed);
    for (const question of asked) {
      const { ids } = await contender.ask(question);
      const exist = Math.min(10, scan.holding(question, 'literal').size);
      const share = (spelling: 'literal' | 'exact') =>
        Math.min(
          1,
          ids.slice(0, exist).filter((id) => scan.holding(question, spelling).has(id)).length /
            exist,
        );
      const literal = share('literal');
      sum += literal;
      same += share('exact');
      if (options.verbose && literal < 1) console.log(`  marks ${literal.toFixed(2)} ${question}`);
    }
    all += sum;
    count += asked.length;
    parts.push(`${length}: ${(sum / asked.length).toFixed(4)} (${asked.length})`);
  }
  console.log(
    `${contender.name.padEnd(24)} marks ${(all / count).toFixed(4)}  by syllables ${parts.join('  ')}  hoà = hòa, kĩ = kỹ: ${(same / count).toFixed(4)}`,
  );
}
