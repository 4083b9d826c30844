import type { RawPage } from '../core/raw-page.ts';

/** What a later question about the same page is conditioned on. */
export const validatorsOf = ({ headers }: RawPage) => ({
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
});
