/** Named readers: what no selector says. Each answers texts, best first; [] where it finds none. */
import type { Element } from 'domhandler';
import type { ReaderName } from '../newspapers/define.ts';
import { leadParagraph } from './body/lead-paragraph.ts';
import { signedAtEnd } from './body/signed-at-end.ts';
import { isRecord, type Page } from './page/document.ts';

export type Reader = (input: {
  readonly page: Page;
  readonly body: Element | null;
}) => readonly string[];

export const READERS: Readonly<Record<ReaderName, Reader>> = {
  'json-ld-author': ({ page }) => page.news().flatMap((object) => personNames(object.author)),
  'lead-paragraph': ({ body }) => (body ? leadParagraph(body) : []),
  'signed-at-end': ({ body }) => (body ? signedAtEnd(body) : []),
};

/** Names of persons only: an Organization is the paper itself. */
function personNames(author: unknown): readonly string[] {
  if (Array.isArray(author)) return author.flatMap(personNames);
  if (!isRecord(author) || author['@type'] !== 'Person') return [];
  return typeof author.name === 'string' ? [author.name] : [];
}
