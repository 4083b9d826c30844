/** Pages for tests: a small article of the ePi family, and how a page is handed to the parser. */
import type { RawPage } from '../../core/raw-page.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { readPage } from '../../parsers/index.ts';
import type { ParseResult } from '../../parsers/port.ts';

export const registry = await loadNewspapers();
export const URL_OF_ARTICLE = 'https://baohatinh.vn/mot-bai-post42.html';

export function rawPage(body: string | Uint8Array, change: Partial<RawPage> = {}): RawPage {
  const url = change.url ?? URL_OF_ARTICLE;
  return {
    url,
    finalUrl: url,
    status: 200,
    headers: {},
    body: typeof body === 'string' ? Buffer.from(body) : body,
    fetchedAt: '2026-05-06T00:00:00.000Z',
    ...change,
  };
}

export function read(body: string | Uint8Array, change: Partial<RawPage> = {}): ParseResult {
  const page = rawPage(body, change);
  return readPage(page, {
    newspaper: registry.byHost(page.url),
    families: registry.families,
  });
}

export interface Parts {
  readonly headline?: string;
  readonly date?: string;
  readonly head?: string;
  readonly body?: string;
}

export const PARAGRAPH = '<p>Một đoạn văn đủ dài để là thân bài, viết riêng cho phép thử này.</p>';

export function articlePage({ headline, date, head, body }: Parts = {}): string {
  return `<!DOCTYPE html><html><head>${head ?? '<meta charset="utf-8">'}</head><body>
<h1 class="article__title cms-title">${headline ?? 'Tiêu đề của bài'}</h1>
<div class="article__meta"><time class="time">${date ?? '05/05/2026 09:18'}</time></div>
<div class="article__body" itemprop="articleBody">${body ?? PARAGRAPH}</div></body></html>`;
}
