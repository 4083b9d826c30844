/** Waiting for a task of the server; its failure is ours. */
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { DiembaoError } from '../../../core/errors.ts';

const FIRST_POLL_MS = 10;
const LONGEST_POLL_MS = 500;

/**
 * Resolves when the task has succeeded; asks less and less often.
 * @throws DiembaoError `meili-CODE` when it failed or was cancelled, `meili-slow` after `timeoutMs`
 */
export async function awaitTask(
  tasks: Meilisearch['tasks'],
  enqueued: Pick<EnqueuedTask, 'taskUid' | 'type'>,
  timeoutMs: number,
  url: string,
): Promise<void> {
  const started = performance.now();
  let pause = FIRST_POLL_MS;
  for (;;) {
    const task = await tasks.getTask(enqueued.taskUid);
    if (task.status === 'succeeded') return;
    if (task.status === 'failed' || task.status === 'canceled') {
      const code = (task.error?.code ?? task.status).replaceAll('_', '-');
      throw new DiembaoError(
        `meili-${code}`,
        `search: task ${task.uid} (${task.type}) of Meilisearch at ${url} ${task.status}: ${task.error?.message ?? 'no reason given'}`,
      );
    }
    if (performance.now() - started > timeoutMs) {
      throw new DiembaoError(
        'meili-slow',
        `search: task ${enqueued.taskUid} (${enqueued.type}) of Meilisearch at ${url} did not end in ${timeoutMs} ms`,
        { hint: 'Look at its tasks; the work is done again later.' },
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 1.25, LONGEST_POLL_MS);
  }
}
