/** The registry: every newspaper and CMS family, read from a directory of spec files and checked as a whole. */
import { DiembaoError } from '../core/errors.ts';
import { type Family, FamilySpec, type Newspaper, NewspaperSpec } from './define.ts';
import { merge, withOrigin } from './rules/merge.ts';
import { directoryUrl, readSpecs, type Spec } from './rules/read-specs.ts';

export interface Registry {
  /** By id. */
  readonly newspapers: readonly Newspaper[];
  /** In the order in which fingerprints are tried. */
  readonly families: readonly Family[];
  get(id: string): Newspaper | null;
  /** The newspaper that one of whose hosts the URL is on. */
  byHost(url: string): Newspaper | null;
  /** The newspaper as served from another origin, `http://127.0.0.1:8080`: hosts and sources move along. */
  withOrigin(newspaper: Newspaper, origin: string): Newspaper;
}

const HERE = new URL('./', import.meta.url);

/**
 * Reads `*.ts` of the directory (this folder when none is given) as newspapers and `families/*.ts` as CMS
 * families; the families of this folder are always there.
 * @throws DiembaoError `bad-newspapers` whose message lists every fault of every file, one a line
 */
export async function loadNewspapers(directory: URL | string = HERE): Promise<Registry> {
  const folder = directoryUrl(directory);
  const faults: string[] = [];
  const families = [...(await readSpecs(new URL('families/', HERE), FamilySpec, faults))];
  if (folder.href !== HERE.href) {
    families.push(...(await readSpecs(new URL('families/', folder), FamilySpec, faults)));
  }
  const specs = await readSpecs(folder, NewspaperSpec, faults);
  const byId = new Map(families.map(({ spec }) => [spec.id, spec]));
  if (byId.size < families.length) faults.push('families: two have the same id');

  const newspapers = specs.flatMap(({ file, spec }) => {
    const family = byId.get(spec.extends);
    if (!family) {
      faults.push(
        `${file}: extends: no family "${spec.extends}"; there are ${[...byId.keys()].sort().join(', ')}`,
      );
      return [];
    }
    try {
      return [{ file, spec: merge(spec, family) }];
    } catch {
      faults.push(`${file}: discover: holds something that is not a URL`);
      return [];
    }
  });
  faults.push(...sharedHosts(newspapers));
  if (faults.length > 0) {
    throw new DiembaoError(
      'bad-newspapers',
      `The newspaper specs have ${faults.length} fault(s):\n${faults.map((f) => `  ${f}`).join('\n')}`,
      { hint: 'Correct the files named; docs/add-a-newspaper.md describes every key.' },
    );
  }
  return registry(
    newspapers.map(({ spec }) => spec),
    families.map(({ spec }) => spec),
  );
}

/** A registry of newspapers at hand, for tests and the demo. */
export function registry(newspapers: readonly Newspaper[], families: readonly Family[]): Registry {
  const sorted = [...newspapers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((newspaper) => [newspaper.id, newspaper]));
  const byHost = new Map(sorted.flatMap((n) => n.hosts.map((host) => [host, n] as const)));
  return {
    newspapers: sorted,
    families: [...families].sort((a, b) => a.fingerprint.order - b.fingerprint.order),
    get: (id) => byId.get(id) ?? null,
    byHost: (url) => {
      return URL.canParse(url) ? (byHost.get(new URL(url).host) ?? null) : null;
    },
    withOrigin,
  };
}

function sharedHosts(newspapers: readonly Spec<Newspaper>[]): readonly string[] {
  const owner = new Map<string, string>();
  const faults: string[] = [];
  for (const { file, spec } of newspapers) {
    for (const host of spec.hosts) {
      const other = owner.get(host);
      if (other) faults.push(`${file}: hosts: ${host} belongs to ${other} too`);
      else owner.set(host, file);
    }
  }
  return faults;
}
