/** What CMS a page comes from, whatever its newspaper's spec says. */
import type { RawPage } from '../core/raw-page.ts';
import type { Family } from '../newspapers/define.ts';
import { familiesOf } from './layout.ts';
import { decode } from './page/decode.ts';
import { openPage } from './page/document.ts';
import { refuseBytes, refuseSource } from './page/unreadable.ts';

/** Ids of the families whose fingerprint the page carries, in their order; [] for a page that cannot be read. */
export function fingerprints(page: RawPage, families: readonly Family[]): readonly string[] {
  if (refuseBytes(page)) return [];
  const decoded = decode(page.body, page.headers['content-type']);
  if (!decoded.ok || refuseSource(decoded.text)) return [];
  return familiesOf(openPage(decoded.text, page.finalUrl), families);
}
