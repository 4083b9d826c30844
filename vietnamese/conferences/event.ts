/** An event of one article: its mentions put together. */
import { isKindAlone } from './full-body.ts';
import type { Mention } from './mention.ts';
import { bodyText } from './organiser-key.ts';
import type { Days } from './shapes.ts';

export interface Event {
  readonly mentions: Mention[];
}

const first = <T>(event: Event, pick: (mention: Mention) => T | null): T | null => {
  for (const mention of event.mentions) {
    const value = pick(mention);
    if (value !== null) return value;
  }
  return null;
};

/** The kind that says most: a bare "hội nghị" adds nothing to "hội nghị sơ kết". */
export function kindOf(event: Event) {
  const named = event.mentions.filter(({ spot }) => !spot.bare);
  const list = named.length > 0 ? named : event.mentions;
  return (
    (list.find(({ kind }) => kind === 'so-ket' || kind === 'tong-ket') ?? list[0])?.kind ??
    'hoi-nghi'
  );
}

const REVIEWS = new Set(['so-ket', 'tong-ket']);

function kindsFit(event: Event, mention: Mention): boolean {
  const kind = kindOf(event);
  if (kind === mention.kind) return true;
  if (mention.kind === 'hoi-nghi') return REVIEWS.has(kind) && mention.matter.length < 3;
  if (REVIEWS.has(mention.kind))
    return kind === 'hoi-nghi' && event.mentions.every(({ spot }) => spot.bare);
  return mention.kind === 'le' && mention.spot.bare && kind === 'tong-ket';
}

/** Days by which "kỳ họp" at hand may be told apart from what was said before: "cuối tháng 7". */
const SLACK = 14;

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function overlap(one: Days, two: Days, slack: number): boolean {
  if (one.from === null || one.to === null || two.from === null || two.to === null) return true;
  return one.from <= later(two.to, slack) && two.from <= later(one.to, slack);
}

const inName = ({ organiser, spot }: Mention) =>
  organiser !== null && organiser.from >= spot.at && organiser.from < spot.end;

/** "UBND tỉnh tổ chức hội nghị Ban Chỉ đạo …" and "Hội nghị Ban Chỉ đạo …" of the same day are one. */
function sameName(one: Mention, two: Mention): boolean {
  if (inName(one) === inName(two) || one.date === null || two.date === null) return false;
  if (one.date.from !== two.date.from || one.date.from !== one.date.to) return false;
  const words = ({ name }: Mention) =>
    name
      .toLowerCase()
      .split(/[\s,]+/u)
      .slice(2);
  return shared(words(one), words(two)) >= 0.6;
}

/** "Tổng Công ty": the firm at hand. */
const UNNAMED_FIRM = /^(?:tổng công ty|công ty|ngân hàng|tập đoàn|doanh nghiệp)$/u;

/** "Đảng bộ huyện" and "Đảng bộ huyện Lộc Hà" are one body; with two names they are two. */
export function sameBody(one: Mention, two: Mention): boolean {
  if (one.organiser === null || two.organiser === null) return true;
  if (one.place !== null && two.place !== null && one.place.code !== two.place.code) {
    if (!one.place.path.includes(two.place.path[2] ?? two.place.path[1] ?? '')) return false;
  }
  if (one.alias.includes(two.organiser.text) || two.alias.includes(one.organiser.text)) return true;
  const a = bodyText(one.organiser.text);
  const b = bodyText(two.organiser.text);
  if (UNNAMED_FIRM.test(a) || UNNAMED_FIRM.test(b)) return true;
  if (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)) return true;
  // A bare name of a place stands for its committee.
  const samePlace = one.place !== null && one.place.code === two.place?.code;
  return samePlace && (a.split(' ').length <= 3 || b.split(' ').length <= 3);
}

const EASY = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/thực hiện /gu, '');

function occasionsFit(one: string | null, two: string | null): boolean {
  if (one === null || two === null) return true;
  const a = EASY(one);
  const b = EASY(two);
  return a.startsWith(b) || b.startsWith(a) || a.includes(b) || b.includes(a);
}

function shared(one: readonly string[], two: readonly string[]): number {
  const set = new Set(one);
  const count = two.filter((word) => set.has(word)).length;
  return count / Math.max(1, Math.min(one.length, two.length));
}

const differ = (one: number | null, two: number | null) =>
  one !== null && two !== null && one !== two;

/** "trao" and "trao tặng" are one ceremony, "khai mạc" and "bế mạc" two; "" says nothing. */
const sameCeremony = (one: string, two: string) => one.startsWith(two) || two.startsWith(one);

/** Whether what a name is about is, nearly word for word, what the event is about. */
export function sameMatter({ mentions }: Event, mention: Mention): boolean {
  return (
    mention.matter.length >= 2 &&
    mentions.some(
      ({ matter, kind }) =>
        kind === mention.kind && matter.length >= 2 && shared(matter, mention.matter) >= 0.8,
    )
  );
}

/** Whether a mention can speak of the event. */
export function fits(event: Event, mention: Mention): boolean {
  if (!kindsFit(event, mention)) return false;
  let matters = 0;
  let agrees = false;
  let together = 0;
  for (const other of event.mentions) {
    if (!sameBody(other, mention) && !sameName(other, mention)) return false;
    if (differ(other.year, mention.year) || differ(other.chamber, mention.chamber)) return false;
    if (!sameCeremony(other.ceremony, mention.ceremony)) return false;
    if (other.date !== null && mention.date !== null) {
      if (!overlap(other.date, mention.date, mention.spot.bare ? SLACK : 0)) return false;
      agrees = true;
    }
    if (other.ordinal !== null && mention.ordinal !== null) {
      if (other.ordinal !== mention.ordinal) return false;
      agrees = true;
    }
    if (other.term !== null && mention.term !== null && other.term.from !== mention.term.from)
      return false;
    if (!occasionsFit(other.occasion, mention.occasion)) return false;
    if (other.occasion !== null && mention.occasion !== null) agrees = true;
    if (other.matter.length > 1) {
      matters++;
      if (mention.matter.length > 0)
        together = Math.max(together, shared(other.matter, mention.matter));
    }
  }
  if (agrees || mention.matter.length < 2 || matters === 0) return true;
  // Two matters without one word in common are two meetings.
  return together >= 0.4;
}

/** The subject of "tổ chức" holds it, else the body in its name; of one body the fullest printing. */
export function organiserOf(event: Event): Mention | null {
  let best: Mention | null = null;
  for (const mention of event.mentions) {
    if (mention.organiser === null) continue;
    if (best === null || rank(mention) > rank(best)) best = mention;
  }
  if (best === null) return null;
  for (const mention of event.mentions) {
    if (mention.organiser !== null && sameBody(best, mention) && fullness(mention) > fullness(best))
      best = mention;
  }
  return best;
}

const rank = (mention: Mention) =>
  (mention.organiser !== null && isKindAlone(mention.organiser.text) ? -5 : 0) +
  (inName(mention) ? 0 : 2) +
  (mention.announced ? 1 : 0) +
  (mention.organiser?.text.includes(' ') ? 2 : 0);

function fullness({ organiser, place }: Mention): number {
  if (organiser !== null && isKindAlone(organiser.text)) return -1;
  return (
    (organiser !== null && organiser.text.split(' ').length > 2 ? 2 : 0) + (place === null ? 0 : 2)
  );
}

export function dateOf(event: Event): { date: Days | null; text: string; told: boolean | null } {
  const single = first(event, (m) => (m.date !== null && m.date.from === m.date.to ? m : null));
  const dated = single ?? first(event, (m) => (m.date === null ? null : m));
  const named = event.mentions.some(({ spot }) => !spot.bare);
  const told =
    dated === null ? first(event, (m) => (m.spot.bare && named ? null : m.told)) : dated.told;
  return { date: dated?.date ?? null, text: dated?.dateText ?? '', told };
}

/** The fullest printing of an occasion whose beginning others print. */
export function occasionIn(event: Event): string | null {
  let best = first(event, ({ occasion }) => occasion);
  for (const { occasion } of event.mentions) {
    if (best !== null && occasion !== null && EASY(occasion).startsWith(EASY(best)))
      best = occasion;
  }
  return best;
}

export const termIn = (event: Event) => first(event, ({ term }) => term);

const PRAISED = /^(?:đại hội|hội nghị|hội thi) (?:đầu tiên|duy nhất|cuối cùng)/iu;

/** The longest name that is not a whole sentence. */
export function nameIn(event: Event): string {
  let best = event.mentions[0]?.name ?? '';
  const praised = event.mentions.some(({ name, spot }) => !spot.bare && !PRAISED.test(name));
  for (const { name, spot } of event.mentions) {
    // "đại hội đầu tiên của xã" is said of the event, its name stands elsewhere.
    if (spot.bare || (praised && PRAISED.test(name))) continue;
    const better = name.length > best.length && name.length <= 160;
    if (better || event.mentions.every((m) => m.spot.bare || m.name === name)) best = name;
  }
  return best;
}
