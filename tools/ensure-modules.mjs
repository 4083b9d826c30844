// Installs the packages when node_modules does not fit package-lock.json. Plain JavaScript without any
// package, because it runs on a bare clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Điểm Báo cần Node 20.19 trở lên, máy này có ${process.versions.node}. / Needs Node 20.19 or later.`,
  );
  process.exit(1);
}

/** The installed tree fits when every package that is not optional is there in the locked version. */
function fits() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const want = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || have[path]?.version === version || optional || devOptional || peer,
  );
}

if (!fits()) {
  console.error('Đang cài các gói (npm ci) … / Installing packages …');
  const npm = process.env.npm_execpath;
  const [program, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(program, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    console.error('npm ci không thành công: xem lỗi ở trên. / npm ci failed: see above.');
    process.exit(1);
  }
}
