/**
 * Whether search finds what was meant: exact marks first, a known article by its headline typed in many
 * ways, and counts that are what a scan of the texts counts.
 */
import type { Article } from '../core/article.ts';
import { counts } from './relevance/counts.ts';
import { knownItem } from './relevance/known-item.ts';
import { marks } from './relevance/marks.ts';
import { corpusArticles, syntheticArticles } from './search-data/articles.ts';
import { captionedArticles } from './search-data/captioned.ts';
import { DEFAULTS, openContenders } from './search-data/engines.ts';
import { openScan } from './search-data/scan.ts';

/** Headlines asked for in each way; `--sample N` says otherwise, 0 takes all. */
const SAMPLE = 400;
const SEED = 20261124;

export default async function relevance(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--sample');
  const size = at < 0 ? SAMPLE : Number(args[at + 1]);
  const base = {
    seed: SEED,
    sample: size === 0 ? Number.POSITIVE_INFINITY : size,
    verbose: args.includes('--verbose'),
  };
  const synthetic = syntheticArticles();
  const corpus = corpusArticles();
  if (corpus === null) console.log('not run: the corpora (DIEMBAO_CORPUS is not set)');
  const sets: [string, readonly Article[]][] = [['synthetic', synthetic]];
  if (corpus && !args.includes('--synthetic')) sets.push(['corpora', corpus]);
  const captioned = captionedArticles();
  for (const [name, articles] of sets) {
    console.log(
      `\n== ${name}: ${articles.length} articles, ${captioned.length} with captions beside them`,
    );
    const opened = await openContenders([...articles, ...captioned]);
    try {
      const scan = openScan([...articles, ...captioned]);
      const only = args.find((arg) => ['marks', 'known', 'counts'].includes(arg));
      for (const contender of opened.contenders) {
        const options = { ...base, verbose: base.verbose && contender.name !== DEFAULTS };
        if (!only || only === 'marks') await marks(contender, articles, scan, options);
        if (!only || only === 'known') await knownItem(contender, articles, captioned, options);
        if ((!only || only === 'counts') && contender.name !== DEFAULTS)
          await counts(contender, articles, scan, options);
      }
    } finally {
      await opened.close();
    }
  }
}
