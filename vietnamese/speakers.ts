/** From the subject of an attribution to the person: full name, offices, public office or not. */
import { degreeAt, type Gender, genderAt, honorificAt, rankAt } from './address.ts';
import { MEDIA } from './bare-mention.ts';
import { isObject, isPronoun, type Subject } from './clause.ts';
import type { Mention, PrintedTitle } from './mention.ts';
import { isCountry, isInitials, nameWord } from './names.ts';
import { isPublicOffice, type Office, office } from './offices.ts';
import { type KnownPerson, unknownPerson } from './person-registry.ts';
import { endsInBody } from './place-in-run.ts';
import { mentionsIn, type Read, type Reading } from './reading.ts';
import { feelingAt, verbAt } from './reporting.ts';
import { actingName } from './stage-names.ts';
import { isPlaceName, titleAt, titleEnd } from './titles.ts';
import { lowered } from './words.ts';

export interface Speaker {
  readonly name: string | null;
  /** The noun phrase that stands at that quotation: "ông Hải", "bà này". */
  readonly mention: string | null;
  readonly honorific: string | null;
  /** Military or police rank. */
  readonly rank: string | null;
  /** Academic degree. */
  readonly degree: string | null;
  readonly offices: Office[];
  /** Holds public office at the time, and the article prints it. */
  readonly official: boolean;
}

export interface Resolved {
  readonly speaker: Speaker;
  readonly person: KnownPerson | null;
}

export function speakerOf(
  person: KnownPerson,
  mention: string | null,
  honorific: string | null,
): Speaker {
  const titles = person.titles.filter(({ kind }) => kind !== 'neither');
  return {
    name: person.name === null || isInitials(person.name) ? null : person.name,
    mention,
    honorific: honorific ?? person.honorific,
    rank: person.rank,
    degree: person.degree,
    offices: titles.map(office),
    official: person.titles.some(isPublicOffice),
  };
}

/** How many words back within one passage a person is looked for. */
const MOST_WORDS = 400;

/** So many times an article is searched for a name that acts. */
const MOST_LOOKS = 100;

interface Offer {
  readonly word: number;
  readonly sentence: number;
  readonly person: KnownPerson;
  readonly object: boolean;
}

/** Remembers who spoke where, so that "ông", "vị này" find their person. */
export class Memory {
  readonly #spoken: { passage: number; word: number; person: KnownPerson }[] = [];
  readonly #named = new Map<string, KnownPerson>();
  readonly #reading: Reading;
  #looks = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The person that the article calls by a name it never explains: "Kiatisuk". */
  named(name: string): KnownPerson {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const person = { ...unknownPerson(name), sure: true };
    this.#named.set(name, person);
    return person;
  }

  /** Somebody whom nothing but what he does shows to be a person: "Quế Vân chia sẻ …". */
  acting(passage: number, word: number): KnownPerson | null {
    // Each look may read the whole article: so many, and time stays linear.
    if (this.#looks++ >= MOST_LOOKS) return null;
    const name = actingName(this.#reading.reads, passage, word);
    return name === null ? null : this.named(name);
  }

  spoke(passage: number, word: number, person: KnownPerson): void {
    this.#spoken.push({ passage, word, person });
  }

  /** The person last spoken of before a word who fits; subjects before objects of the same sentence. */
  last(
    passage: number,
    word: number,
    fits: (person: KnownPerson) => boolean,
    farthest = 8,
    subjectsOnly = false,
  ): KnownPerson | null {
    const { reads, people } = this.#reading;
    for (let back = 0; back <= farthest; back++) {
      const at = passage - back;
      const read = reads[at];
      if (read === undefined) break;
      const limit = back === 0 ? word : read.list.length;
      const offers: Offer[] = [];
      const offer = (first: number, person: KnownPerson, object: boolean) =>
        offers.push({ word: first, sentence: read.sentence[first] ?? 0, person, object });
      for (const m of mentionsIn(read, limit - MOST_WORDS, limit)) {
        // Who is spoken of within somebody's words is not who speaks.
        const outside = m.nameEnd <= limit && read.inside[m.first] === 0;
        const person = outside ? people.of(m) : undefined;
        if (person !== undefined && (person.sure || speaks(read, m)) && fits(person)) {
          const object = isObject(read, m);
          if (!object || !subjectsOnly) offer(m.first, person, object);
        }
      }
      for (const said of this.#spoken.slice(-20)) {
        if (said.passage === at && said.word < limit && fits(said.person)) {
          offer(said.word, said.person, false);
        }
      }
      // The last sentence first, in it subjects before objects, then who comes first.
      offers.sort(
        (a, b) => b.sentence - a.sentence || Number(a.object) - Number(b.object) || a.word - b.word,
      );
      if (offers[0] !== undefined) return offers[0].person;
    }
    return null;
  }
}

/** "Harry Kane thừa nhận": he who speaks is a person, though nothing else says so. */
function speaks(read: Read, { nameEnd }: Mention): boolean {
  for (let at = nameEnd; at < nameEnd + 3; at++) {
    if (verbAt(read.list, at) > 0 || feelingAt(read.list, at) > 0) return true;
    if (read.list[at]?.punct) return false;
  }
  return false;
}

/** So many persons of an article are asked for a title. */
const MOST_BEARERS = 300;

const DESCRIBED =
  /(?:này|đó|kia|ấy|trên|nói trên)$|^(?:[6-9]x|10x|người đàn bà|thiên hậu|thiên vương|diva|siêu sao|danh thủ|chân sút|tài tử|người đẹp|mỹ nữ|hoa hậu|á hậu|người mẫu|tay đấm|tay vợt|tay súng|võ sĩ|thủ thành|lão nông|người trong cuộc|chính khách|tỷ phú|chàng thủ khoa|cô nàng|cô bé|cậu bé|vị|nam|nữ|cựu|chàng|nàng|cô|người đàn ông|người phụ nữ|ông chủ|bà chủ|chủ nhân|ngôi sao|mỹ nhân|tác giả|nhà)(?!\p{L})/u;
// Other words for a coach.
const COACH =
  /^(?:chiến lược gia|nhà cầm quân|thuyền trưởng (?:của )?(?:đội|clb|u\d\d|đt))(?!\p{L})/u;
const MALE = /^(?:ông|anh|cậu|nam|chàng|chú|thầy|cụ ông|người đàn ông|người cha|bố)(?!\p{L})/u;
const FEMALE =
  /^(?:bà|chị|cô|nữ|nàng|mẹ|mỹ nhân|người phụ nữ|hoa hậu|người đẹp|á hậu|người vợ)(?!\p{L})/u;
const GROUP =
  /^(?:họ|các|những|nhiều|một số|tờ|báo|hãng|cơ quan|bộ|sở|ubnd|công an|trang|đài|tập đoàn|công ty|kênh|trường|ban)(?!\p{L})/u;

function genderOf(text: string): Gender {
  const low = text.toLowerCase();
  if (MALE.test(low)) return 'male';
  return FEMALE.test(low) ? 'female' : null;
}

/** The one named last before a word, else the first. */
function latest(
  people: readonly KnownPerson[],
  passage: number,
  word: number,
): KnownPerson | undefined {
  if (people.length < 2) return people[0];
  const lastBefore = (person: KnownPerson): number => {
    let last = -1;
    for (const m of person.mentions.slice(0, 200)) {
      if (m.passage < passage || (m.passage === passage && m.first < word)) {
        last = Math.max(last, m.passage * 100_000 + m.first);
      }
    }
    return last;
  };
  return [...people].sort((a, b) => lastBefore(b) - lastBefore(a))[0];
}

function capitalInside(read: Read, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (read.list[i]?.cap && !isPlaceName(read.list.slice(i, i + 2))) return true;
  return false;
}

/** Two capitalised syllables in a row: "Diva Thanh Lam". */
function isRun(read: Read, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) {
    const pair = read.list.slice(i, i + 2);
    if (pair.every(nameWord) && !isPlaceName(pair)) return true;
  }
  return false;
}

/** A country ends at `to`: "HLV người Hàn Quốc". */
const isNation = (read: Read, to: number): boolean =>
  read.list[to - 1]?.text === 'Việt' ||
  isCountry(read.list[to - 1]) ||
  isPlaceName(read.list.slice(to - 2, to));

function capitals(read: Read, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!read.list[i]?.cap) return false;
  return to > from;
}

/** The title that a noun phrase begins with: "Hiệu trưởng trường Cao đẳng A", "vị luật sư". */
function phraseTitle(read: Read, from: number, to: number): PrintedTitle | null {
  const { list } = read;
  let at = from;
  while (
    at < to &&
    /^(?:vị|một|nam|nữ|ông|bà)$/u.test(list[at]?.low ?? '') &&
    titleAt(list, at) === null
  )
    at++;
  const head = titleAt(list, at);
  if (head === null) return null;
  const end = Math.min(to, titleEnd(list, at + head.size));
  const first = list[head.former ? at + 1 : at];
  const last = list[end - 1];
  if (first === undefined || last === undefined) return null;
  return {
    title: read.passage.text.slice(first.start, last.end),
    former: head.former,
    kind: head.kind,
  };
}

const anonymous = (mention: string | null, titles: PrintedTitle[]): Speaker => ({
  name: null,
  mention,
  honorific: null,
  rank: null,
  degree: null,
  offices: titles.filter(({ kind }) => kind !== 'neither').map(office),
  official: titles.some(isPublicOffice),
});

// "Bộ trưởng Bộ Y tế" is "Bộ trưởng Y tế", "Hiệu trưởng Trường Đại học A" is "Hiệu trưởng Đại học A".
const DOUBLED =
  /(?<=^(?:phó )?(?:bộ|cục|vụ|viện|khoa|phòng) trưởng )(?:bộ|cục|vụ|viện|khoa|phòng) |(?<=^(?:phó )?hiệu trưởng )trường /u;

/** A title as it is compared: without the kind of body that the head names already. */
const titleKey = (title: string): string => lowered(title).replace(DOUBLED, '');

/** So many passages and words back an unnamed bearer of a title is looked for. */
const BACK = 2;
const MOST_BACK = 120;

interface Unnamed {
  readonly title: PrintedTitle;
  readonly passage: number;
  readonly word: number;
}

/** "Cán bộ phòng A cho biết …", then "vị cán bộ này": one who spoke without a name. */
function unnamedBefore(
  { reads }: Reading,
  passage: number,
  word: number,
  wanted: string,
): Unnamed | null {
  for (let back = 0; back <= BACK; back++) {
    const read = reads[passage - back];
    if (read === undefined) return null;
    const { list } = read;
    const limit = back === 0 ? word : list.length;
    for (let at = limit - 1; at >= Math.max(0, limit - MOST_BACK); at--) {
      const head = read.inside[at] === 0 ? titleAt(list, at) : null;
      if (head === null || head.kind === 'neither') continue;
      const end = titleEnd(list, at + head.size);
      const [first, last] = [list[at], list[end - 1]];
      if (first === undefined || last === undefined || end <= at + head.size) continue;
      const text = read.passage.text.slice(first.start, last.end);
      const speaking = verbAt(list, end) > 0 && !lowered(text).startsWith(`${lowered(wanted)} này`);
      if (!speaking || !lowered(text).startsWith(`${titleHead(wanted)} `)) continue;
      const named = mentionsIn(read, Math.max(0, at - 40), end).some(
        (m) => m.first <= at && m.end >= at,
      );
      if (!named) {
        const title = { title: text, former: head.former, kind: head.kind };
        return { title, passage: passage - back, word: at };
      }
    }
  }
  return null;
}

/** "cán bộ này" without its "này". */
const titleHead = (title: string): string =>
  lowered(title).replace(/ (?:này|đó|trên|nói trên)$/u, '');

/** Whether a person is named behind an unnamed bearer. */
function nearer(person: KnownPerson | null, { passage, word }: Unnamed): boolean {
  return (
    person?.mentions.some(
      (m) => m.passage > passage || (m.passage === passage && m.first > word),
    ) ?? false
  );
}

// Titles of those who lead a body.
const LEADS =
  /^(?:chủ tịch|tổng giám đốc|tgđ|ceo|giám đốc điều hành|bộ trưởng|thủ tướng|tổng thống|hiệu trưởng|viện trưởng|giám đốc)(?!\p{L})/u;

/** "người đứng đầu Real Madrid": whoever leads that body, or leads one that his title does not name; null for another phrase. */
function headOf(
  people: readonly KnownPerson[],
  text: string,
  low: string,
): readonly KnownPerson[] | null {
  if (!/^(?:vị )?người đứng đầu(?!\p{L})/u.test(low)) return null;
  return people.slice(0, MOST_BEARERS).filter(
    ({ name, titles }) =>
      name !== null &&
      titles.some((title) => {
        if (title.former || !LEADS.test(lowered(title.title))) return false;
        const { organisation, place } = office(title);
        const body = organisation ?? place ?? null;
        return body === null || text.includes(body);
      }),
  );
}

/** "võ sư họ Đoàn", "nữ diễn viên họ Trịnh": those of that family name. */
function kinOf(people: readonly KnownPerson[], text: string): readonly KnownPerson[] {
  const family = /(?<!\p{L})họ (\p{Lu}\p{L}+)$/u.exec(text)?.[1];
  if (family === undefined) return [];
  return people
    .slice(0, MOST_BEARERS)
    .filter(({ name }) => name?.startsWith(`${family} `) ?? false);
}

/** Finds the person a noun phrase without a known mention speaks of. */
function resolvePhrase(
  reading: Reading,
  memory: Memory,
  passage: number,
  from: number,
  to: number,
): Resolved | null {
  const read = reading.reads[passage];
  const first = read?.list[from];
  const last = read?.list[to - 1];
  if (read === undefined || first === undefined || last === undefined) return null;
  const text = read.passage.text.slice(first.start, last.end);
  const low = text.toLowerCase();
  const { people } = reading.people;
  // "Phó đô đốc Pháp": the bearer of that rank.
  const rank = rankAt(read.list, from);
  if (rank > 0) {
    const held = lowered(read.passage.text.slice(first.start, read.list[from + rank - 1]?.end));
    const bearers = people
      .slice(0, MOST_BEARERS)
      .filter((p) => p.name !== null && p.rank !== null && lowered(p.rank) === held);
    const bearer = isRun(read, from + rank, to) ? undefined : latest(bearers, passage, from);
    if (bearer !== undefined) return { speaker: speakerOf(bearer, text, null), person: bearer };
    return { speaker: anonymous(text, []), person: null };
  }
  if (capitals(read, from, to) && !isPronoun(read, from) && titleAt(read.list, from) === null) {
    if (/^(?:các|những|nhiều)$/u.test(first.low))
      return { speaker: anonymous(text, []), person: null };
    const known = reading.people.named(text);
    if (known !== undefined) return { speaker: speakerOf(known, text, null), person: known };
    if (MEDIA.has(first.low) || endsInBody(read.list.slice(from, to)))
      return { speaker: anonymous(text, []), person: null };
    const name =
      to - from <= 5 && !isPlaceName(read.list.slice(from, to)) && !isInitials(text) ? text : null;
    if (name === null) return { speaker: anonymous(text, []), person: null };
    const person = memory.named(name);
    return { speaker: speakerOf(person, text, null), person };
  }
  // "BS Tuấn Như", "chị Lan" that were not taken as mentions.
  let at = from;
  at += degreeAt(read.list, at) + rankAt(read.list, at);
  const title = phraseTitle(read, from, to);
  const gender = genderOf(text);
  const fits = (person: KnownPerson) =>
    gender === null || person.gender === null || person.gender === gender;
  if (isPronoun(read, from) && to - from <= 2) {
    const plural = /^(?:họ|tôi|nó|em|cháu)$/u.test(low);
    const person =
      memory.last(passage, from, (p) => fits(p) && (p.gender !== null || gender !== null)) ??
      (plural ? null : memory.acting(passage, from));
    const honorific = honorificAt(read.list, from) > 0 ? first.low : null;
    if (plural) return { speaker: anonymous(text, []), person: null };
    if (person === null) return { speaker: { ...anonymous(text, []), honorific }, person: null };
    if (person.gender === null) person.gender = gender ?? genderAt(read.list, from, 1);
    return { speaker: speakerOf(person, text, honorific), person };
  }
  if (title !== null) {
    const wanted = titleKey(title.title);
    const body = office(title).organisation;
    const tail = body === null ? '' : ` ${lowered(body)}`;
    const head = wanted.slice(0, Math.max(0, wanted.length - tail.length));
    const bearers = people.slice(0, MOST_BEARERS).filter(
      (person) =>
        person.name !== null &&
        fits(person) &&
        person.titles.some((t) => {
          const held = titleKey(t.title);
          return (
            held.startsWith(wanted) ||
            // "Chủ tịch Y Combinator" is "Chủ tịch hãng đầu tư Y Combinator"
            (tail.split(' ').length > 2 && held.startsWith(`${head} `) && held.endsWith(tail)) ||
            (wanted.length > 12 && wanted.startsWith(held) && held.length > 10)
          );
        }),
    );
    const bearer = latest(bearers, passage, from);
    if (bearer !== undefined && !/^một /u.test(low)) {
      return { speaker: speakerOf(bearer, text, null), person: bearer };
    }
  }
  const told = headOf(people, text, low) ?? kinOf(people, text);
  if (told.length > 0) {
    const bearer = latest(told, passage, from);
    if (bearer !== undefined) return { speaker: speakerOf(bearer, text, null), person: bearer };
  }
  if (COACH.test(low)) {
    const coaches = people
      .slice(0, MOST_BEARERS)
      .filter(
        (p) => fits(p) && p.titles.some((t) => /^(?:hlv|huấn luyện viên)/u.test(lowered(t.title))),
      );
    const coach = latest(coaches, passage, from);
    if (coach !== undefined) return { speaker: speakerOf(coach, text, null), person: coach };
    return { speaker: anonymous(text, title === null ? [] : [title]), person: null };
  }
  const foreign = / (?:người|gốc) \p{L}+(?: \p{L}+)?$/u.test(low) && isNation(read, to);
  if (foreign && title !== null) {
    const head = titleKey(title.title).split(' người ')[0] ?? '';
    const same = people
      .slice(0, MOST_BEARERS)
      .filter((p) => fits(p) && p.titles.some((t) => titleKey(t.title).startsWith(head)));
    const bearer = latest(same, passage, from);
    if (bearer !== undefined) return { speaker: speakerOf(bearer, text, null), person: bearer };
  }
  const job =
    title?.kind === 'occupation' && !low.includes(' của ') && !capitalInside(read, from + 1, to);
  const namesOther = to - from > 2 && isRun(read, from + 1, to);
  if (
    (DESCRIBED.test(low) || job || foreign) &&
    !namesOther &&
    !GROUP.test(low) &&
    !/^một /u.test(low)
  ) {
    const person = memory.last(passage, from, fits);
    const other = title === null ? null : unnamedBefore(reading, passage, from, title.title);
    if (other !== null && !nearer(person, other)) {
      return { speaker: anonymous(text, [other.title]), person: null };
    }
    const someone = person ?? (gender === null ? null : memory.acting(passage, from));
    if (someone !== null) return { speaker: speakerOf(someone, text, null), person: someone };
  }
  return { speaker: anonymous(text, title === null ? [] : [title]), person: null };
}

export function resolve(
  reading: Reading,
  memory: Memory,
  passage: number,
  subject: Subject,
): Resolved | null {
  if (subject.kind === 'phrase') {
    return resolvePhrase(reading, memory, passage, subject.from, subject.to);
  }
  const person = reading.people.of(subject.mention);
  if (person === undefined) return null;
  const { text, honorific } = subject.mention;
  return { speaker: speakerOf(person, text, honorific), person };
}
