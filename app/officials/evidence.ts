/** Where an article gives a person an office: the paragraph and its words. */
import type { StoredOfficial } from '../../archive/officials-port.ts';
import type { Archive } from '../../archive/port.ts';
import { type Article, passages } from '../../core/article.ts';

export interface Evidence {
  readonly articleId: string;
  readonly paragraph: number;
  /** A stretch of the paragraph around the office. */
  readonly words: string;
}

/** Offices whose words are looked up, and UTF-16 units shown on each side. */
const MOST = 50;
const AROUND = 70;

function stretch(text: string, start: number, end: number): string {
  const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1;
  const last = text.lastIndexOf(' ', end + AROUND);
  const to = end + AROUND >= text.length || last < end ? text.length : last;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

/** The paragraph that prints the office; else the one that names the person first. */
function evidenceIn(article: Article, title: string, names: readonly string[]): Evidence | null {
  const low = title.toLowerCase();
  const all = passages(article);
  for (const { paragraph, text } of all) {
    const at = text.toLowerCase().indexOf(low);
    if (at >= 0 && names.some((name) => text.includes(name)))
      return { articleId: article.id, paragraph, words: stretch(text, at, at + title.length) };
  }
  const person = article.people.find(({ name }) => name !== null && names.includes(name));
  const [first] = person?.evidence ?? [];
  const text = all.find(({ paragraph }) => paragraph === first?.paragraph)?.text;
  if (first === undefined || text === undefined) return null;
  const words = stretch(text, first.start, first.end);
  return { articleId: article.id, paragraph: first.paragraph, words };
}

/** For each of the person's offices the evidence in the first article that gives it; null where it is not found. */
export async function evidenceOf(
  { articles }: Pick<Archive, 'articles'>,
  { offices, names }: StoredOfficial,
): Promise<readonly (Evidence | null)[]> {
  const stored = await articles.getMany([
    ...new Set(offices.slice(0, MOST).map(({ firstArticle }) => firstArticle)),
  ]);
  const byId = new Map(stored.map(({ article }) => [article.id, article]));
  return offices.map(({ title, firstArticle }) => {
    const article = byId.get(firstArticle);
    return article === undefined ? null : evidenceIn(article, title, names);
  });
}
