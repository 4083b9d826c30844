/** Versions of everything that decides what is read out of a page. */
import { SCHEMA_VERSION } from '../core/article.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { VIETNAMESE_VERSION } from '../vietnamese/index.ts';

/** Raise it with every change that can alter a record read from a page. */
export const PARSER_VERSION = '4';

/** The stamp of a parse: pages that carry another one are read again. */
export function parserStamp(newspaper: Newspaper | null): string {
  return [SCHEMA_VERSION, PARSER_VERSION, newspaper?.hash ?? '-', VIETNAMESE_VERSION].join(':');
}
