/**
 * The interface's texts, gettext's way: the source says it in Vietnamese, `en/` has the English for each. What is
 * not in the catalogue does not compile, and a test names what nobody says any more.
 */
import { EN } from './en.ts';
import { number } from './format.ts';
import { isChosen, type Language, language } from './language.ts';

/** A Vietnamese text that the catalogue knows. */
export type Text = keyof typeof EN;

type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
/** A text that needs no values: what names in tables are. */
export type Plain = { [T in Text]: [Names<T>] extends [never] ? T : never }[Text];

type Given<T extends string, V> = [Names<T>] extends [never]
  ? []
  : [values: Readonly<Record<Names<T>, V>>];
type Values<V> = Readonly<Record<string, V>>;

interface Plural {
  readonly one: string;
  readonly other: string;
}
const CATALOGUE: Readonly<Record<Text, string | Plural>> = EN;

/** Tells apart what is one text in Vietnamese and several in English: "Hội nghị##many". Never shown. */
const NOTE = /##[\w-]+$/u;

/** The words in a language, still with their {names}. */
function wordsOf(text: Text, n: unknown, spoken: Language): string {
  if (spoken === 'vi') return text.replace(NOTE, '');
  const entry = CATALOGUE[text];
  if (typeof entry === 'string') return entry;
  return n === 1 ? entry.one : entry.other;
}

const NAME = /\{(\w+)\}/u;

/** Words and values by turns: split by a pattern with a group gives the names at every second place. */
const filled = <V>(words: string, values: Values<V>): (string | V | undefined)[] =>
  words.split(NAME).map((part, i) => (i % 2 === 0 ? part : values[part]));

function said(text: Text, values: Values<string | number>, spoken: Language): string {
  return filled(wordsOf(text, values.n, spoken), values)
    .map((part) => (typeof part === 'number' ? number(part, spoken) : (part ?? '')))
    .join('');
}

/**
 * A text in the reader's language. `{name}` stands for a value, numbers are written as the language writes them;
 * `{n}` chooses between one and many where English needs it. Years and other names in digits are given as strings.
 */
export function t<T extends Text>(text: T, ...[values]: Given<T, string | number>): string {
  return said(text, values ?? {}, language());
}

/**
 * The same with elements for values: `rich('Bản đồ {day}', { day: <strong>…</strong> })`.
 * @param show how a number is shown
 */
export function rich<T extends Text, V>(
  text: T,
  values: Readonly<Record<Names<T>, V | number>>,
  show: (number: string) => V | string = (number) => number,
): (string | V)[] {
  const given: Values<V | number> = values;
  return filled(wordsOf(text, given.n, language()), given).map((part) =>
    typeof part === 'number' ? show(number(part)) : (part ?? ''),
  );
}

/** For refusals: in the reader's language, in both where it is not known who reads (command line, API, logs). */
export function told<T extends Text>(text: T, ...[values]: Given<T, string | number>): string {
  const given: Values<string | number> = values ?? {};
  return isChosen()
    ? said(text, given, language())
    : `${said(text, given, 'vi')} / ${said(text, given, 'en')}`;
}

/** A text that is said later, by `t`: for tables of names. */
export const msg = <T extends Text>(text: T): T => text;
