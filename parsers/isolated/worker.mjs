// Starts the parser of another thread: from the sources in a checkout (through tsx), else compiled.
import { existsSync } from 'node:fs';

const source = new URL('./worker.ts', import.meta.url);
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
} else await import(new URL('./worker.js', import.meta.url).href);
