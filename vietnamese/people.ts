/** Everyone an article names, with titles and the part they had in it. */

import type { TextSpan } from './marked.ts';
import type { Mention } from './mention.ts';
import type { KnownPerson } from './person-registry.ts';
import { findQuotes } from './quotes.ts';
import { mentionsIn, type Read, readArticle } from './reading.ts';
import { verbAt } from './reporting.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import { phrases, type ReadPassage, type Word } from './words.ts';

export type Role = 'chairs' | 'attends' | 'speaks' | 'presents' | 'other';

export interface Person extends Speaker {
  readonly roles: Role[];
  readonly evidence: TextSpan[];
}

const ROLES: readonly { readonly role: Role; readonly words: ReturnType<typeof phrases> }[] = [
  {
    role: 'chairs',
    words: phrases(['chủ trì', 'đồng chủ trì', 'điều hành', 'chủ tọa', 'chủ toạ', 'làm chủ trì']),
  },
  {
    role: 'attends',
    words: phrases([
      'dự',
      'tham dự',
      'cùng dự',
      'đến dự',
      'tới dự',
      'về dự',
      'tham gia',
      'có mặt',
      'dự và chỉ đạo',
    ]),
  },
  {
    role: 'presents',
    words: phrases([
      'trình bày',
      'báo cáo',
      'thông qua báo cáo',
      'báo cáo tóm tắt',
      'trình bày báo cáo',
    ]),
  },
  {
    role: 'speaks',
    words: phrases(['phát biểu', 'phát biểu chỉ đạo', 'kết luận', 'khai mạc', 'bế mạc']),
  },
];
const MOST_EVIDENCE = 20;

function roleAt(list: readonly Word[], at: number): { role: Role; size: number } | null {
  let best: { role: Role; size: number } | null = null;
  for (const { role, words } of ROLES) {
    const size = words.at(list, at);
    if (size > (best?.size ?? 0)) best = { role, size };
  }
  return best;
}

/** Whether the words between two mentions only join them: "ông X, …; bà Y và ông Z". */
function joined(read: Read, one: Mention, two: Mention): boolean {
  for (let i = one.end; i < two.first; i++) {
    const word = read.list[i];
    if (word === undefined || !(word.punct || /^(?:và|cùng|các|đồng|chí|với|có)$/u.test(word.low)))
      return false;
  }
  return true;
}

/** Mentions that a word of part at `at` speaks of. */
function bearers(read: Read, at: number, size: number, from: number, to: number): Mention[] {
  const inSentence = mentionsIn(read, Math.max(from, at - 150), Math.min(to, at + 150));
  const before = read.list[at - 1];
  // "Dự hội nghị có các đồng chí: …", "Cùng dự có …"
  const head = at <= from + 1 || (before?.punct === true && inSentence.every((m) => m.first > at));
  const after = inSentence.filter((m) => m.first >= at + size);
  if (head && after.length > 0) return after;
  // "dưới sự chủ trì của ông X", "có sự tham dự của …"
  const next = read.list[at + size];
  if (next?.low === 'của' && after[0] !== undefined && after[0].first - at - size <= 4) {
    return chain(read, after);
  }
  const earlier = inSentence.filter((m) => m.nameEnd <= at);
  const last = earlier.at(-1);
  if (last === undefined || at - last.end > 12) return [];
  for (let i = last.end; i < at; i++) if (verbAt(read.list, i) > 0 && at - i > 4) return [];
  return chain(read, [...earlier].reverse());
}

function chain(read: Read, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const mention of mentions) {
    const last = found.at(-1);
    if (last !== undefined && !joined(read, ...order(last, mention))) break;
    found.push(mention);
  }
  return found;
}

const order = (a: Mention, b: Mention): [Mention, Mention] => (a.first < b.first ? [a, b] : [b, a]);

interface Part {
  readonly roles: Set<Role>;
  readonly at: Mention[];
}

function parts(reads: readonly Read[], part: (mention: Mention) => Part | undefined): void {
  for (const read of reads) {
    for (let i = 0; i < read.list.length; i++) {
      if (read.inside[i] === 1 || read.list[i]?.punct) continue;
      const found = roleAt(read.list, i);
      if (found === null) continue;
      const sentence = read.sentence[i] ?? 0;
      const from = read.starts[sentence] ?? 0;
      const to = read.starts[sentence + 1] ?? read.list.length;
      for (const mention of bearers(read, i, found.size, from, to)) {
        const own = part(mention);
        own?.roles.add(found.role);
        own?.at.push(mention);
      }
      i += found.size - 1;
    }
  }
}

/** Persons in order of their first mention; places, streets and works named after persons are left out. */
export function findPeople(passages: readonly ReadPassage[]): Person[] {
  const reading = readArticle(passages);
  const spoke = new Set(
    findQuotes(passages).flatMap(({ speaker }) => (speaker?.name ? [speaker.name] : [])),
  );
  const all = new Map<KnownPerson, Part>();
  const part = (mention: Mention): Part | undefined => {
    const person = reading.people.of(mention);
    if (person === undefined) return undefined;
    const known = all.get(person) ?? { roles: new Set<Role>(), at: [] };
    all.set(person, known);
    return known;
  };
  parts(reading.reads, part);
  return reading.people.people.flatMap((person): Person[] => {
    const first = person.mentions.find((mention) => !mention.bare);
    const speaks = person.name !== null && spoke.has(person.name);
    if (person.name === null || (first === undefined && !speaks)) return [];
    const own = all.get(person);
    const roles = new Set<Role>(own?.roles);
    if (speaks) roles.add('speaks');
    if (roles.size === 0) roles.add('other');
    const shown = first ?? person.mentions[0];
    const evidence = (own !== undefined && own.at.length > 0 ? own.at : person.mentions)
      .slice(0, MOST_EVIDENCE)
      .flatMap((mention) => spanOf(reading.reads, mention));
    return [
      { ...speakerOf(person, shown?.text ?? null, person.honorific), roles: [...roles], evidence },
    ];
  });
}

function spanOf(reads: readonly Read[], mention: Mention): TextSpan[] {
  const read = reads[mention.passage];
  const first = read?.list[mention.first];
  const last = read?.list[mention.nameEnd - 1];
  if (read === undefined || first === undefined || last === undefined) return [];
  return [{ paragraph: read.passage.paragraph, start: first.start, end: last.end }];
}
