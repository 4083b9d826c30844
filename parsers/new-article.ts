/** A record that came without a page, with all that is derived from it: what is stored of it. */
import type { Article } from '../core/article.ts';
import { conferencePlaces } from './refine/conference-places.ts';
import { conferenceKeys } from './refine/index.ts';
import { signature } from './signature.ts';

/** Fits the archive's `NewArticle`. */
export function newArticle(article: Article, aliases: readonly string[]) {
  const paragraphs = article.blocks.filter(({ type }) => type !== 'caption');
  return {
    article,
    aliases,
    pageId: null,
    fetchedAt: null,
    signature: signature(paragraphs.map(({ text }) => text)),
    conferenceKeys: conferenceKeys(article),
    conferencePlaces: conferencePlaces(article),
  };
}
