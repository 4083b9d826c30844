/** Where the placeholders of a template stand, told apart the way the library that fills them sees them. */
import { type CheerioAPI, load } from 'cheerio';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';

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

export const mark = (name: Placeholder) => `{{${name}}}`;

/** Filled with paragraphs and tables, which take the place of the whole paragraph. */
const BLOCKS: readonly string[] = ['muc_luc', 'noi_dung', 'noi_nhan', 'nguoi_ky'];
/** The text itself; nowhere else. */
const MAIN = 'word/document.xml';
const ONLY_IN_MAIN: readonly string[] = ['muc_luc', 'noi_dung'];
/** Besides text: what would go with the paragraph that is replaced. */
const NOT_TEXT = 'w\\:sectPr, w\\:drawing, w\\:pict, w\\:object, w\\:br';

const ANY = /\{\{([^{}]*)\}\}/g;
const names = (text: string) => [...text.matchAll(ANY)].map(([, name]) => name ?? '');
const isKnown = (name: string): name is Placeholder => PLACEHOLDERS.some((one) => one === name);

const wrong = (message: string, hint: string) =>
  new DiembaoError('template-placeholder', message, { hint });

/** @throws DiembaoError `template-placeholder` */
function checkParagraph($: CheerioAPI, paragraph: ReturnType<CheerioAPI>, part: string): string[] {
  const [node] = paragraph.get();
  /** Not that of paragraphs in a text box that hangs on it. */
  const whole = paragraph
    .find('w\\:t')
    .filter((_, text) => $(text).closest('w\\:p').get(0) === node)
    .text();
  const found = names(whole);
  const filled = names(paragraph.children('w\\:r').children('w\\:t').text());
  for (const name of found) {
    if (!isKnown(name))
      throw wrong(
        told('Tệp mẫu có chỗ điền lạ: {name}.', { name: `{{${name.slice(0, 40)}}}` }),
        told('Chỉ dùng {placeholders}, viết liền, không dấu cách.', {
          placeholders: PLACEHOLDERS.map(mark).join(' '),
        }),
      );
    if (!filled.includes(name))
      throw wrong(
        told(
          'Không điền được {name}: nó nằm trong liên kết, ô điều khiển hoặc phần đang theo dõi thay đổi.',
          { name: mark(name) },
        ),
        told('Chấp nhận mọi thay đổi, rồi gõ lại nó thành chữ thường trong đoạn.'),
      );
    if (ONLY_IN_MAIN.includes(name) && part !== MAIN)
      throw wrong(
        told('{name} chỉ đặt được trong thân văn bản.', { name: mark(name) }),
        told('Hiện nó ở {part}.', { part }),
      );
    if (!BLOCKS.includes(name)) continue;
    if (whole.trim() !== mark(name) || paragraph.find(NOT_TEXT).length > 0)
      throw wrong(
        told('{name} phải đứng một mình trong đoạn của nó.', { name: mark(name) }),
        told('Chuyển chữ, hình, dấu ngắt trang hay ngắt phần cùng đoạn sang đoạn khác.'),
      );
  }
  return found;
}

/**
 * The placeholders of one part of a template, each as often as it stands there.
 * @param xml of the part `name`
 * @throws DiembaoError `template-placeholder` for one that is not known or could not be filled
 */
export function placeholdersOf(name: string, xml: string): readonly string[] {
  if (!xml.includes('{{') && !/\{<\/w:t>/.test(xml)) return [];
  const $ = load(xml, { xml: true });
  const found: string[] = [];
  for (const node of $('w\\:p').get()) {
    // Word writes a text box twice, once for its older versions.
    const again = $(node).closest('mc\\:Fallback').length > 0;
    const here = checkParagraph($, $(node), name);
    if (!again) found.push(...here);
  }
  const twice = BLOCKS.find((one) => found.filter((name) => name === one).length > 1);
  if (twice === undefined) return found;
  throw wrong(told('Tệp mẫu có {name} hai lần.', { name: `{{${twice}}}` }), told('Giữ một chỗ.'));
}
