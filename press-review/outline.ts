/** A press review as a list of blocks, in the order in which every form of the document prints them. */
import type { Item, PressReview, Section, Shown } from './review.ts';
import { NO_TONE, period, roman, share, shortDay, source, TONES } from './words.ts';

export interface Table {
  /** Shares of the columns; any unit. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type Block =
  /** A section, or a part that the form adds; `anchor` is unique. */
  | { readonly type: 'heading'; readonly text: string; readonly anchor: string }
  /** A field within a section. */
  | { readonly type: 'subheading'; readonly text: string }
  | { readonly type: 'headline'; readonly text: string; readonly source: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'note'; readonly label: string; readonly text: string }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'table'; readonly table: Table };

export interface Outline {
  readonly title: string;
  readonly period: string;
  /** Cover and contents; a daily review has none. */
  readonly contents: readonly { readonly text: string; readonly anchor: string }[] | null;
  readonly blocks: readonly Block[];
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** “Words” - Speaker; each paragraph of a longer quotation opens anew, the last one closes. */
function quoteBlocks({ words, speaker }: Item['quotes'][number]): Block[] {
  const all = paragraphs(words);
  return all.map((text, i) => {
    const last = i === all.length - 1;
    const by = last && speaker ? ` – ${speaker}` : '';
    return { type: 'quote', text: `“${text}${last ? '”' : ''}${by}` };
  });
}

/** Where nothing stands of what was chosen, the other is printed: no item is left bare. */
function shownOf(
  item: Item,
  usual: Shown,
): { readonly summary: boolean; readonly quotes: boolean } {
  const shown = item.shown ?? usual;
  return {
    summary: shown !== 'quotes' || item.quotes.length === 0,
    quotes: shown !== 'summary' || item.summary === '',
  };
}

interface Printing {
  readonly usual: Shown;
  /** Its field stands above it already. */
  readonly underField: boolean;
}

function itemBlocks(item: Item, number: string, { usual, underField }: Printing): Block[] {
  const { tone, followUp, remark, url } = item;
  const field = underField ? null : item.field;
  const shown = shownOf(item, usual);
  const judged = [...(field ? ['Lĩnh vực'] : []), ...(tone ? ['sắc thái'] : [])].join(', ');
  const note = (label: string, text: string): Block[] =>
    paragraphs(text).map((one, i) => ({ type: 'note', label: i === 0 ? label : '', text: one }));
  return [
    { type: 'headline', text: `${number}. ${item.headline}`, source: source(item) },
    ...(shown.summary
      ? paragraphs(item.summary).map((text): Block => ({ type: 'paragraph', text }))
      : []),
    ...(shown.quotes ? item.quotes.flatMap(quoteBlocks) : []),
    ...note('Nhận xét', remark),
    ...note(capital(judged), [field, tone ? TONES[tone] : null].filter(Boolean).join('; ')),
    ...note(
      'Đề nghị kiểm tra',
      [followUp?.body, followUp?.deadline ? `trước ngày ${shortDay(followUp.deadline)}` : '']
        .filter(Boolean)
        .join(', '),
    ),
    ...note('Kết quả', followUp?.result ?? ''),
    ...(url ? [{ type: 'link', url } as const] : []),
  ];
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const NO_FIELD = 'Lĩnh vực khác';

/** The items of a section; by field in the order in which the fields come, those without one last. */
function sectionBlocks({ items, byField }: Section, usual: Shown): Block[] {
  const fields = [...new Set(items.flatMap(({ field }) => field ?? []))];
  if (!byField || fields.length === 0)
    return items.flatMap((item, i) => itemBlocks(item, `${i + 1}`, { usual, underField: false }));
  const groups = [...fields, null].map((field) => ({
    name: field ?? NO_FIELD,
    items: items.filter((item) => item.field === field),
  }));
  return groups
    .filter((group) => group.items.length > 0)
    .flatMap((group, i): Block[] => [
      { type: 'subheading', text: `${i + 1}. ${group.name}` },
      ...group.items.flatMap((item, at) =>
        itemBlocks(item, `${i + 1}.${at + 1}`, { usual, underField: true }),
      ),
    ]);
}

function byNewspaper(items: readonly Item[]): Table {
  const counts = new Map<
    string,
    { items: number; positive: number; neutral: number; negative: number; none: number }
  >();
  for (const { newspaper, tone } of items) {
    const one = counts.get(newspaper) ?? {
      items: 0,
      positive: 0,
      neutral: 0,
      negative: 0,
      none: 0,
    };
    one.items += 1;
    one[tone ?? 'none'] += 1;
    counts.set(newspaper, one);
  }
  const rows = [...counts].sort(
    (a, b) => b[1].items - a[1].items || a[0].localeCompare(b[0], 'vi'),
  );
  const sum = (pick: (one: (typeof rows)[number][1]) => number) =>
    String(rows.reduce((all, [, one]) => all + pick(one), 0));
  return {
    widths: [1, 4, 2, 2, 2, 2, 2],
    head: ['TT', 'Báo', 'Số tin, bài', TONES.positive, TONES.neutral, TONES.negative, NO_TONE],
    rows: [
      ...rows.map(([newspaper, one], i) => [
        String(i + 1),
        newspaper,
        ...[one.items, one.positive, one.neutral, one.negative, one.none].map(String),
      ]),
      [
        '',
        'Tổng cộng',
        sum((one) => one.items),
        sum((one) => one.positive),
        sum((one) => one.neutral),
        sum((one) => one.negative),
        sum((one) => one.none),
      ],
    ],
  };
}

function shares(items: readonly Item[]): Table {
  const of = (tone: Item['tone']) => items.filter((item) => item.tone === tone).length;
  const row = (label: string, count: number) => [label, String(count), share(count, items.length)];
  return {
    widths: [2, 1, 1],
    head: ['Sắc thái', 'Số tin, bài', 'Tỷ lệ'],
    rows: [
      ...(['positive', 'neutral', 'negative'] as const).map((tone) => row(TONES[tone], of(tone))),
      row(NO_TONE, of(null)),
    ],
  };
}

function mattersToCheck(items: readonly Item[]): Table {
  const open = items.flatMap((item) => (item.followUp ? [{ item, followUp: item.followUp }] : []));
  return {
    widths: [1, 5, 3, 3, 2, 3],
    head: ['TT', 'Vấn đề', 'Báo, ngày đăng', 'Cơ quan kiểm tra', 'Hạn', 'Kết quả'],
    rows: open.map(({ item, followUp }, i) => [
      String(i + 1),
      item.headline,
      [item.newspaper, item.publishedOn ? shortDay(item.publishedOn) : '']
        .filter(Boolean)
        .join(', '),
      followUp.body,
      followUp.deadline ? shortDay(followUp.deadline) : '',
      followUp.result,
    ]),
  };
}

/** The whole of a review. Sections without items are left out; numbers follow what is printed. */
export function outline(review: PressReview): Outline {
  const items = review.sections.flatMap((section) => section.items);
  const periodic = review.form === 'periodic';
  const parts: { title: string; blocks: Block[] }[] = [];
  if (periodic) {
    parts.push({ title: 'Bảng tổng hợp', blocks: [{ type: 'table', table: byNewspaper(items) }] });
    parts.push({ title: 'Tỷ lệ sắc thái', blocks: [{ type: 'table', table: shares(items) }] });
  }
  for (const section of review.sections) {
    if (section.items.length === 0) continue;
    parts.push({ title: section.title, blocks: sectionBlocks(section, review.shown) });
  }
  if (periodic && items.some((item) => item.followUp))
    parts.push({
      title: 'Danh mục vấn đề cần kiểm tra',
      blocks: [{ type: 'table', table: mattersToCheck(items) }],
    });
  const headed = parts.map(({ title, blocks }, i) => ({
    text: `${roman(i + 1)}. ${title}`,
    anchor: `phan-${i + 1}`,
    blocks,
  }));
  return {
    title: review.title,
    period: period(review),
    contents: periodic ? headed.map(({ text, anchor }) => ({ text, anchor })) : null,
    blocks: headed.flatMap(({ text, anchor, blocks }): Block[] => [
      { type: 'heading', text, anchor },
      ...blocks,
    ]),
  };
}
