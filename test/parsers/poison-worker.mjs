// A parser's thread for tests: what it does is the page's text.
import { parentPort } from 'node:worker_threads';

const hoard = [];
parentPort.on('message', ({ kind, page }) => {
  if (kind === 'begin') return parentPort.postMessage({ kind: 'ready' });
  if (kind !== 'read') return;
  const text = Buffer.from(page.body).toString();
  if (text === 'loop') for (;;);
  if (text === 'hoard') for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  if (text === 'die') process.exit(3);
  parentPort.postMessage({
    kind: 'result',
    result: { outcome: { code: 'article', message: text } },
  });
});
