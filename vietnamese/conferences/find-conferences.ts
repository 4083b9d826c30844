/**
 * The conferences of an article: definite single events in Vietnam (sơ kết, tổng kết, đại hội, kỳ họp, hội
 * nghị, hội thi, lễ), each with what all its mentions say together. Not series, documents, talks between
 * states, workshops or press conferences.
 */
import {
  dateOf,
  type Event,
  fits,
  kindOf,
  nameIn,
  occasionIn,
  organiserOf,
  sameBody,
  sameMatter,
  termIn,
} from './event.ts';
import { fullBody } from './full-body.ts';
import { levelOf } from './level.ts';
import { type Mention, mentions } from './mention.ts';
import { partsOf, quotesByParagraph } from './parts.ts';
import { impliedPlace } from './place.ts';
import { isAbroad, isHeldAbroad, isNowhere, isOtherSession, isPrivate } from './refuse.ts';
import type { Conference, ConferenceContext, DateSeen, Kind, Passage, Span } from './shapes.ts';
import { type Spot, spots } from './spot.ts';
import { lineOf, mayHold } from './text.ts';
import { isListed, statusOf } from './when.ts';

/** No article tells of more; what a hostile one holds beyond is left, so that time stays linear. */
const MOST_MENTIONS = 1_000;
const MOST_EVENTS = 100;
const MOST_OF_ONE = 40;
const MOST_EVIDENCE = 20;

function byParagraph<T extends { readonly paragraph: number }>(
  all: readonly T[],
): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) {
    const list = found.get(one.paragraph);
    if (list) list.push(one);
    else found.set(one.paragraph, [one]);
  }
  return found;
}

/** The kind and occasion that the article speaks of as a whole, series included. */
interface Topic {
  readonly kind: Kind;
  readonly occasion: string | null;
}

function topicOf(all: readonly Mention[]): Topic | null {
  const counts = new Map<string, { topic: Topic; count: number }>();
  for (const { spot, kind, occasion } of all) {
    if (spot.bare || kind === 'hoi-nghi' || kind === 'le') continue;
    const id = kind;
    const known = counts.get(id);
    if (known) {
      known.count++;
      if (known.topic.occasion === null && occasion !== null) known.topic = { kind, occasion };
    } else counts.set(id, { topic: { kind, occasion }, count: 1 });
  }
  let best: { topic: Topic; count: number } | null = null;
  for (const one of counts.values()) if (best === null || one.count > best.count) best = one;
  return best?.topic ?? null;
}

/** Whether a mention by itself tells of a definite event. */
function isDefinite(mention: Mention): boolean {
  const { spot, organiser, date, ordinal, matter, announced } = mention;
  if (spot.kind === 'ky-hop')
    return (
      ordinal !== null ||
      (organiser !== null &&
        (date !== null ||
          mention.term !== null ||
          mention.told !== null ||
          isRecent(spot) ||
          isThis(mention)))
    );
  if (spot.kind === 'le' && organiser === null && matter.length === 0) return false;
  if (organiser !== null)
    return (
      announced ||
      date !== null ||
      ordinal !== null ||
      matter.length > 0 ||
      mention.occasion !== null ||
      spot.kind === 'dai-hoi' ||
      isRecent(spot)
    );
  if (date !== null && (announced || !spot.bare)) return true;
  // "Tại hội nghị vừa diễn ra ngày 23/5", of whatever year
  if (announced && spot.kind === 'hoi-nghi' && isFramed(spot) && DAY_BEHIND.test(behind(spot)))
    return true;
  if (spot.bare) return false;
  if (ordinal !== null || mention.term !== null) return true;
  const framed = isFramed(spot);
  if (spot.kind === 'so-ket' || spot.kind === 'tong-ket')
    return framed && (spot.headEnd > spot.at || isMeeting(spot)) && matter.length >= 2;
  if (spot.firm) return !spot.bare;
  return matter.length >= (framed ? 2 : 3) && (framed || announced);
}

/** "tại buổi sơ kết chống buôn lậu": the meeting, not the act. */
const isMeeting = ({ line: { list }, at }: Spot): boolean =>
  /^(?:buổi|họp|lễ)$/u.test(list[at - 1]?.low ?? '');

const DAY_BEHIND = /^[^.;,]{0,30}(?:ngày|sáng|chiều|tối|hôm) \d{1,2}[/.-]\d/u;

function behind({ line, end }: Spot): string {
  const from = line.list[end]?.start ?? line.passage.text.length;
  return line.passage.text.slice(from, from + 60);
}

/** "Tại kỳ họp này, Chính phủ trình Quốc hội" */
const isThis = ({ spot: { line, end }, organiser }: Mention): boolean =>
  line.list[end]?.low === 'này' && /^\p{Lu}/u.test(organiser?.text ?? '');

/** "hội nghị của Bộ Y tế tuần qua": one meeting, though no day is told. */
function isRecent({ line: { list }, end }: Spot): boolean {
  return RECENT.test(`${list[end]?.low} ${list[end + 1]?.low}`);
}

const RECENT =
  /^(?:hôm qua|hôm nay|sáng nay|chiều nay|chiều qua|tuần qua|tuần trước|tháng trước|vừa qua|mới đây|gần đây)$/u;

/** "tại hội nghị …", "dự lễ …": spoken of as known. */
function isFramed({ line, at, from }: Spot): boolean {
  if (at === from) return true;
  const before = `${line.list[at - 2]?.low} ${line.list[at - 1]?.low}`;
  if (at - 2 >= from && /^(?:kết thúc|bế mạc|khai mạc|bên lề|diễn ra|kết luận)$/u.test(before))
    return true;
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    if (i === at - 1 && /^[:;]$/u.test(line.list[i]?.text ?? '')) return true;
    if (
      /^(?:tại|dự|sau|trước|trong|của|ở|cảnh|buổi|do|từ|trình|trì|mạc)$/u.test(
        line.list[i]?.low ?? '',
      )
    )
      return true;
  }
  return false;
}

function collect(all: readonly Mention[], topic: Topic | null): Event[] {
  const events: Event[] = [];
  let current: Event | null = null;
  const waiting: Mention[] = [];
  for (const mention of all) {
    const named = !mention.spot.bare;
    const given = mention.organiser !== null || mention.date !== null || mention.ordinal !== null;
    const own =
      mention.spot.bare &&
      mention.organiser !== null &&
      mention.announced &&
      mention.kind === 'hoi-nghi' &&
      topic !== null;
    const told: Mention = own
      ? { ...mention, kind: topic.kind, occasion: mention.occasion ?? topic.occasion }
      : mention;
    const fitting: Event[] = events.filter((event) => fits(event, told));
    const known: Event | undefined =
      current !== null && fitting.includes(current) && !(given && named && fitting.length > 1)
        ? current
        : fitting[0];
    // A name that says nothing of its own goes with several events: no evidence of any.
    const vague = !given && named && fitting.length > 1 && mention.matter.length === 0;
    if (known !== undefined && !vague) {
      if (known.mentions.length < MOST_OF_ONE) known.mentions.push(told);
      current = known;
    } else if (known === undefined && isDefinite(told) && events.length < MOST_EVENTS) {
      current = { mentions: [told] };
      events.push(current);
    } else if (known === undefined) waiting.push(mention);
  }
  for (const mention of waiting) {
    const fitting = events.filter((event) => fits(event, mention));
    const [only, other] = fitting;
    if (only && !other && only.mentions.length < MOST_OF_ONE) only.mentions.push(mention);
  }
  return events.length > 0 ? events : athand(waiting);
}

/** An article that speaks all along of "đại hội", "hội nghị" as known and never names it. */
function athand(waiting: readonly Mention[]): Event[] {
  const bare = waiting.filter(
    ({ spot, matter, organiser }) =>
      isFramed(spot) &&
      spot.kind !== 'ky-hop' &&
      (spot.bare || (spot.kind === 'le' && organiser === null && matter.length === 0)),
  );
  const first = bare[0];
  if (first === undefined) return [];
  const same = bare.filter(({ kind }) => kind === first.kind);
  return same.length >= 2 || first.spot.line.passage.paragraph <= 0 ? [{ mentions: same }] : [];
}

function spanOf({ spot }: Mention): Span {
  const { list, passage } = spot.line;
  const first = list[spot.at];
  const last = list[Math.max(spot.end - 1, spot.at)];
  return {
    paragraph: passage.paragraph,
    start: first?.start ?? 0,
    end: last?.end ?? first?.end ?? 0,
  };
}

/** "Trước đó, …", "Ngoài ra, …" tells of something else than the article's matter. */
function isAside({ line, from }: Spot): boolean {
  return /^(?:trước đó|ngoài ra|cùng với)$/u.test(
    `${line.list[from]?.low} ${line.list[from + 1]?.low}`,
  );
}

function isMain(event: Event, events: readonly Event[], lead: number): boolean {
  if (event.mentions.some(({ spot }) => spot.line.passage.paragraph === -1)) return true;
  // Spoken of all along and never named: what else is the article about.
  if (event.mentions.every(({ spot, organiser }) => spot.bare && organiser === null)) return true;
  const told = event.mentions.filter(
    ({ spot, announced }) => announced && !spot.bare && !isAside(spot),
  );
  const near = events.length <= 3 ? lead + 1 : lead;
  if (told.some(({ spot }) => spot.line.passage.paragraph <= near)) return true;
  return events.length === 1 && event.mentions.length >= 3;
}

/** Every conference of an article in the order of its first mention. Pure, linear, never throws. */
export function findConferences(
  passages: readonly Passage[],
  context: ConferenceContext,
): Conference[] {
  const lines = passages.filter(({ text }) => mayHold(text)).map(lineOf);
  if (lines.length === 0) return [];
  const dates = byParagraph(context.dates);
  const places = byParagraph(context.places);
  const today = context.publishedAt?.slice(0, 10) ?? null;
  const home = {
    places: context.places.length > 0,
    named: passages.some(({ text }) => text.includes('Việt Nam')),
  };
  const every: Mention[] = [];
  const single: Mention[] = [];
  for (const line of lines) {
    const { paragraph } = line.passage;
    for (const spot of spots(line)) {
      if (every.length >= MOST_MENTIONS) break;
      const read = mentions(spot, dates.get(paragraph) ?? [], places.get(paragraph) ?? [], today);
      for (const one of read.mentions) {
        const mention = inMood(one, passages);
        every.push(mention);
        const counted =
          !spot.series &&
          !read.unnamed &&
          !isAbroad(mention) &&
          !isPrivate(mention) &&
          !isOtherSession(mention);
        if (counted && !isNowhere(mention, home)) single.push(mention);
      }
    }
  }
  const abroad = new Set(every.filter(isAbroad).map(({ kind }) => kind));
  const away = every.filter(isHeldAbroad);
  // "Kỳ họp thứ 39 Ủy ban liên Chính phủ …", then "kỳ họp thứ 39": no assembly's.
  const others = every.some(isOtherSession);
  const sessions = single.filter(
    ({ kind, organiser }) => !(others && kind === 'ky-hop' && organiser === null),
  );
  const events = collect(sessions, topicOf(every)).filter(
    (event) =>
      // "Hội thi A" of the headline, which "diễn ra tại Los Angeles".
      !away.some((mention) => sameMatter(event, mention)) &&
      !(
        abroad.has(kindOf(event)) &&
        event.mentions.every(({ spot, organiser }) => spot.bare && organiser === null)
      ),
  );
  const quotes = quotesByParagraph(context.quotes);
  const lead = passages.find(({ paragraph }) => paragraph >= 0)?.paragraph ?? 0;
  const head = dateline(context, passages);
  const party = partyIn(passages);
  return events.map((event) =>
    conferenceOf(event, events, context, quotes, lead, head, party, passages),
  );
}

/** An item of a list is as much ahead as what the paragraphs before it tell: "Tỉnh dự kiến tổ chức …". */
function inMood(mention: Mention, passages: readonly Passage[]): Mention {
  if (mention.told !== null || mention.date !== null || !isListed(mention.spot)) return mention;
  const { paragraph } = mention.spot.line.passage;
  const before = passages.filter(
    (one) => one.paragraph <= paragraph && one.paragraph >= paragraph - 3,
  );
  const text = before.map((one) => one.text.slice(0, 600)).join(' ');
  const ahead = /(?<!\p{L})(?:sẽ|dự kiến|theo kế hoạch)(?!\p{L})/iu.test(text);
  return ahead && !/(?<!\p{L})đã tổ chức(?!\p{L})/iu.test(text)
    ? { ...mention, told: true }
    : mention;
}

/** "Đại hội XIII", "Đại hội đại biểu toàn quốc lần thứ XII": numbered so and of nobody else, the Party's. */
const PARTY_CONGRESS =
  /^đại hội (?:đại biểu )?(?:toàn quốc )?(?:lần thứ )?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV)$/iu;

const isPartyCongress = ({ mentions: all }: Event): boolean =>
  all.some(({ name }) => PARTY_CONGRESS.test(name)) &&
  all.every(({ name, spot }) => spot.bare || PARTY_CONGRESS.test(name));

/** The Party as the article prints it first. */
function partyIn(passages: readonly Passage[]): string | null {
  for (const { text } of passages) {
    const found =
      /(?<!\p{L})Đảng(?: Cộng sản Việt Nam)?(?!\p{L}| (?:bộ|ủy|uỷ|viên|đoàn|[\p{Lu}]))/u.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}

/** "Sáng 24/5, …" at the head of the lead, for the event that the article is about. */
function dateline(context: ConferenceContext, passages: readonly Passage[]): DateSeen | null {
  const today = context.publishedAt?.slice(0, 10) ?? null;
  for (const { paragraph, text } of passages.filter((one) => one.paragraph <= 1)) {
    for (const date of context.dates) {
      if (date.paragraph > paragraph) break;
      if (date.paragraph !== paragraph || date.from === null || date.from !== date.to) continue;
      if (date.start > 40 || /[.;:]\s/u.test(text.slice(0, date.start))) break;
      const apart = today === null ? 0 : Math.abs(Date.parse(today) - Date.parse(date.from));
      if (apart <= 3 * 86_400_000) return date;
    }
  }
  return null;
}

/** "kỳ họp thứ 2" beside "kỳ họp thứ 3, Quốc hội khóa XIV": of the one assembly whose sessions are told of. */
function sessionHolder(event: Event, events: readonly Event[]): Mention | null {
  if (kindOf(event) !== 'ky-hop') return null;
  const holders = events
    .filter((other) => kindOf(other) === 'ky-hop')
    .flatMap((other) => organiserOf(other) ?? []);
  const [one, ...others] = holders;
  return one !== undefined && others.every((other) => sameBody(one, other)) ? one : null;
}

function conferenceOf(
  event: Event,
  events: readonly Event[],
  context: ConferenceContext,
  quotes: ReturnType<typeof quotesByParagraph>,
  lead: number,
  head: DateSeen | null,
  party: string | null,
  passages: readonly Passage[],
): Conference {
  const holder = organiserOf(event) ?? sessionHolder(event, events);
  const named = holder === null ? null : fullBody(holder, passages);
  const organiser = named ?? (isPartyCongress(event) ? party : null);
  const level = organiser === null ? null : levelOf(organiser, holder?.place ?? null);
  const said = dateOf(event);
  const main = isMain(event, events, lead);
  // What is known to lie ahead has no day of the lead.
  const line =
    said.date === null && main && events.length === 1 && said.told !== true ? head : null;
  const date = line === null ? said.date : { from: line.from, to: line.to };
  const text = line?.text ?? said.text;
  const { told } = said;
  const place = holder?.place ?? impliedPlace(level, context.places, context.mainPlaces);
  return {
    name: nameIn(event),
    kind: kindOf(event),
    occasion: occasionIn(event),
    organiser,
    level,
    term: termIn(event),
    date,
    place: place === null ? null : { code: place.code, path: place.path },
    ...partsOf(event, context, quotes),
    status: statusOf(date, text, told, context.publishedAt),
    main,
    evidence: event.mentions.slice(0, MOST_EVIDENCE).map(spanOf),
  };
}
