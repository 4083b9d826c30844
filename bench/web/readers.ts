/** Readers of the web face, in a process of their own: reads a plan from standard input, prints what they met. */
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { pick, seeded } from '../search-data/random.ts';
import { Plan, type Told } from './reader-plan.ts';

const PATIENCE_MS = 30_000;

const plan = Plan.parse(JSON.parse(await text(process.stdin)));
const random = seeded(plan.seed);
const times = new Map(plan.kinds.map(({ name }) => [name, [] as number[]]));
const errors: string[] = [];

function draw(): { readonly name: string; readonly path: string } {
  let left = random();
  const kind = plan.kinds.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const { name, paths } = kind ?? pick(plan.kinds, random);
  return { name, path: pick(paths, random) };
}

async function ask(): Promise<void> {
  const { name, path } = draw();
  const started = performance.now();
  try {
    const answer = await fetch(plan.url + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
    if (!answer.ok) errors.push(`${path}: ${answer.status}`);
  } catch (error) {
    errors.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  times.get(name)?.push(performance.now() - started);
}

async function read(): Promise<void> {
  const began = performance.now() + random() * plan.everyMs;
  const first = performance.now();
  for (let due = began; due < first + plan.forMs; due += plan.everyMs) {
    await after(Math.max(0, due - performance.now()));
    await ask();
  }
}

await Promise.all(Array.from({ length: plan.readers }, read));
const told: Told = { kinds: [...times].map(([name, found]) => ({ name, times: found })), errors };
process.stdout.write(JSON.stringify(told));
