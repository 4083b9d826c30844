/** The form in which two printings of one body are equal. */
import { expansions } from '../abbreviations.ts';
import { exactKey } from '../exact-key.ts';
import { lowered, words } from '../words.ts';

/** Party committees of every level lead their Đảng bộ: one body where meetings are concerned. */
const SAME: readonly [RegExp, string][] = [
  [
    /^(?:hội nghị )?ban (?:chấp hành|thường vụ) (?=đảng bộ|huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|đảng ủy)/u,
    '',
  ],
  [/^huyện ủy(?! viên)/u, 'đảng bộ huyện'],
  [/^tỉnh ủy/u, 'đảng bộ tỉnh'],
  [/^quận ủy/u, 'đảng bộ quận'],
  [/^thị ủy/u, 'đảng bộ thị xã'],
  [/^thành ủy/u, 'đảng bộ thành phố'],
  [/^đảng ủy/u, 'đảng bộ'],
  [/^ban chấp hành (?=đoàn|hội|công đoàn)/u, ''],
  [/^thường trực (?=hội đồng nhân dân|đảng bộ)/u, ''],
  [/^ngành (?=\p{L})/u, 'sở '],
  [/(?<!\p{L})tp\.?(?= )/gu, 'thành phố'],
  [/(?<!\p{L})tx\.?(?= )/gu, 'thị xã'],
];

/** Lower case, abbreviations spelled out, brackets dropped, party committees under one name. */
export function bodyText(organiser: string): string {
  const known = texts.get(organiser);
  if (known !== undefined) return known;
  const text = spelledOut(organiser);
  if (texts.size >= REMEMBERED) texts.clear();
  texts.set(organiser, text);
  return text;
}

const REMEMBERED = 5_000;
const texts = new Map<string, string>();

function spelledOut(organiser: string): string {
  const plain = organiser
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/(?<!\p{L})(?:TMCP|thương mại cổ phần|CTCP)(?!\p{L})/giu, ' ')
    .replace(/'s(?!\p{L})/gu, ' ');
  const spelled = words(plain)
    .filter(({ punct }) => !punct)
    .map(({ text }) => (/\p{Lu}.*\p{Lu}/u.test(text) ? (expansions(text)[0] ?? text) : text))
    .join(' ');
  let out = lowered(spelled).replace(/uỷ/gu, 'ủy');
  // "bộ bộ chỉ huy quân sự" from "Bộ CHQS"
  out = out
    .replace(/(?<!\p{L})(\p{L}+) \1 /gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const [from, to] of SAME) out = out.replace(from, to);
  return out.replace(/\s+/gu, ' ').trim();
}

/** One key of letters and tones for comparing names. */
export function textKey(text: string): string {
  return words(text)
    .filter(({ punct }) => !punct)
    .map(({ low }) => exactKey(low))
    .join(' ');
}
