/** Questions of one to three units from headlines, so many with few hits, with some and with many. */
import type { Article } from '../../core/article.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { parseQuestion } from '../../indexer/question.ts';
import { sample, seeded } from './random.ts';

/** Share of the questions, and how many hits they have at 100,000 articles. */
const SHARES = [
  { share: 0.6, from: 1, to: 1_000 },
  { share: 0.3, from: 1_001, to: 10_000 },
  { share: 0.1, from: 10_001, to: Number.POSITIVE_INFINITY },
];

export async function drawQuestions(
  engine: SearchEngine,
  articles: readonly Article[],
  count: number,
  seed: number,
  size: number,
): Promise<string[]> {
  const random = seeded(seed);
  const scale = size / 100_000;
  const groups = SHARES.map(({ share, from, to }) => ({
    from: from * scale,
    to: to * scale,
    wanted: Math.round(share * count),
    questions: new Set<string>(),
  }));
  for (const { headline } of sample(articles, articles.length, random)) {
    if (headline === null) continue;
    if (groups.every(({ wanted, questions }) => questions.size >= wanted)) break;
    const { units } = parseQuestion(headline);
    const start = Math.floor(random() * units.length);
    const some = units.slice(start, start + 1 + Math.floor(random() * 3));
    const text = some.map((unit) => unit.text).join(' ');
    const parsed = parseQuestion(text);
    const { units: asked, whole, without, exactOnly } = parsed;
    if (asked.length === 0 || parsed.errors.length > 0) continue;
    const { total } = await engine.search({
      units: asked,
      whole,
      without,
      exactOnly,
      match: 'units',
      filters: [],
      facets: [],
      sort: 'newest',
      offset: 0,
      limit: 1,
    });
    const group = groups.find(({ from, to }) => total >= from && total <= to);
    if (group && group.questions.size < group.wanted) group.questions.add(text);
  }
  const sizes = groups.map(({ questions }) => questions.size).join(' + ');
  console.log(`  questions: ${sizes}`);
  return sample(
    groups.flatMap(({ questions }) => [...questions]),
    count,
    random,
  );
}
