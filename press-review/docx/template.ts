/** Press reviews in a form of the office's own: a .docx with {{placeholders}} (placeholders.ts, check.ts). */
import {
  Document,
  type IPatch,
  Packer,
  Paragraph,
  PatchType,
  patchDocument,
  type Table,
  TextRun,
} from 'docx';
import { outline } from '../outline.ts';
import { printable } from '../printable.ts';
import type { PressReview } from '../review.ts';
import { longDay } from '../words.ts';
import { cutTexts, withCutTexts } from './as-written.ts';
import { body, contents } from './body.ts';
import { checkTemplate } from './check.ts';
import { recipients, signature } from './letterhead.ts';
import { section, styles } from './page.ts';
import { mark, PLACEHOLDERS, type Placeholder } from './placeholders.ts';
import { centred, run } from './text.ts';

/** The template to begin with. */
export async function defaultTemplate(): Promise<Uint8Array> {
  const at = (name: Placeholder) => run(mark(name));
  return Packer.toBuffer(
    new Document({
      title: 'Điểm báo',
      styles,
      sections: [
        {
          ...section,
          children: [
            centred([run(mark('co_quan'), { bold: true })]),
            centred([run(mark('ngay'), { italics: true })]),
            centred([run(mark('tieu_de'), { bold: true })]),
            new Paragraph({ children: [at('muc_luc')] }),
            new Paragraph({ children: [at('noi_dung')] }),
            new Paragraph({ children: [at('noi_nhan')] }),
            new Paragraph({ children: [at('nguoi_ky')] }),
          ],
        },
      ],
    }),
  );
}

/** Within its line, in the look that the template gives the placeholder; further texts on lines below. */
const inline = (texts: readonly string[]): IPatch => ({
  type: PatchType.PARAGRAPH,
  children: texts.map(
    (text, i) =>
      new TextRun({ children: cutTexts(printable(text)), ...(i > 0 ? { break: 1 } : {}) }),
  ),
});

const block = (children: (Paragraph | Table)[]): IPatch => ({
  type: PatchType.DOCUMENT,
  children: children.length > 0 ? children : [new Paragraph({})],
});

function patchesOf(review: PressReview): Record<Placeholder, IPatch> {
  const whole = outline(review);
  const { parentAgency, agency, place } = review.letterhead;
  const agencies = [parentAgency, agency].filter(Boolean);
  return {
    co_quan: inline(agencies.length > 0 ? agencies : ['']),
    ngay: inline([`${place ? `${place}, ` : ''}${longDay(review.issuedOn)}`]),
    tieu_de: inline([`${whole.title} – ${whole.period}`]),
    muc_luc: block(contents(whole)),
    noi_dung: block(body(whole)),
    noi_nhan: block(recipients(review)),
    nguoi_ky: block(signature(review)),
  };
}

/** Control characters: no text that is filled in holds one (printable.ts). */
const SEALED = { start: '\u0001', end: '\u0002' };
const outputType = 'uint8array';

/**
 * The template with its placeholders between marks that nobody can type: the library looks through what it has
 * filled in already, and an article may speak of {{nguoi_ky}}.
 */
const sealed = (template: Uint8Array) =>
  patchDocument({
    outputType,
    data: template,
    patches: Object.fromEntries(
      PLACEHOLDERS.map((name): [string, IPatch] => [
        name,
        {
          type: PatchType.PARAGRAPH,
          children: [new TextRun(`${SEALED.start}${name}${SEALED.end}`)],
        },
      ]),
    ),
  });

/**
 * Fills a template.
 * @throws what `checkTemplate` throws
 */
export async function fillTemplate(template: Uint8Array, review: PressReview): Promise<Uint8Array> {
  await checkTemplate(template);
  return patchDocument({
    outputType,
    data: await sealed(await withCutTexts(template)),
    placeholderDelimiters: SEALED,
    patches: patchesOf(review),
  });
}
