/** A press review as a .docx. */
import { Document, Packer, PageBreak, Paragraph, type Table } from 'docx';
import { type Outline, outline } from '../outline.ts';
import { printable } from '../printable.ts';
import type { PressReview } from '../review.ts';
import { body, contents } from './body.ts';
import { foot, letterhead } from './letterhead.ts';
import { section, styles } from './page.ts';
import { centred, run } from './text.ts';

type Parts = (Paragraph | Table)[];

const title = ({ title: text, period }: Outline, size: number): Parts => [
  centred([run(text, { bold: true, size })], { spacing: { before: 240, after: 60 } }),
  centred([run(period, { bold: true })], { spacing: { after: 240 } }),
];

const pageBreak = () => new Paragraph({ children: [new PageBreak()] });

function cover(review: PressReview, whole: Outline): Parts {
  return [
    ...letterhead(review),
    ...Array.from({ length: 9 }, () => new Paragraph({})),
    ...title(whole, 44),
    pageBreak(),
    centred([run('MỤC LỤC', { bold: true })]),
    ...contents(whole),
    pageBreak(),
  ];
}

/** @returns the bytes of the file */
export async function toDocx(review: PressReview): Promise<Uint8Array> {
  const whole = outline(review);
  const first =
    whole.contents === null ? [...letterhead(review), ...title(whole, 28)] : cover(review, whole);
  return Packer.toBuffer(
    new Document({
      title: printable(`${whole.title} - ${whole.period}`),
      creator: printable(review.letterhead.agency || 'Điểm Báo'),
      styles,
      sections: [{ ...section, children: [...first, ...body(whole), ...foot(review)] }],
    }),
  );
}
