/** `npm run bench -- NAME [ARGS]`: runs bench/NAME.ts. Without a name it lists what there is. */
import { readdirSync } from 'node:fs';

interface Bench {
  readonly default: (args: readonly string[]) => Promise<void> | void;
}

const names = readdirSync(new URL('./', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  const bench: Bench = await import(new URL(`${name}.ts`, import.meta.url).href);
  await bench.default(args);
} else {
  if (name !== undefined) console.error(`bench: there is no "${name}"`);
  console.error(`usage: npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
}
