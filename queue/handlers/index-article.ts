/** The job `index {article, revision}`: resolves when the article's newest form can be found. */
import type { Handler } from '../port.ts';

export interface IndexDependencies {
  /** The one batching writer (indexer/writer.ts). */
  readonly writer: { add(id: string, revision: number): Promise<void> };
}

export function indexHandler({ writer }: IndexDependencies): Handler<'index'> {
  return async ({ article, revision }) => {
    await writer.add(article, revision);
    return [];
  };
}
