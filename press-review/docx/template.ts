/**
 * Press reviews in a form of the office's own: a .docx with {{placeholders}}. A template is data: nothing in it is
 * ever run, and what could bring something in from elsewhere is refused.
 */
import {
  Document,
  Packer,
  Paragraph,
  type ParagraphChild,
  PatchType,
  patchDocument,
  type Table,
} from 'docx';
import { DiembaoError } from '../../core/errors.ts';
import { outline } from '../outline.ts';
import { printable } from '../printable.ts';
import type { PressReview } from '../review.ts';
import { longDay } from '../words.ts';
import { body, contents } from './body.ts';
import { recipients, signature } from './letterhead.ts';
import { section, styles } from './page.ts';
import { centred, run } from './text.ts';
import { unpack } from './unpack.ts';

/** What may stand in a template; `noi_dung` must. */
export const PLACEHOLDERS = [
  'co_quan',
  'ngay',
  'tieu_de',
  'muc_luc',
  'noi_dung',
  'noi_nhan',
  'nguoi_ky',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const mark = (name: Placeholder) => `{{${name}}}`;

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

/** The text of a part of the document, runs joined: Word cuts a placeholder into several. */
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)]
    .map(([, text]) => text ?? '\n')
    .join('');

/**
 * @throws DiembaoError `template-not-docx`, `template-too-large`, `template-macros`, `template-external`,
 * `template-no-content`
 */
export async function checkTemplate(template: Uint8Array): Promise<void> {
  const files = await unpack(template);
  const document = files.get('word/document.xml');
  if (document === undefined || !files.has('[Content_Types].xml'))
    throw new DiembaoError('template-not-docx', 'Tệp mẫu không phải là .docx.');
  for (const [name, text] of files) {
    if (/vbaProject|vbaData|activeX|embeddings\//i.test(name) || /macroEnabled/i.test(name))
      throw new DiembaoError(
        'template-macros',
        `Tệp mẫu có mã lệnh hoặc đối tượng nhúng: ${name}.`,
      );
    if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text))
      throw new DiembaoError(
        'template-macros',
        'Tệp mẫu có mã lệnh (macro); hãy lưu lại dạng .docx.',
      );
    if (name.endsWith('.rels') && /TargetMode\s*=\s*["']\s*External/i.test(text))
      throw new DiembaoError('template-external', `Tệp mẫu dẫn ra ngoài: ${name}.`, {
        hint: 'Bỏ các liên kết, ảnh liên kết và mẫu đính kèm rồi lưu lại.',
      });
  }
  if (!textOf(document).includes(mark('noi_dung')))
    throw new DiembaoError('template-no-content', `Tệp mẫu thiếu ${mark('noi_dung')}.`);
}

const lines = (texts: readonly string[]) =>
  texts.filter(Boolean).map((text) => centred([run(text, { bold: true })]));

/**
 * Fills a template.
 * @throws what `checkTemplate` throws
 */
export async function fillTemplate(template: Uint8Array, review: PressReview): Promise<Uint8Array> {
  await checkTemplate(template);
  const whole = outline(review);
  const { parentAgency, agency, place } = review.letterhead;
  const paragraph = (children: ParagraphChild[]) =>
    ({ type: PatchType.PARAGRAPH, children }) as const;
  const block = (children: (Paragraph | Table)[]) =>
    ({
      type: PatchType.DOCUMENT,
      children: children.length > 0 ? children : [new Paragraph({})],
    }) as const;
  return patchDocument({
    outputType: 'uint8array',
    data: template,
    // What is filled in may hold braces of its own: it is not looked through again.
    recursive: false,
    patches: {
      co_quan: block(lines([parentAgency, agency])),
      ngay: paragraph([run(`${place ? `${place}, ` : ''}${longDay(review.issuedOn)}`)]),
      tieu_de: paragraph([run(printable(`${whole.title} – ${whole.period}`))]),
      muc_luc: block(contents(whole)),
      noi_dung: block(body(whole)),
      noi_nhan: block(recipients(review)),
      nguoi_ky: block(signature(review)),
    } satisfies Record<Placeholder, unknown>,
  });
}
