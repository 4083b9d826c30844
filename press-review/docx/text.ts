/** Paragraphs as the decree wants them. */
import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { printable } from '../printable.ts';
import { cutTexts } from './as-written.ts';
import { BETWEEN, FIRST_LINE } from './page.ts';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'allCaps' | 'underline'>;

export function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ children: cutTexts(printable(text)), ...look });
}

/** Justified, with its first line indented. */
export function bodyParagraph(
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { after: BETWEEN },
    ...options,
    children,
  });
}

export function centred(
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children });
}
