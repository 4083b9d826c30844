// The test command: every quality gate, then all tests, then one summary line.
// Arguments go to vitest: `npm test -- test/archive` runs only those tests, without the gates.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const picked = process.argv.slice(2);

/** Runs a program; its output is shown only when it fails, unless `show`. */
function run(name, args, show = false) {
  return new Promise((resolve) => {
    const child = spawn(bin(name), args, {
      cwd: root,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

const gates = [
  ['types', 'tsc', ['--noEmit']],
  ['lint and format', 'biome', ['check', '.']],
  ['import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', '.']],
];

let passed = 0;
let failed = 0;
let skipped = 0;
if (picked.length === 0) {
  const results = await Promise.all(
    gates.map(async ([label, program, args]) => [label, await run(program, args)]),
  );
  for (const [label, { ok, output }] of results) {
    console.log(`${ok ? '✓' : '✗'} ${label}`);
    if (ok) passed += 1;
    else {
      failed += 1;
      console.log(output);
    }
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'diembao-test-'));
const report = join(scratch, 'report.json');
const { ok } = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...picked],
  true,
);
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + result.numTodoTests;
  // A suite that breaks before its first test counts no failed test of its own.
  if (!ok && result.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
  console.log('vitest wrote no report');
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
