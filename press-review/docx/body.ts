/** The blocks of a review as paragraphs and tables. */
import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  InternalHyperlink,
  PageReference,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import type { Block, Outline } from '../outline.ts';
import { printable } from '../printable.ts';
import { BETWEEN, TEXT_WIDTH } from './page.ts';
import { bodyParagraph, run } from './text.ts';

/** Under their centred headings. */
const isNumber = (text: string) => /^[\d.,]+(?: %)?$/u.test(text);

function table({ head, rows, widths }: Extract<Block, { type: 'table' }>['table']): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const twips = widths.map((width) => Math.round((TEXT_WIDTH * width) / all));
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (text, column) =>
          new TableCell({
            width: { size: twips[column] ?? 0, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              new Paragraph({
                alignment: bold || isNumber(text) ? AlignmentType.CENTER : AlignmentType.LEFT,
                spacing: { after: 0 },
                children: [run(text, { bold, size: 24 })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: twips,
    layout: TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/**
 * A heading by its place in the outline, not by a style: in a template of somebody else's the style of that name may
 * look like anything. Bookmarks are numbered within the document.
 */
function heading({ text, anchor }: Extract<Block, { type: 'heading' }>, number: number): Paragraph {
  return new Paragraph({
    outlineLevel: 0,
    keepNext: true,
    spacing: { before: BETWEEN, after: BETWEEN },
    children: [
      new BookmarkStart(anchor, number),
      run(text, { bold: true }),
      new BookmarkEnd(number),
    ],
  });
}

function blockParts(block: Block, number: number): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [heading(block, number)];
    case 'subheading':
      return [
        bodyParagraph([run(block.text, { bold: true, italics: true })], {
          outlineLevel: 1,
          keepNext: true,
        }),
      ];
    case 'headline':
      return [
        bodyParagraph([run(block.text, { bold: true })], { keepNext: true }),
        ...(block.source
          ? [bodyParagraph([run(block.source, { italics: true })], { keepNext: true })]
          : []),
      ];
    case 'paragraph':
    case 'quote':
      return [bodyParagraph([run(block.text, { italics: block.type === 'quote' })])];
    case 'note':
      return [
        bodyParagraph([
          ...(block.label ? [run(`${block.label}: `, { bold: true, italics: true })] : []),
          run(block.text),
        ]),
      ];
    case 'link':
      return [
        bodyParagraph(
          [
            run('Nguồn: ', { italics: true }),
            new ExternalHyperlink({ link: block.url, children: [run(printable(block.url))] }),
          ],
          // A long address would stretch a justified line.
          { alignment: AlignmentType.LEFT },
        ),
      ];
    case 'table':
      return [table(block.table), new Paragraph({})];
  }
}

export function body({ blocks }: Outline): (Paragraph | Table)[] {
  return blocks.flatMap(blockParts);
}

/** One line for each part, with its page: complete when written, nothing has to be updated to read it. */
export function contents({ contents: entries }: Outline): Paragraph[] {
  return (entries ?? []).map(
    ({ text, anchor }) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: 'dot' }],
        children: [
          new InternalHyperlink({ anchor, children: [run(text)] }),
          run('\t'),
          new PageReference(anchor),
        ],
      }),
  );
}
