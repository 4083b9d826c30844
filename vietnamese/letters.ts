/** Vietnamese letters taken apart into base letter, letter mark and tone, and put together again. */

/** 0 level (ngang), 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng: the digits of VNI. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

export interface Letter {
  /** a–z */
  readonly base: string;
  /** VNI digit of the letter mark: 6 = â ê ô, 7 = ơ ư, 8 = ă, 9 = đ; '' = none. */
  readonly mark: '' | '6' | '7' | '8' | '9';
  readonly tone: Tone;
  /** The letter without its tone: "ế" -> "ê". */
  readonly plain: string;
}

/** One row a vowel, in the order of the tones. */
const VOWELS: readonly [rows: string, base: string, mark: Letter['mark']][] = [
  ['aáàảãạ', 'a', ''],
  ['ăắằẳẵặ', 'a', '8'],
  ['âấầẩẫậ', 'a', '6'],
  ['eéèẻẽẹ', 'e', ''],
  ['êếềểễệ', 'e', '6'],
  ['iíìỉĩị', 'i', ''],
  ['oóòỏõọ', 'o', ''],
  ['ôốồổỗộ', 'o', '6'],
  ['ơớờởỡợ', 'o', '7'],
  ['uúùủũụ', 'u', ''],
  ['ưứừửữự', 'u', '7'],
  ['yýỳỷỹỵ', 'y', ''],
];
const TONES: readonly Tone[] = [0, 1, 2, 3, 4, 5];

const LETTERS = new Map<string, Letter>();
for (const char of 'bcdfghjklmnpqrstvwxz') {
  LETTERS.set(char, { base: char, mark: '', tone: 0, plain: char });
}
LETTERS.set('đ', { base: 'd', mark: '9', tone: 0, plain: 'đ' });
const WITH_TONE = new Map<string, string>();
for (const [row, base, mark] of VOWELS) {
  const forms = row.normalize('NFC');
  const plain = forms.charAt(0);
  WITH_TONE.set(plain, forms);
  for (const tone of TONES) LETTERS.set(forms.charAt(tone), { base, mark, tone, plain });
}
const BY_MARK = new Map<string, string>(
  [...LETTERS.values()].map((letter) => [letter.base + letter.mark, letter.plain]),
);

/** The parts of one lower-case NFC letter; undefined where it is none of a–z and the Vietnamese ones. */
export function letterOf(char: string): Letter | undefined {
  return LETTERS.get(char);
}

/** "a", "i" … also with letter mark, without a tone. */
export function isPlainVowel(char: string): boolean {
  return WITH_TONE.has(char);
}

/** ("ê", 1) -> "ế"; a letter that takes no tone comes back as it is. */
export function withTone(plain: string, tone: Tone): string {
  return WITH_TONE.get(plain)?.charAt(tone) ?? plain;
}

/** ("o", "6") -> "ô"; undefined where there is no such letter. */
export function withMark(base: string, mark: string): string | undefined {
  return BY_MARK.get(base + mark);
}

/** '0'–'5' as a tone. */
export function toneOf(digit: string): Tone | undefined {
  return TONES.find((tone) => String(tone) === digit);
}
