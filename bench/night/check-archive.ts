/** The archive against what was published: every article once, in the form that was served last. */
import type { Archive, StoredArticle } from '../../archive/port.ts';
import { everyItem } from '../../core/every-item.ts';
import type { Site } from './site.ts';

export interface ArchiveCheck {
  readonly published: number;
  readonly archived: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Archived, and not as they were served last. */
  readonly wrong: readonly string[];
}

const SLICE = 500;

export async function checkArchive(
  archive: Pick<Archive, 'articles'>,
  sites: readonly Site[],
  until: number,
): Promise<ArchiveCheck> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  let published = 0;
  let archived = 0;
  for (const site of sites) {
    const { id } = site.paper;
    const seen = new Map<number, StoredArticle>();
    const kept = everyItem((cursor) => archive.articles.list({ newspaper: id }, cursor, SLICE));
    for await (const stored of kept) {
      archived += 1;
      const number = Number(/bài (\d+)$/u.exec(stored.article.headline ?? '')?.[1] ?? 0);
      if (seen.has(number)) doubled.push(`${id} ${number}`);
      seen.set(number, stored);
    }
    for (const piece of site.pieces) {
      if (piece.publishedAt > until) continue;
      published += 1;
      const stored = seen.get(piece.number);
      if (!stored) {
        lost.push(`${id} ${piece.number} ${site.path(piece)}`);
        continue;
      }
      const { blocks } = stored.article;
      const changed = blocks.some(({ text }) => text.startsWith('Bản này đã được sửa'));
      if (blocks.length > 0 && changed !== site.servedChanged(piece.number))
        wrong.push(`${id} ${piece.number} text`);
      if ((stored.withdrawnAt !== null) !== site.servedGone(piece.number))
        wrong.push(`${id} ${piece.number} withdrawn`);
    }
    if (seen.has(0)) wrong.push(`${id} has an article without its headline`);
  }
  return { published, archived, lost, doubled, wrong };
}
