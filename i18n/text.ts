/**
 * The interface's texts, gettext's way: the source says it in Vietnamese, `en/` has the English for each. What is
 * not in the catalogue does not compile, and a test names what nobody says any more.
 */
import { EN } from './en.ts';
import { number } from './format.ts';
import { language } from './language.ts';

/** A Vietnamese text that the catalogue knows. */
export type Text = keyof typeof EN;

type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Given<T extends string, V> = [Names<T>] extends [never]
  ? []
  : [values: Readonly<Record<Names<T>, V>>];
type Values<V> = Readonly<Record<string, V>>;

interface Plural {
  readonly one: string;
  readonly other: string;
}
const CATALOGUE: Readonly<Record<Text, string | Plural>> = EN;

const plurals = new Intl.PluralRules('en');

/** The words in the reader's language, still with their {names}. */
function wordsOf(text: Text, n: unknown): string {
  if (language() === 'vi') return text;
  const entry = CATALOGUE[text];
  if (typeof entry === 'string') return entry;
  return typeof n === 'number' && plurals.select(n) === 'one' ? entry.one : entry.other;
}

const NAME = /\{(\w+)\}/u;

/** Words and values by turns: split by a pattern with a group gives the names at every second place. */
const filled = <V>(words: string, values: Values<V>): (string | V | undefined)[] =>
  words.split(NAME).map((part, i) => (i % 2 === 0 ? part : values[part]));

/**
 * A text in the reader's language. `{name}` stands for a value, numbers are written as the language writes them;
 * `{n}` chooses between one and many where English needs it. Years and other names in digits are given as strings.
 */
export function t<T extends Text>(text: T, ...[values]: Given<T, string | number>): string {
  const given: Values<string | number> = values ?? {};
  return filled(wordsOf(text, given.n), given)
    .map((part) => (typeof part === 'number' ? number(part) : (part ?? '')))
    .join('');
}

/** The same with elements for values: `rich('Bản đồ {day}', { day: <strong>…</strong> })`. */
export function rich<T extends Text, V>(text: T, ...[values]: Given<T, V>): (string | V)[] {
  const given: Values<V> = values ?? {};
  return filled(wordsOf(text, given.n), given).map((part) =>
    typeof part === 'number' ? number(part) : (part ?? ''),
  );
}

/** A text that is said later, by `t`: for tables of names. */
export const msg = <T extends Text>(text: T): T => text;
