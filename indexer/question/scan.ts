/** A question cut into its parts: free text, phrases in quotation marks, excluded ones, field words. */

export type FieldWord =
  | 'newspaper'
  | 'province'
  | 'district'
  | 'commune'
  | 'person'
  | 'from'
  | 'to'
  | 'kind'
  | 'exact';

export type QuestionPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'phrase'; readonly text: string }
  | { readonly type: 'without'; readonly text: string }
  /** `rest`: no quotation marks were used, so the field decides how many of the words are its own. */
  | {
      readonly type: 'field';
      readonly field: FieldWord;
      readonly text: string;
      readonly rest: boolean;
    };

/** As typed before the colon, without marks. */
const FIELDS: Readonly<Record<string, FieldWord>> = {
  nguon: 'newspaper',
  bao: 'newspaper',
  tinh: 'province',
  huyen: 'district',
  xa: 'commune',
  phuong: 'commune',
  nguoi: 'person',
  tu: 'from',
  den: 'to',
  loai: 'kind',
  'chinh xac': 'exact',
};
// tỉnh:Hà Tĩnh  chính xác:có   refuses "từ 7:30" and "Ha Tinh: Pha an" (a headline)
const FIELD =
  /(nguồn|nguon|báo|bao|tỉnh|tinh|huyện|huyen|xã|xa|phường|phuong|người|nguoi|từ|tu|đến|den|loại|loai|chính\s+xác|chinh\s+xac):(?=\S)/iuy;
const OPENERS = '"“”„«‟〝';
const CLOSERS: Readonly<Record<string, string>> = { '«': '»' };
const CLOSING = '"“”„‟〞〝';
// -bão  -"bị thu"   refuses "2020 -2025", "KT-XH"
const WITHOUT = /-(?=[\p{L}"“”„«‟〝])/uy;
const WORD = /\S+/uy;

function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
}

/** End of the quotation that opens at `at`, -1 when nothing closes it. */
function closingAt(text: string, at: number): number {
  const closer = CLOSERS[text.charAt(at)] ?? CLOSING;
  for (let i = at + 1; i < text.length; i++) if (closer.includes(text.charAt(i))) return i;
  return -1;
}

/** In order. A quotation mark that nothing closes is no quotation. Linear in the number of parts. */
export function scanQuestion(text: string): QuestionPart[] {
  const parts: QuestionPart[] = [];
  let free = '';
  const flush = () => {
    if (free.trim() !== '') parts.push({ type: 'text', text: free.trim() });
    free = '';
  };
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  /** A quotation or one word from `at` on. */
  const taken = (at: number): { text: string; end: number; quoted: boolean } => {
    const end = OPENERS.includes(text.charAt(at)) ? closingAt(text, at) : -1;
    if (end > 0) return { text: text.slice(at + 1, end), end: end + 1, quoted: true };
    const word = match(WORD, at)?.[0] ?? '';
    return { text: word, end: at + word.length, quoted: false };
  };
  let at = 0;
  let fresh = true;
  while (at < text.length) {
    const char = text.charAt(at);
    const field = fresh ? match(FIELD, at) : null;
    if (field) {
      flush();
      const name = FIELDS[foldName(field[1] ?? '')];
      const value = taken(at + field[0].length);
      const next = nextPart(text, value.end);
      const end = value.quoted ? value.end : next;
      if (name) {
        parts.push({
          type: 'field',
          field: name,
          text: value.quoted ? value.text : text.slice(at + field[0].length, end).trim(),
          rest: !value.quoted,
        });
      }
      at = end;
      fresh = true;
      continue;
    }
    if (fresh && match(WITHOUT, at)) {
      flush();
      const value = taken(at + 1);
      parts.push({ type: 'without', text: value.text });
      at = value.end;
      fresh = true;
      continue;
    }
    if (fresh && OPENERS.includes(char)) {
      const end = closingAt(text, at);
      if (end > at) {
        flush();
        parts.push({ type: 'phrase', text: text.slice(at + 1, end) });
        at = end + 1;
        fresh = true;
        continue;
      }
    }
    free += char;
    fresh = /[\s(]/u.test(char);
    at++;
  }
  flush();
  return parts;
}

/** Where the next part with a sign of its own begins: a field word, a quotation, an exclusion. */
function nextPart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (!/\s/u.test(text.charAt(at - 1))) continue;
    FIELD.lastIndex = at;
    WITHOUT.lastIndex = at;
    if (FIELD.test(text)) return at;
    if (WITHOUT.test(text) || OPENERS.includes(text.charAt(at))) return at;
  }
  return text.length;
}
