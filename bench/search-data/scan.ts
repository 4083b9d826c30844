/**
 * Where words stand, told apart from the engines: regular expressions over the articles' own text. Uses no
 * code of indexer/ or vietnamese/, so that a fault there does not hide itself here.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Article } from '../../core/article.ts';

export const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

/** kỹ and kĩ, qui and quy are one word. */
const sameLetters = (word: string) =>
  word === 'qui' ? 'quy' : /^[hklmst]y$/u.test(word) ? word.replace('y', 'i') : word;

/** Marks kept, but wherever the tone stands: "hoà" and "hòa", "kỹ" and "kĩ" are equal. */
function spelt(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  const tone = letters.match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? '';
  const rest = letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC');
  return sameLetters(rest) + tone;
}

export type Spelling = 'folded' | 'exact' | 'literal';
const FORMS: Readonly<Record<Spelling, (word: string) => string>> = {
  folded: (word) => sameLetters(plain(word)),
  exact: spelt,
  literal: (word) => word.normalize('NFC').toLowerCase(),
};

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BRIDGE = /^[\s\p{Pd}−/&"'`´“”„‟‘’‚‛«»‹›\u00ad\u200b-\u200f\ufeff]*$/u;
const STOPS = new Set(
  'TP Tp tp TX Tx tx TT Tt tt Q q P p H h X x F KP Kp kp TS Ts ThS Ths Th GS Gs PGS Pgs BS Bs KS Ks CN LS Ls NSND NSƯT NGND NGƯT Đ đ ĐT Đt Đc đc Dr Mr Mrs Ms St No NXB Nxb tr Tr CK BSCK CKI CKII NCS LM Lm HT Ht TT DS Ds YS KTS Kts VĐV SN Sn sn ĐC Tel vs'.split(
    ' ',
  ),
);

interface Text {
  /** " bí thư | hà tĩnh ": words of each spelling, "|" where no unit stands across. */
  readonly forms: Readonly<Record<Spelling, string>>;
}

function joined(before: string, gap: string, after: string): boolean {
  if (/\n/u.test(gap)) return false;
  if (BRIDGE.test(gap)) return true;
  if (/^[.,:]$/u.test(gap) && /\d$/u.test(before) && /^\d/u.test(after)) return true;
  return gap.startsWith('.') && BRIDGE.test(gap.slice(1)) && STOPS.has(before);
}

function textOf(text: string): Text {
  const forms = { folded: ' ', exact: ' ', literal: ' ' };
  let before = '';
  let end = -1;
  for (const match of text.normalize('NFC').matchAll(WORD)) {
    const [word] = match;
    const gap = end < 0 ? '' : text.normalize('NFC').slice(end, match.index);
    const parted = end >= 0 && !joined(before, gap, word);
    for (const spelling of ['folded', 'exact', 'literal'] as const)
      forms[spelling] += `${parted ? '| ' : ''}${FORMS[spelling](word)} `;
    before = word;
    end = match.index + word.length;
  }
  return { forms };
}

const abbreviations = (): ReadonlyMap<string, readonly string[]> => {
  const file = new URL('../../vietnamese/data/abbreviations.json', import.meta.url);
  const { abbreviations: listed } = z
    .looseObject({ abbreviations: z.record(z.string(), z.array(z.string())) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(listed));
};

export interface Scan {
  /** Ids of the articles in one of whose fields these words stand next to each other. */
  holding(words: string, spelling: Spelling): ReadonlySet<string>;
  /** The forms of a unit: itself, what it abbreviates, how it is abbreviated. */
  forms(unit: string): readonly string[];
  /** Whether a listed abbreviation or its sense is a part of the text. */
  holdsAbbreviation(text: string): boolean;
}

export function openScan(articles: readonly Article[]): Scan {
  const texts = articles.map((article) => ({
    id: article.id,
    fields: [
      article.headline ?? '',
      article.sapo ?? '',
      ...article.blocks.map((block) => block.text),
      ...article.captions.map((caption) => caption.credit ?? ''),
      ...article.people.flatMap(({ name, offices }) => [
        name ?? '',
        ...offices.map(({ title }) => title),
      ]),
    ].map(textOf),
  }));
  const whole = (['folded', 'exact', 'literal'] as const).map((spelling) => ({
    spelling,
    texts: texts.map(({ fields }) => fields.map(({ forms }) => forms[spelling]).join('|')),
  }));
  const listed = abbreviations();
  const known = new Map<string, ReadonlySet<string>>();
  return {
    holding: (words, spelling) => {
      const wanted = textOf(words).forms[spelling];
      const key = `${spelling}${wanted}`;
      const before = known.get(key);
      if (before) return before;
      const all = whole.find((one) => one.spelling === spelling)?.texts ?? [];
      const found = new Set(texts.flatMap(({ id }, i) => (all[i]?.includes(wanted) ? [id] : [])));
      known.set(key, found);
      return found;
    },
    forms: (unit) => {
      const found = [unit];
      for (const [short, senses] of listed) {
        if (plain(short).length < 3) continue;
        if (plain(short) === plain(unit)) found.push(...senses);
        if (senses.some((sense) => spelt(sense) === spelt(unit))) found.push(short);
      }
      return found;
    },
    holdsAbbreviation: (text) => {
      const padded = ` ${textOf(text).forms.folded} `;
      for (const [short, senses] of listed)
        for (const one of [short, ...senses])
          if (padded.includes(textOf(one).forms.folded)) return true;
      return false;
    },
  };
}

/** The words of a text as printed, with whether each stands beside the one before. */
export function wordsOf(text: string): { readonly word: string; readonly joined: boolean }[] {
  const composed = text.normalize('NFC');
  let before = '';
  let end = -1;
  return [...composed.matchAll(WORD)].map((match) => {
    const [word] = match;
    const beside = end >= 0 && joined(before, composed.slice(end, match.index), word);
    before = word;
    end = match.index + word.length;
    return { word, joined: beside };
  });
}
