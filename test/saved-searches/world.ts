/** An archive and an index into which articles come while saved searches watch, by a clock that stands still. */
import { tmpdir } from 'node:os';
import { readConfig } from '../../app/config.ts';
import type { SavingParts } from '../../app/saved-searches/saved.ts';
import type { NewsWatchOptions } from '../../app/saved-searches/watch.ts';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import { silent } from '../../core/log.ts';
import { DOCUMENT_VERSION, toDocument } from '../../indexer/document.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { input, record } from '../contracts/archive-samples.ts';
import { type FakeClock, fakeClock } from '../queue/fake-clock.ts';

export interface SavedWorld {
  readonly clock: FakeClock;
  readonly archive: Archive;
  readonly parts: SavingParts & NewsWatchOptions;
  /** Stores an article and answers its id; the index has it unless told otherwise. */
  store(name: string, headline: string, options?: Storing): Promise<string>;
  /** Puts into the index what it lacks. */
  index(): Promise<void>;
  close(): Promise<void>;
}

interface Storing {
  readonly indexed?: boolean;
  /** Equal ones: the later one is a reprint. */
  readonly signature?: readonly number[];
  readonly publishedAt?: string | null;
  readonly newspaper?: string;
}

export async function openSavedWorld(
  settings: Readonly<Record<string, string>> = {},
): Promise<SavedWorld> {
  const clock = fakeClock('2026-11-25T08:00:00+07:00');
  const archive = await openArchive({ file: ':memory:' });
  const engine = openEmbeddedEngine({ file: ':memory:' });
  await engine.ensure();
  let bytes = 0;
  const index = async () => {
    const pending = await archive.index.pending(engine.id, DOCUMENT_VERSION, 1000);
    await engine.put((await archive.articles.getMany(pending.map(({ id }) => id))).map(toDocument));
    await archive.index.done(engine.id, DOCUMENT_VERSION, pending);
  };
  return {
    clock,
    archive,
    parts: {
      archive,
      engine,
      clock,
      log: silent,
      config: readConfig({ DIEMBAO_DATA: tmpdir(), ...settings }),
      newspaperName: (id) => `Báo ${id}`,
      randomBytes: (size) => new Uint8Array(size).fill(++bytes),
    },
    async store(
      name,
      headline,
      { indexed = true, signature = [], publishedAt, newspaper = 'baotinh' } = {},
    ) {
      const moment = publishedAt === undefined ? '2026-11-25T07:00:00+07:00' : publishedAt;
      const article = record(name, {
        headline,
        newspaper,
        publishedAt: moment,
        publishedPrecision: moment === null ? null : 'minute',
      });
      const { id } = await archive.articles.put(
        input(article, { signature }),
        clock.now().toISOString(),
      );
      if (indexed) await index();
      return id;
    },
    index,
    close: async () => {
      await engine.close();
      await archive.close();
    },
  };
}
