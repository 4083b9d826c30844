/** What goes wrong with a Meilisearch server, as errors that say what to do. */
import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch';
import { DiembaoError, messageOf } from '../../../core/errors.ts';

/** The error to throw for anything that the client threw. */
export function meiliError(error: unknown, url: string): DiembaoError {
  if (error instanceof DiembaoError) return error;
  if (error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError) {
    const reason = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return new DiembaoError(
      'meili-unreachable',
      `search: no answer from Meilisearch at ${url}${reason}`,
      {
        cause: error,
        hint: 'Start Meilisearch, or correct MEILI_URL; without MEILI_URL the embedded engine is used.',
      },
    );
  }
  if (error instanceof MeilisearchTaskTimeOutError) {
    return new DiembaoError(
      'meili-slow',
      `search: a task of Meilisearch at ${url} did not end: ${error.message}`,
      {
        cause: error,
        hint: 'Look at its tasks; the work is done again later.',
      },
    );
  }
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code ?? '';
    if (error.response.status === 401 || error.response.status === 403) {
      return new DiembaoError(
        'meili-forbidden',
        `search: Meilisearch at ${url} refuses the key: ${error.message}`,
        {
          cause: error,
          hint: 'Set MEILI_KEY to a key that may use this index.',
        },
      );
    }
    if (code === 'index_not_found') {
      return new DiembaoError('index-missing', `search: Meilisearch at ${url} has no index yet`, {
        cause: error,
        hint: 'Run `diembao index`.',
      });
    }
    return new DiembaoError(
      `meili-${code.replaceAll('_', '-') || 'failed'}`,
      `search: Meilisearch at ${url}: ${error.message}`,
      {
        cause: error,
      },
    );
  }
  return new DiembaoError('meili-failed', `search: Meilisearch at ${url}: ${messageOf(error)}`, {
    cause: error,
  });
}
