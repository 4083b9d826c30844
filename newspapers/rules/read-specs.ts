/** Reads spec files from a directory, each through its schema; a fault is noted, never thrown. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { messageOf } from '../../core/errors.ts';

export interface Spec<T> {
  readonly file: string;
  readonly spec: T;
}

/** Modules of this folder that are no specs. */
const CODE = new Set(['define', 'index', 'identity']);
const MODULE = /^(?<name>[^.].*)\.(?:ts|js|mjs)$/u;

export async function readSpecs<S extends z.ZodType<{ readonly id: string }>>(
  directory: URL,
  schema: S,
  faults: string[],
): Promise<readonly Spec<z.output<S>>[]> {
  const specs: Spec<z.output<S>>[] = [];
  for (const file of moduleFiles(directory)) {
    const label = `${basename(directory.pathname)}/${file}`;
    let module: { readonly default?: unknown };
    try {
      module = await import(new URL(file, directory).href);
    } catch (error) {
      faults.push(`${label}: cannot be loaded: ${messageOf(error)}`);
      continue;
    }
    const parsed = schema.safeParse(module.default);
    if (!parsed.success) {
      faults.push(...issues(parsed.error.issues).map((issue) => `${label}: ${issue}`));
      continue;
    }
    const name = MODULE.exec(file)?.groups?.name;
    if (parsed.data.id !== name) {
      faults.push(`${label}: id: is "${parsed.data.id}", the file's name says "${name}"`);
    }
    specs.push({ file: label, spec: parsed.data });
  }
  return specs;
}

function moduleFiles(directory: URL): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return names
    .filter((file) => {
      const name = MODULE.exec(file)?.groups?.name;
      return name !== undefined && !CODE.has(name) && !/\.(?:d|test)$/u.test(name);
    })
    .sort();
}

/** One line an issue; inside a union, the issues of the variant that got furthest. */
function issues(list: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): string[] {
  return list.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const best = [...issue.errors].sort((a, b) => score(a) - score(b))[0] ?? [];
      return issues(best, path);
    }
    return [`${path.join('.') || 'spec'}: ${issue.message}`];
  });
}

/** Small for the variant that was most likely meant: all keys known, the fault inside a value. */
function score(list: readonly z.core.$ZodIssue[]): number {
  return list.reduce((sum, issue) => sum + (issue.code === 'custom' ? 1 : 10), 0);
}

export function directoryUrl(directory: URL | string): URL {
  const url = directory instanceof URL ? directory : pathToFileURL(directory);
  return url.href.endsWith('/') ? url : new URL(`${url.href}/`);
}
