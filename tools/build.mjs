// Compiles the sources to dist/ for an image without a compiler: JavaScript, data files, package.json.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const folders = [
  'core',
  'i18n',
  'vietnamese',
  'newspapers',
  'crawlers',
  'parsers',
  'archive',
  'indexer',
  'queue',
  'press-review',
  'app',
  'web',
  'demo',
  'cli',
];

rmSync(dist, { recursive: true, force: true });
const settings = join(root, 'node_modules', '.tsconfig.build.json');
writeFileSync(
  settings,
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      outDir: dist,
      rootDir: root,
      rewriteRelativeImportExtensions: true,
      typeRoots: [join(root, 'node_modules', '@types')],
    },
    include: folders.map((folder) => join(root, folder)),
  }),
);
const done = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', settings], {
  stdio: 'inherit',
});
if (done.status !== 0) process.exit(done.status ?? 1);

/** Everything that is no source: data, styles, the starter. */
const isData = (name) => !/\.tsx?$/.test(name);
for (const folder of folders)
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && isData(entry.name)) {
      const from = join(entry.parentPath, entry.name);
      cpSync(from, join(dist, from.slice(root.length)));
    }
cpSync(join(root, 'package.json'), join(dist, 'package.json'));
