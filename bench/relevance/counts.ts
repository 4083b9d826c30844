/** Counts: `total` of a question that was not loosened is what a scan of the texts counts. */
import type { Article } from '../../core/article.ts';
import { withoutMarks } from '../search-data/asked.ts';
import type { Contender } from '../search-data/engines.ts';
import { sample, seeded } from '../search-data/random.ts';
import { type Scan, wordsOf } from '../search-data/scan.ts';
import type { Options } from './options.ts';

const EACH = 50;

export async function counts(
  contender: Contender,
  articles: readonly Article[],
  scan: Scan,
  { seed, verbose }: Options,
): Promise<void> {
  for (const spelling of ['folded', 'exact'] as const) {
    const random = seeded(seed + (spelling === 'exact' ? 1 : 0));
    const headlines = articles.flatMap(({ headline }) => (headline === null ? [] : [headline]));
    let equal = 0;
    let asked = 0;
    for (const headline of sample(headlines, headlines.length, random)) {
      if (asked >= EACH) break;
      const words = wordsOf(headline);
      const length = 1 + Math.floor(random() * 5);
      const start = Math.floor(random() * words.length);
      const text = words
        .slice(start, start + length)
        .map(({ word }) => word.toLowerCase())
        .join(' ');
      const question = spelling === 'folded' ? withoutMarks(text) : text;
      if (question === '') continue;
      const { units, total, loosened } = await contender.ask(question, spelling === 'exact');
      // A unit part of which is an abbreviation may be written in more ways than are listed.
      if (loosened || units.length === 0) continue;
      if (units.some((unit) => scan.forms(unit).length === 1 && scan.holdsAbbreviation(unit)))
        continue;
      asked++;
      const found = units
        .map((unit) => {
          const ids = new Set<string>();
          for (const one of scan.forms(unit))
            for (const id of scan.holding(one, spelling)) ids.add(id);
          return ids;
        })
        .reduce((inAll, ids) => {
          for (const id of inAll) if (!ids.has(id)) inAll.delete(id);
          return inAll;
        });
      if (found.size === total) equal++;
      else if (verbose)
        console.log(
          `  counts ${spelling} ${total} not ${found.size}: ${question} [${units.join(' | ')}]`,
        );
    }
    console.log(
      `${contender.name.padEnd(24)} counts ${spelling.padEnd(7)} ${equal} of ${asked} equal`,
    );
  }
}
