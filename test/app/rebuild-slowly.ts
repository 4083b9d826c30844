/** Builds the index anew; after the first thousand articles it says so and goes on. Killed by the test. */
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { rebuild } from '../../app/rebuild.ts';

const works = await openWorks(readConfig(process.env), { newspapers: [] });
await rebuild(works, {
  signal: new AbortController().signal,
  onProgress: ({ phase }) => {
    if (phase === 'build') process.stdout.write('begun\n');
    // The test kills this process before the rest is in.
    if (phase === 'build') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
  },
});
await works.close();
