/**
 * A press review as named texts, the way a form shows it, and back. What two people changed at the same time is
 * merged text by text; where both changed the same one, both are kept for a person to choose.
 */
import { addItems, allItems, changeItem, moveItemTo } from './edit.ts';
import { type Item, Letterhead, type PressReview, type Section, Shown, Tone } from './review.ts';

/** Name -> text. Names: `tieu-de`, `muc.<section>.ten`, `bai.<item>.tom-tat` … */
export type Fields = Readonly<Record<string, string>>;

const SPEAKER = /^[–—-]\s*/;

/** One quotation a block, blocks parted by an empty line; a last line behind a dash is the speaker. */
function quotesAsText(quotes: Item['quotes']): string {
  return quotes
    .map(({ words, speaker }) => (speaker ? `${words}\n– ${speaker}` : words))
    .join('\n\n');
}

/** Marks around the whole are the form's to print. */
const bare = (text: string) => text.trim().replace(/^[“"«]([^“”"«»]*)[”"»]$/, '$1');

function textAsQuotes(text: string): Item['quotes'] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      const lines = block.split('\n');
      const last = lines.at(-1) ?? '';
      if (lines.length < 2 || !SPEAKER.test(last)) return { words: bare(block), speaker: null };
      return {
        words: bare(lines.slice(0, -1).join('\n')),
        speaker: last.replace(SPEAKER, '').trim(),
      };
    });
}

/** A matter to check is one as long as anything is said of it: no part of it waits for another. */
function followedUp(item: Item, change: Partial<NonNullable<Item['followUp']>>): Item {
  const all = { body: '', deadline: null, result: '', ...item.followUp, ...change };
  return { ...item, followUp: all.body || all.deadline || all.result ? all : null };
}

function signed(
  review: PressReview,
  change: Partial<NonNullable<PressReview['signature']>>,
): PressReview {
  const all = { capacity: '', name: '', ...review.signature, ...change };
  return { ...review, signature: all.capacity || all.name ? all : null };
}

/** How each text of an item is read and written; the names are those of the forms. */
const ITEM: Readonly<
  Record<string, { read(item: Item): string; write(item: Item, text: string): Item }>
> = {
  'tieu-de': {
    read: (item) => item.headline,
    write: (item, text) => ({ ...item, headline: text }),
  },
  bao: {
    read: (item) => item.newspaper,
    write: (item, text) => ({ ...item, newspaper: text }),
  },
  ngay: {
    read: (item) => item.publishedOn ?? '',
    write: (item, text) => ({ ...item, publishedOn: text || null }),
  },
  'duong-dan': {
    read: (item) => item.url ?? '',
    write: (item, text) => ({ ...item, url: text || null }),
  },
  'dang-lai': {
    read: (item) => item.reprintedBy.join('; '),
    write: (item, text) => ({
      ...item,
      reprintedBy: text.split(/\s*;\s*/).filter((one) => one !== ''),
    }),
  },
  'tom-tat': {
    read: (item) => item.summary,
    write: (item, text) => ({ ...item, summary: text }),
  },
  'trich-dan': {
    read: (item) => quotesAsText(item.quotes),
    write: (item, text) => ({ ...item, quotes: textAsQuotes(text) }),
  },
  'nhan-xet': {
    read: (item) => item.remark,
    write: (item, text) => ({ ...item, remark: text }),
  },
  'linh-vuc': {
    read: (item) => item.field ?? '',
    write: (item, text) => ({ ...item, field: text || null }),
  },
  'sac-thai': {
    read: (item) => item.tone ?? '',
    write: (item, text) => ({ ...item, tone: Tone.safeParse(text).data ?? null }),
  },
  'kiem-tra': {
    read: (item) => item.followUp?.body ?? '',
    write: (item, text) => followedUp(item, { body: text }),
  },
  han: {
    read: (item) => item.followUp?.deadline ?? '',
    write: (item, text) => followedUp(item, { deadline: text || null }),
  },
  'ket-qua': {
    read: (item) => item.followUp?.result ?? '',
    write: (item, text) => followedUp(item, { result: text }),
  },
  'in-ra': {
    read: (item) => item.shown ?? '',
    write: (item, text) => ({ ...item, shown: Shown.safeParse(text).data ?? null }),
  },
};

/** The texts of a section besides those of its items. */
const OF_SECTION: Readonly<
  Record<string, { read(section: Section): string; write(section: Section, text: string): Section }>
> = {
  ten: {
    read: (section) => section.title,
    write: (section, text) => ({ ...section, title: text }),
  },
  'theo-linh-vuc': {
    read: (section) => (section.byField ? '1' : ''),
    write: (section, text) => ({ ...section, byField: text === '1' }),
  },
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const WHOLE: Readonly<
  Record<
    string,
    { read(review: PressReview): string; write(review: PressReview, text: string): PressReview }
  >
> = {
  'tieu-de': {
    read: (review) => review.title,
    write: (review, text) => ({ ...review, title: text }),
  },
  tu: { read: (review) => review.from, write: (review, text) => ({ ...review, from: text }) },
  den: { read: (review) => review.to, write: (review, text) => ({ ...review, to: text }) },
  'ngay-ky': {
    read: (review) => review.issuedOn,
    write: (review, text) => ({ ...review, issuedOn: text }),
  },
  'mau-dau': {
    read: (review) => review.letterhead.form,
    write: (review, text) => ({
      ...review,
      letterhead: {
        ...review.letterhead,
        form: Letterhead.shape.form.safeParse(text).data ?? review.letterhead.form,
      },
    }),
  },
  ...Object.fromEntries(
    (
      [
        ['co-quan-tren', 'parentAgency'],
        ['co-quan', 'agency'],
        ['so', 'number'],
        ['dia-danh', 'place'],
      ] as const
    ).map(([name, key]) => [
      name,
      {
        read: (review: PressReview) => review.letterhead[key],
        write: (review: PressReview, text: string) => ({
          ...review,
          letterhead: { ...review.letterhead, [key]: text },
        }),
      },
    ]),
  ),
  'noi-nhan': {
    read: (review) => review.recipients.join('\n'),
    write: (review, text) => ({ ...review, recipients: lines(text) }),
  },
  'nguoi-ky': {
    read: (review) => review.signature?.name ?? '',
    write: (review, text) => signed(review, { name: text }),
  },
  'chuc-vu-ky': {
    read: (review) => review.signature?.capacity ?? '',
    write: (review, text) => signed(review, { capacity: text }),
  },
  'in-ra': {
    read: (review) => review.shown,
    write: (review, text) => ({ ...review, shown: Shown.safeParse(text).data ?? review.shown }),
  },
};

const SECTION = 'muc.';
const ITEMS = 'bai.';

export function fieldsOf(review: PressReview): Fields {
  const fields: Record<string, string> = {};
  for (const [name, { read }] of Object.entries(WHOLE)) fields[name] = read(review);
  for (const section of review.sections) {
    for (const [name, { read }] of Object.entries(OF_SECTION))
      fields[`${SECTION}${section.id}.${name}`] = read(section);
    for (const item of section.items) {
      fields[`${ITEMS}${item.id}.muc`] = section.id;
      for (const [name, { read }] of Object.entries(ITEM))
        fields[`${ITEMS}${item.id}.${name}`] = read(item);
    }
  }
  return fields;
}

/** A change of one text. What it names must be in the review; else the review stays as it is. */
function withField(review: PressReview, name: string, text: string): PressReview {
  const whole = WHOLE[name];
  if (whole) return whole.write(review, text);
  const dot = name.lastIndexOf('.');
  const part = name.slice(dot + 1);
  const ofSection = name.startsWith(SECTION) ? OF_SECTION[part] : undefined;
  if (ofSection) {
    const id = name.slice(SECTION.length, dot);
    return {
      ...review,
      sections: review.sections.map((one) => (one.id === id ? ofSection.write(one, text) : one)),
    };
  }
  if (!name.startsWith(ITEMS)) return review;
  const id = name.slice(ITEMS.length, dot);
  if (part === 'muc') {
    const section = review.sections.findIndex((one) => one.id === text);
    return section < 0 ? review : moveItemTo(review, id, section);
  }
  const field = ITEM[part];
  return field ? changeItem(review, id, (item) => field.write(item, text)) : review;
}

/** Browsers send line ends as CR LF; spaces around a text mean nothing. */
const sentText = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

export interface Conflict {
  readonly name: string;
  /** What somebody else saved in between. */
  readonly theirs: string;
  readonly mine: string;
}

const textsOfItem = (fields: Fields, id: string) =>
  Object.entries(fields).filter(([name]) => name.startsWith(`${ITEMS}${id}.`));

/** Items that somebody took out in between and whose texts the form changed: back where they were. */
function withGone(
  base: PressReview,
  now: PressReview,
  sent: Fields,
): { readonly review: PressReview; readonly back: readonly Item[] } {
  const left = new Set(allItems(now).map(({ id }) => id));
  const before = fieldsOf(base);
  const isChanged = ({ id }: Item) =>
    textsOfItem(before, id).some(
      ([name, was]) => sent[name] !== undefined && sentText(sent[name]) !== sentText(was),
    );
  const back = allItems(base).filter((item) => !left.has(item.id) && isChanged(item));
  const review = back.reduce((all, item) => {
    const section = base.sections.find(({ items }) => items.includes(item))?.id;
    return addItems(
      all,
      Math.max(
        0,
        all.sections.findIndex(({ id }) => id === section),
      ),
      [item],
    );
  }, now);
  return { review, back };
}

/** Whether somebody changed a text of an item in between. */
export function isChangedBetween(base: PressReview, now: PressReview, id: string): boolean {
  const newest = fieldsOf(now);
  return textsOfItem(fieldsOf(base), id).some(
    ([name, was]) => newest[name] !== undefined && newest[name] !== was,
  );
}

/**
 * The newest review with what was changed in a form.
 * @param base the review that the form showed
 * @param now the newest; the same one where nobody saved in between
 * @param sent the form's texts; unknown names are left out
 * @returns the review with mine where only I changed a text, theirs where only they did; where both did, mine, and
 * both in `conflicts`; `back`: items that I changed and they took out, which are in it again
 */
export function merge(
  base: PressReview,
  now: PressReview,
  sent: Fields,
): {
  readonly review: PressReview;
  readonly conflicts: readonly Conflict[];
  readonly back: readonly Item[];
} {
  const before = fieldsOf(base);
  const conflicts: Conflict[] = [];
  const whole = withGone(base, now, sent);
  const newest = fieldsOf(whole.review);
  let { review } = whole;
  for (const name of Object.keys(before)) {
    const text = sent[name];
    if (text === undefined) continue;
    const mine = sentText(text);
    const was = before[name] ?? '';
    if (mine === sentText(was)) continue;
    const theirs = newest[name];
    if (theirs !== undefined && theirs !== was && sentText(theirs) !== mine)
      conflicts.push({ name, theirs, mine });
    review = withField(review, name, mine);
  }
  return { review, conflicts, back: whole.back };
}
