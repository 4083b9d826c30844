/** The key for answering readers: it can search the one index and count it, and nothing else. */
import { Meilisearch } from 'meilisearch';
import { meiliError } from './errors.ts';

const NAME = 'diembao reader';
const ACTIONS = ['search', 'stats.get', 'indexes.get'] as const;
/** What the keys of one server are asked for at once; it holds far fewer. */
const MOST_KEYS = 1_000;

/**
 * Finds or makes it.
 * @param key one that may read and make keys: the master key
 * @throws DiembaoError as the engine does; `meili-forbidden` where the key may not make keys
 */
export async function readerKey(options: {
  readonly url: string;
  readonly key: string;
  readonly index: string;
}): Promise<string> {
  const client = new Meilisearch({ host: options.url, apiKey: options.key });
  try {
    const { results } = await client.getKeys({ limit: MOST_KEYS });
    const known = results.find(
      ({ name, indexes, actions }) =>
        name === NAME &&
        indexes.join() === options.index &&
        [...actions].sort().join() === [...ACTIONS].sort().join(),
    );
    if (known) return known.key;
    const made = await client.createKey({
      name: NAME,
      description: 'Answers the readers of Điểm Báo',
      actions: [...ACTIONS],
      indexes: [options.index],
      expiresAt: null,
    });
    return made.key;
  } catch (error) {
    throw meiliError(error, options.url);
  }
}
