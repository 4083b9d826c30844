/**
 * Time of a suggestion over 100,000 articles: those of DIEMBAO_CORPUS, counted under new ids until there are as many.
 * Asked are beginnings of one to twelve letters of headlines, places and officials. `npm run bench -- suggest [ARTICLES]`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suggest } from '../app/suggest.ts';
import { openSuggestionStore } from '../indexer/suggest/store.ts';
import { termsOf } from '../indexer/suggest/terms.ts';
import { corpusArticles } from './search-data/articles.ts';

const QUESTIONS = 2_000;

export default function bench(args: readonly string[]): void {
  const articles = corpusArticles();
  if (articles === null) {
    console.log('not run: DIEMBAO_CORPUS is not set');
    return;
  }
  const wanted = Number(args[0] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'diembao-suggest-'));
  try {
    const file = join(folder, 'suggestions.db');
    const store = openSuggestionStore(file);
    const names = { newspaper: () => null };
    const all = articles.map((article) =>
      termsOf({ article, original: null, withdrawnAt: null }, names),
    );
    const began = performance.now();
    for (let n = 0; n < wanted; n += 500)
      store.put(
        Array.from({ length: Math.min(500, wanted - n) }, (_, i) => ({
          id: `a${n + i}`,
          terms: all[(n + i) % all.length] ?? [],
        })),
      );
    const seconds = (performance.now() - began) / 1000;
    const texts = all.flatMap((terms) => terms.map(({ names: [name] }) => name));
    const times: number[] = [];
    for (let i = 0; i < QUESTIONS; i++) {
      const text = texts[Math.floor((i * texts.length) / QUESTIONS)] ?? '';
      const typed = [...text].slice(0, 1 + (i % 12)).join('');
      const start = performance.now();
      suggest(store, typed);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
    console.log(
      `${wanted} articles: put in ${seconds.toFixed(0)} s; ${QUESTIONS} questions: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
    );
    store.close();
    console.log(`${(statSync(file).size / 1e6).toFixed(0)} MB on disk`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
