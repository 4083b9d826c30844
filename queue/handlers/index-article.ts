/** The job `index {article, revision}`: resolves when the article's newest form can be found. */
import { GiveUp, RetryLater } from '../../core/errors.ts';
import type { Handler } from '../port.ts';

export interface IndexDependencies {
  /** The one batching writer (indexer/writer.ts). */
  readonly writer: { add(id: string, revision: number): Promise<void> };
  /**
   * While the engine is away jobs wait for it, which costs them no attempt; or they give up, where somebody
   * waits for the end. The archive knows in both cases what the index lacks.
   */
  readonly whenAway: 'wait' | 'give-up';
}

/** @throws RetryLater, GiveUp under the engine's code while it is away; GiveUp `document-refused` */
export function indexHandler({ writer, whenAway }: IndexDependencies): Handler<'index'> {
  return async ({ article, revision }) => {
    try {
      await writer.add(article, revision);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      // The one that is being built in its place takes all that the archive holds, this article too.
      if (error.code === 'index-old') return [];
      if (whenAway === 'wait') throw error;
      throw new GiveUp(error.code, error.message, {
        cause: error,
        ...(error.hint === null ? {} : { hint: error.hint }),
      });
    }
    return [];
  };
}
