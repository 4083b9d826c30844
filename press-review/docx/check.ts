/** What a template may hold. It is data: what runs, or brings something in from elsewhere, is refused by name. */
import { load } from 'cheerio';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { mark, placeholdersOf } from './placeholders.ts';
import { unpack } from './unpack.ts';

/** Texts, pictures, fonts, what a printer was set to. */
const KNOWN_FILE = /\/$|\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|odttf|ttf)$/i;
const PRINTER = /^word\/printerSettings\/[\w-]+\.bin$/;
const MACROS = /vbaProject|vbaData|activeX|embeddings\/|macroEnabled/i;

/** Fields that show what stands in the document itself, or the day. */
const HARMLESS_FIELDS = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION', 'PAGEREF', 'REF', 'SEQ', 'STYLEREF', 'TOC'],
  ...['DATE', 'TIME', 'SAVEDATE', 'CREATEDATE', 'PRINTDATE', 'TITLE', 'SUBJECT', 'AUTHOR'],
  ...['FILENAME', 'DOCPROPERTY', 'FORMTEXT', 'FORMCHECKBOX', 'FORMDROPDOWN'],
]);

const external = (what: string) =>
  new DiembaoError('template-external', told('Tệp mẫu dẫn ra ngoài: {what}.', { what }), {
    hint: told('Bỏ các liên kết, ảnh liên kết, trường và mẫu đính kèm rồi lưu lại.'),
  });

/** Where the first relation leads that leaves the file; null where none does. */
function targetOutside(relations: string): string | null {
  const $ = load(relations, { xml: true });
  const one = $('*')
    .filter((_, node) => ($(node).attr('TargetMode') ?? 'Internal') !== 'Internal')
    .first();
  return one.length > 0 ? (one.attr('Target') ?? '').slice(0, 200) : null;
}

/** The instructions of all fields of a part; one inside another is one of its own. */
function fieldsOf(xml: string): readonly string[] {
  if (!/w:(?:instrText|fldSimple)/.test(xml)) return [];
  const $ = load(xml, { xml: true });
  const done = $('w\\:fldSimple')
    .map((_, field) => $(field).attr('w:instr') ?? '')
    .get();
  const open: string[] = [];
  for (const node of $('w\\:fldChar, w\\:instrText').get()) {
    const type = $(node).attr('w:fldCharType');
    if (node.name === 'w:instrText') open.push(`${open.pop() ?? ''}${$(node).text()}`);
    else if (type === 'begin') open.push('');
    else if (type === 'end') done.push(open.pop() ?? '');
  }
  return [...done, ...open].map((one) => one.trim()).filter((one) => one !== '');
}

const isHarmless = (instruction: string) =>
  HARMLESS_FIELDS.has((/^\w+/.exec(instruction)?.[0] ?? '').toUpperCase()) ||
  // To a place in the document itself.
  /^HYPERLINK\s+\\l\s/i.test(instruction);

function checkFile(name: string, text: string): void {
  if (MACROS.test(name) || !(KNOWN_FILE.test(name) || PRINTER.test(name)))
    throw new DiembaoError(
      'template-macros',
      told('Tệp mẫu có mã lệnh hoặc đối tượng nhúng: {name}.', { name: name.slice(0, 100) }),
      { hint: told('Bỏ các đối tượng nhúng, lưu lại dạng .docx.') },
    );
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text))
    throw new DiembaoError('template-macros', told('Tệp mẫu có mã lệnh (macro).'), {
      hint: told('Lưu lại dạng .docx, không phải .docm.'),
    });
  // Other encodings and entities would hide from the checks what Word reads.
  if (/\.(?:xml|rels)$/i.test(name) && (text.includes('\0') || /<!DOCTYPE|<!ENTITY/i.test(text)))
    throw new DiembaoError(
      'template-not-docx',
      told('Tệp mẫu có phần không đọc được: {name}.', { name }),
    );
  const outside = name.endsWith('.rels') ? targetOutside(text) : null;
  if (outside !== null) throw external(`${outside} (${name})`);
  const field = name.startsWith('word/') ? fieldsOf(text).find((one) => !isHarmless(one)) : null;
  if (field) throw external(`trường ${field.slice(0, 40)} trong ${name}`);
}

/**
 * @throws DiembaoError `template-not-docx`, `template-too-large`, `template-macros`, `template-external`,
 * `template-placeholder`, `template-no-content`
 */
export async function checkTemplate(template: Uint8Array): Promise<void> {
  const files = await unpack(template);
  if (!files.has('word/document.xml') || !files.has('[Content_Types].xml'))
    throw new DiembaoError('template-not-docx', told('Tệp mẫu không phải là .docx.'), {
      hint: told('Mở tệp bằng Word rồi Lưu thành .docx.'),
    });
  for (const [name, text] of files) checkFile(name, text);
  const found = [...files].flatMap(([name, text]) =>
    /^word\/[^/]+\.xml$/.test(name) ? placeholdersOf(name, text) : [],
  );
  if (found.includes('noi_dung')) return;
  throw new DiembaoError(
    'template-no-content',
    told('Tệp mẫu thiếu {name}.', { name: mark('noi_dung') }),
    {
      hint: told('Gõ {name} vào chỗ các tin, bài sẽ đứng, một mình trong một đoạn.', {
        name: mark('noi_dung'),
      }),
    },
  );
}
