/** What was read out of an article -> what is marked in its text, by paragraph. */
import type { Article, DateMention, Person, PlaceMention, Quote } from '../core/article.ts';
import { t } from '../i18n/text.ts';
import { placeValueOn } from '../indexer/place-codes.ts';
import { LOCALITIES } from './localities/pages.tsx';
import { officialHref } from './officials/url.ts';
import { searchUrl } from './search-url.ts';
import { type Finding, printedDays } from './text.tsx';
import { CONFERENCE_KINDS } from './words.ts';

/** Ids of the pages that findings lead to, by their place in the record. */
export interface FoundPages {
  readonly conferences: ReadonlyMap<number, string>;
  /** Of `article.people`. */
  readonly officials: ReadonlyMap<number, string>;
}

/** Paragraph number -> its findings, each leading to its own page. */
export function findingsOf(
  article: Article,
  { conferences, officials }: FoundPages,
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  const day = article.publishedAt?.slice(0, 10) ?? null;
  const add = (paragraph: number, finding: Finding) => {
    const list = found.get(paragraph);
    if (list) list.push(finding);
    else found.set(paragraph, [finding]);
  };
  const byName = new Map(
    [...officials].flatMap(([at, id]) => {
      const name = article.people[at]?.name;
      return name ? [[name, officialHref(id)] as const] : [];
    }),
  );
  const personHref = (name: string | null | undefined) =>
    name ? (byName.get(name) ?? searchUrl({ text: `"${name}"` })) : null;
  for (const quote of article.quotes)
    for (const { paragraph, start, end } of quote.spans)
      add(paragraph, {
        start,
        end,
        kind: 'quote',
        title: quoteTitle(quote),
        href: personHref(quote.speaker?.name),
      });
  for (const date of article.dates)
    add(date.paragraph, {
      start: date.start,
      end: date.end,
      kind: 'date',
      title: dateTitle(date),
      href: dateHref(date),
      datetime: date.from !== null && date.from === date.to ? date.from : undefined,
    });
  for (const place of article.places)
    add(place.paragraph, {
      start: place.start,
      end: place.end,
      kind: 'place',
      title: placeTitle(place),
      href: place.code
        ? `${LOCALITIES}/${encodeURIComponent(placeValueOn(place.code, day))}`
        : null,
    });
  for (const person of article.people)
    for (const { paragraph, start, end } of person.evidence)
      add(paragraph, {
        start,
        end,
        kind: 'person',
        title: personTitle(person),
        href: personHref(person.name),
      });
  for (const [position, conference] of article.conferences.entries())
    for (const { paragraph, start, end } of conference.evidence)
      add(paragraph, {
        start,
        end,
        kind: 'conference',
        title: [t(CONFERENCE_KINDS[conference.kind]), conference.organiser]
          .filter(Boolean)
          .join(': '),
        href: conferenceHref(conferences.get(position)),
      });
  return found;
}

export const conferenceHref = (id: string | undefined) => (id ? `/hoi-nghi/${id}` : null);

function quoteTitle({ speaker, direct }: Quote): string {
  const who = speaker?.name ?? speaker?.mention ?? t('chưa rõ người nói');
  const office = speaker?.offices[0]?.title;
  return `${direct ? t('Trích lời##of') : t('Thuật lời')}: ${who}${office ? `, ${office}` : ''}`;
}

/** The papers of that day, or of those days: since or until it where one end is open. */
function dateHref({ from, to, recurring, birth }: DateMention): string | null {
  if (recurring || birth || (from === null && to === null)) return null;
  const filters = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  return searchUrl({ text: '', filters });
}

function dateTitle(date: DateMention): string {
  if (date.recurring) return t('Ngày: hằng năm');
  return `${t('Ngày')}: ${printedDays(date.from, date.to)}${date.approximate ? t(' (khoảng)') : ''}`;
}

function placeTitle({ path, today, candidates }: PlaceMention): string {
  const name = [...path].reverse().filter(Boolean).join(', ');
  const now = today
    .map((unit) => [...unit.path].reverse().filter(Boolean).join(', '))
    .filter((text) => text !== name);
  const unsure = candidates.length > 1 ? t(' (chưa chắc nơi nào)') : '';
  return `${t('Nơi')}: ${name}${unsure}${now.length > 0 ? `; ${t('nay là {places}', { places: now.join('; ') })}` : ''}`;
}

function personTitle({ name, mention, offices }: Person): string {
  return [name ?? mention, offices.map(({ title }) => title).join('; ')].filter(Boolean).join(', ');
}
