/** Reading this folder's data, each file once and only when first asked for. */
import { readFileSync } from 'node:fs';

/** A function that gives `build(parsed JSON)` of data/`name`, made at its first call. */
export function dataFile<T>(name: string, build: (json: unknown) => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= {
      value: build(JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'))),
    };
    return made.value;
  };
}
