import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DiembaoError } from '../../core/errors.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of spec files, each the source of its default export. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'newspapers-'));
  folders.push(folder);
  for (const [name, spec] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    const source = typeof spec === 'string' ? spec : `export default ${JSON.stringify(spec)};`;
    writeFileSync(join(folder, name), source);
  }
  return folder;
}

const good = {
  id: 'bao-mau',
  name: 'Báo Mẫu',
  origin: 'https://bao-mau.example',
  province: '42',
  extends: 'epi',
  confidence: 'synthetic',
};

async function faultsOf(files: Readonly<Record<string, unknown>>): Promise<string> {
  const error = await loadNewspapers(folderOf(files)).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DiembaoError);
  return error instanceof DiembaoError ? error.message : '';
}

describe('the newspapers at hand', () => {
  it('load, their sources absolute, their hosts with the origin first', async () => {
    const registry = await loadNewspapers();
    expect(registry.newspapers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['baohatinh', 'baonghean']),
    );
    for (const newspaper of registry.newspapers) {
      expect(newspaper.hosts[0]).toBe(new URL(newspaper.origin).host);
      for (const source of newspaper.discover) {
        const url =
          'feed' in source ? source.feed : 'sitemap' in source ? source.sitemap : source.listing;
        expect(newspaper.hosts).toContain(new URL(url).host);
      }
    }
    expect(registry.families.map(({ id }) => id).slice(0, 4)).toEqual([
      'onecms',
      'epi',
      'fck',
      'vnpt',
    ]);
  });

  it('are found by id and by host', async () => {
    const registry = await loadNewspapers();
    expect(registry.get('baohatinh')?.province).toBe('42');
    expect(registry.get('none')).toBeNull();
    expect(registry.byHost('https://daihoidang.baohatinh.vn/x')?.id).toBe('baohatinh');
    expect(registry.byHost('https://evil-baohatinh.vn/x')).toBeNull();
    expect(registry.byHost('no address')).toBeNull();
  });
});

describe('a folder of one’s own', () => {
  it('uses the families of the program', async () => {
    const registry = await loadNewspapers(folderOf({ 'bao-mau.mjs': good }));
    const newspaper = registry.get('bao-mau');
    expect(newspaper?.family).toBe('epi');
    expect(newspaper?.delayMs).toBe(2000);
    expect(newspaper?.discover).toContainEqual({ feed: 'https://bao-mau.example/rss/home.rss' });
  });

  it('may bring families', async () => {
    const family = {
      id: 'own',
      name: 'Own',
      fingerprint: { order: 5, css: ['.own'] },
      article: { pattern: '/(\\d+)$' },
      layouts: [{ name: 'a', when: '.own', fields: {}, body: { container: ['.own'] } }],
    };
    const files = { 'bao-mau.mjs': { ...good, extends: 'own' }, 'families/own.mjs': family };
    const registry = await loadNewspapers(folderOf(files));
    expect(registry.families[0]?.id).toBe('own');
    expect(registry.get('bao-mau')?.layouts.map(({ name }) => name)).toEqual(['a']);
  });

  it('the hash follows what is read, not when it is fetched or where', async () => {
    const hash = async (change: object) =>
      (await loadNewspapers(folderOf({ 'bao-mau.mjs': { ...good, ...change } }))).get('bao-mau')
        ?.hash;
    const first = await hash({});
    expect(await hash({ delayMs: 9, discover: [{ feed: '/f' }], notes: 'x' })).toBe(first);
    expect(await hash({ datelines: ['(Mẫu) -'] })).not.toBe(first);
    expect(await hash({ extends: 'onecms' })).not.toBe(first);
  });

  it('a wrong file is refused with every fault of every file in one message', async () => {
    const layout = {
      name: 'a',
      when: 'h1:nonsense(',
      fields: { headline: [{ reader: 'nobody' }], publishedAt: [{ css: 'time', form: 'guess' }] },
      body: { container: [] },
    };
    const message = await faultsOf({
      'bao-mau.mjs': good,
      'other-name.mjs': { ...good, origin: 'https://other.example' },
      'wrong-a.mjs': {
        ...good,
        id: 'wrong-a',
        origin: 'not a url',
        province: '99',
        colour: 'red',
        hosts: ['https://x'],
      },
      'wrong-b.mjs': {
        ...good,
        id: 'wrong-b',
        origin: 'https://b.example/',
        article: { pattern: '([' },
        layouts: [layout],
      },
      'wrong-c.mjs': {
        ...good,
        id: 'wrong-c',
        origin: 'https://c.example',
        extends: 'no-such-cms',
      },
      'wrong-d.mjs': {
        ...good,
        id: 'wrong-d',
        origin: 'https://d.example',
        hosts: ['bao-mau.example'],
      },
      'wrong-e.mjs': {
        ...good,
        id: 'wrong-e',
        origin: 'https://e.example',
        discover: [{ feed: 'http://[' }],
      },
      'broken.mjs': 'export default {',
    });
    for (const part of [
      /other-name\.mjs: id: is "bao-mau"/u,
      /wrong-a\.mjs: origin: /u,
      /wrong-a\.mjs: province: is no code of a province/u,
      /wrong-a\.mjs: spec: .*colour/u,
      /wrong-a\.mjs: hosts\.0: is not a host/u,
      /wrong-b\.mjs: origin: must not end in a slash/u,
      /wrong-b\.mjs: article\.pattern: is not a regular expression/u,
      /wrong-b\.mjs: layouts\.0\.when: is not a CSS selector/u,
      /wrong-b\.mjs: layouts\.0\.fields\.headline\.0\.reader: /u,
      /wrong-b\.mjs: layouts\.0\.fields\.publishedAt\.0\.form: /u,
      /wrong-b\.mjs: layouts\.0\.body\.container: /u,
      /wrong-c\.mjs: extends: no family "no-such-cms"; there are .*epi, /u,
      /wrong-d\.mjs: hosts: bao-mau\.example belongs to .*bao-mau\.mjs/u,
      /wrong-e\.mjs: discover: /u,
      /broken\.mjs: cannot be loaded: /u,
    ]) {
      expect(message).toMatch(part);
    }
  });

  it('a file without a default export and a folder that is missing', async () => {
    expect(await faultsOf({ 'x.mjs': 'export const a = 1;' })).toMatch(/x\.mjs: spec: /u);
    expect((await loadNewspapers(join(tmpdir(), 'no-such-folder'))).newspapers).toEqual([]);
  });
});

describe('withOrigin', () => {
  it('moves hosts, sources and paging', async () => {
    const paged = {
      ...good,
      discover: [{ listing: '/tin/', links: 'a', pages: { url: '/tin/?p={page}', last: 3 } }],
    };
    const registry = await loadNewspapers(folderOf({ 'bao-mau.mjs': paged }));
    const newspaper = registry.get('bao-mau');
    if (!newspaper) throw new Error('not loaded');
    const moved = registry.withOrigin(newspaper, 'http://127.0.0.1:1234');
    expect(moved.hosts).toEqual(['127.0.0.1:1234']);
    expect(moved.discover).toEqual([
      {
        listing: 'http://127.0.0.1:1234/tin/',
        links: 'a',
        pages: { url: 'http://127.0.0.1:1234/tin/?p={page}', last: 3 },
      },
    ]);
    expect(moved.hash).toBe(newspaper.hash);
  });
});
