#!/usr/bin/env node
// Starts the command line: from the sources in a checkout (through tsx), compiled where only that is there.
import { existsSync } from 'node:fs';

const source = new URL('./main.ts', import.meta.url);
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(source.href);
  await main(process.argv);
} else {
  const { main } = await import(new URL('./main.js', import.meta.url).href);
  await main(process.argv);
}
