/** The articles of the archive that the pages are measured on: few, read by the real parser, as many. */
import type { Article } from '../../core/article.ts';
import { newArticle } from '../../parsers/new-article.ts';
import { signature } from '../../parsers/signature.ts';

const DAY = 86_400_000;
const FIRST = Date.parse('2021-01-01T01:00:00Z');
const DAYS = 2_000;
/** Copies of one article that tell of the same event, within three days. */
const TOGETHER = 4;
/** One article in so many is of the second set, where there is one. */
const SECOND_SET = 8;

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function moved(day: string | null, days: number): string | null {
  return day === null ? null : dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/**
 * The event of another day, and of another body where it is not the first: what took place once would else
 * have thousands of articles.
 */
function otherEvent(
  conference: Article['conferences'][number],
  days: number,
  event: number,
): Article['conferences'][number] {
  const { date, organiser } = conference;
  return {
    ...conference,
    organiser: organiser === null || event === 0 ? organiser : `${organiser} số ${event}`,
    date: date === null ? null : { from: moved(date.from, days), to: moved(date.to, days) },
  };
}

/** The `copy`th of an article, for the archive. The first event keeps its day where it has one. */
function copyOf(base: Article, number: number, copy: number, newspapers: readonly string[]) {
  const event = Math.floor(copy / TOGETHER);
  const within = copy % TOGETHER;
  const before = base.publishedAt?.slice(0, 10) ?? null;
  const drawn = FIRST + ((number * 7_919 + event * 104_729) % DAYS) * DAY;
  const day = event === 0 && before !== null ? Date.parse(`${before}T01:00:00Z`) : drawn;
  const days = before === null ? 0 : Math.round((day - Date.parse(before)) / DAY);
  const published = dayOf(day + Math.floor(within / 2) * DAY);
  const id = `n${number.toString(36)}x${copy}`;
  const url = `https://example.org/${id}`;
  const article: Article = {
    ...base,
    id,
    url,
    newspaper: newspapers[(number + copy) % newspapers.length] ?? null,
    publishedAt: `${published}T${String(6 + within * 3).padStart(2, '0')}:00:00+07:00`,
    publishedPrecision: 'minute',
    conferences: base.conferences.map((one) => otherEvent(one, days, event)),
  };
  const made = newArticle(article, [url]);
  // Every fourth text is reprinted by the others of its event; the rest are articles of their own.
  return number % 4 === 0 ? made : { ...made, signature: signature([id]) };
}

/**
 * @param sets articles over and over; of a second set one in eight
 * @param newspapers ids, each as often as the others
 */
export function* manyArticles(
  sets: readonly (readonly Article[])[],
  size: number,
  newspapers: readonly string[],
): Generator<ReturnType<typeof newArticle>> {
  const [first = [], second = first] = sets;
  const taken = new Map<Article, number>();
  const next = [0, 0];
  for (let i = 0; i < size; i++) {
    const which = second !== first && i % SECOND_SET === 0 ? 1 : 0;
    const set = which === 1 ? second : first;
    const at = next[which] ?? 0;
    next[which] = at + 1;
    const base = set[at % set.length];
    if (base === undefined) throw new Error('no articles');
    const copy = taken.get(base) ?? 0;
    taken.set(base, copy + 1);
    yield copyOf(base, (at % set.length) * 2 + which, copy, newspapers);
  }
}
