/**
 * Texts that look like XML's own signs, such as "&amp;" in an article on web pages: the library that fills templates
 * writes a text that holds them as "&". Cut behind the "&" into two texts of the same line they are left as written.
 */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { isXml, packedFiles } from './unpack.ts';

const CUT = /(?<=&)(?=amp;)/gu;
/** In XML: "&amp;" as it is read is written "&amp;amp;". */
const WRITTEN = /&amp;(?=amp;)/gu;
const TEXT = /<w:t(?: [^>]*)?>[^<]*<\/w:t>/gu;

/** The texts of one line that are a text together. */
export const cutTexts = (text: string): string[] => text.split(CUT);

const cutXml = (xml: string): string =>
  xml.replace(TEXT, (text) => text.replace(WRITTEN, '&amp;</w:t><w:t xml:space="preserve">'));

/**
 * The same .docx with such texts cut.
 * @throws DiembaoError `template-too-large`, `template-not-docx`
 */
export async function withCutTexts(docx: Uint8Array): Promise<Uint8Array> {
  const zip = new ZipFile();
  let changed = false;
  for await (const { name, content } of packedFiles(docx)) {
    const xml = isXml(name) ? content.toString('utf8') : '';
    const cut = cutXml(xml);
    changed ||= cut !== xml;
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(cut === xml ? content : Buffer.from(cut), name);
  }
  zip.end();
  const packed = await buffer(zip.outputStream);
  return changed ? packed : docx;
}
