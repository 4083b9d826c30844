/** Every package that may be installed: Node 20.19, a permissive licence, a pinned version, no download address. */
import { readFileSync } from 'node:fs';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.union([z.string(), z.array(z.string())]).optional(),
      engines: z.union([z.record(z.string(), z.string()), z.array(z.string())]).optional(),
    }),
  ),
});
const Manifest = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const lock = Lock.parse(JSON.parse(read('package-lock.json')));
const manifest = Manifest.parse(JSON.parse(read('package.json')));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

const ALLOWED =
  'MIT BSD-2-Clause BSD-3-Clause Apache-2.0 ISC MPL-2.0 0BSD MIT-0 BlueOak-1.0.0 Unlicense CC0-1.0 Zlib'.split(
    ' ',
  );

/** Packages whose licence field says nothing of the above, each read by hand. */
const READ: Readonly<Record<string, string>> = {
  argparse: 'Python-2.0, permissive; brought by the compose linter, for development only',
  'caniuse-lite':
    'CC-BY-4.0: data about browsers, brought by Crawlee and unused by us; not changed',
  'map-stream': 'no field; its LICENCE file is the MIT licence',
  'pause-stream': 'field is a list; its LICENSE file is MIT and Apache 2.0',
};

function allowed(licence: string | readonly string[] | undefined): boolean {
  if (typeof licence !== 'string') return false;
  return licence
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((one) => one.split(/ AND /).every((part) => ALLOWED.includes(part)));
}

const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('the packages', () => {
  it('run on Node 20.19', () => {
    expect(manifest.engines.node).toBe('>=20.19');
    const wrong = packages.filter(([, { engines }]) => {
      const range = engines && !Array.isArray(engines) ? engines.node : undefined;
      return range !== undefined && !semver.satisfies('20.19.0', range);
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('have licences that let anybody use the program', () => {
    const wrong = packages.filter(
      ([path, { license }]) => !allowed(license) && !(nameOf(path) in READ),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('are pinned where we name them', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(named).filter(([, version]) => semver.valid(version) === null)).toEqual(
      [],
    );
  });

  it('are locked without an address to download from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
