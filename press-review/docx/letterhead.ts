/** The head and the foot of an official document. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Letterhead, PressReview } from '../review.ts';
import { longDay } from '../words.ts';
import { TEXT_WIDTH } from './page.ts';
import { centred, run } from './text.ts';

const LEFT = Math.round(TEXT_WIDTH * 0.44);
const RIGHT = TEXT_WIDTH - LEFT;
const tight = { spacing: { after: 0 } };

/** A line under a name, `inset` twips in from both sides. */
function rule(inset: number): Paragraph {
  return new Paragraph({
    indent: { left: inset, right: inset },
    spacing: { before: 0, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}

const capitals = (text: string) => text.toLocaleUpperCase('vi');

function left({ form, parentAgency, agency, number }: Letterhead): Paragraph[] {
  return [
    ...(parentAgency ? [centred([run(capitals(parentAgency), { size: 24 })], tight)] : []),
    ...(agency ? [centred([run(capitals(agency), { size: 24, bold: true })], tight)] : []),
    ...(form === 'party' ? [centred([run('*', { bold: true })], tight)] : []),
    ...(form === 'state' && agency ? [rule(Math.round(LEFT / 3))] : []),
    ...(number ? [centred([run(number, { size: 26 })], tight)] : []),
  ];
}

function right({ form, place }: Letterhead, issuedOn: string): Paragraph[] {
  const date = centred(
    [run(`${place ? `${place}, ` : ''}${longDay(issuedOn)}`, { italics: true, size: 26 })],
    tight,
  );
  if (form === 'party')
    return [
      centred([run('ĐẢNG CỘNG SẢN VIỆT NAM', { size: 30, bold: true })], tight),
      rule(Math.round(RIGHT / 7)),
      date,
    ];
  return [
    centred([run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true })], tight),
    centred([run('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true })], tight),
    rule(Math.round(RIGHT / 5)),
    date,
  ];
}

function columns(first: Paragraph[], second: Paragraph[]): Table {
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      verticalAlign: VerticalAlign.TOP,
      children: children.length > 0 ? children : [new Paragraph({})],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LEFT, RIGHT],
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: [cell(LEFT, first), cell(RIGHT, second)] })],
  });
}

/** [] where the review has no letterhead. */
export function letterhead({ letterhead: head, issuedOn }: PressReview): Table[] {
  return head.form === 'none' ? [] : [columns(left(head), right(head, issuedOn))];
}

export function recipients(review: PressReview): Paragraph[] {
  if (review.recipients.length === 0) return [];
  return [
    new Paragraph({
      ...tight,
      children: [run('Nơi nhận:', { size: 24, bold: true, italics: true })],
    }),
    ...review.recipients.map(
      (one) => new Paragraph({ ...tight, children: [run(`- ${one}`, { size: 22 })] }),
    ),
  ];
}

/** The capacity in capitals, room for the hand, the name. */
export function signature(review: PressReview): Paragraph[] {
  if (!review.signature) return [];
  const { capacity, name } = review.signature;
  return [
    centred([run(capitals(capacity), { bold: true })], { ...tight, keepNext: true }),
    ...[1, 2, 3].map(() => centred([], { keepNext: true })),
    centred([run(name, { bold: true })], tight),
  ];
}

/** Recipients left, signature right; [] for neither. */
export function foot(review: PressReview): (Paragraph | Table)[] {
  const both = { to: recipients(review), by: signature(review) };
  if (both.to.length === 0 && both.by.length === 0) return [];
  return [new Paragraph({ alignment: AlignmentType.LEFT }), columns(both.to, both.by)];
}
