/** The image and the compose file. No Docker engine is needed: both are checked against their schemas and rules. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const run = promisify(execFile);

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      ports: z.array(z.string()).default([]),
      command: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
      healthcheck: z.unknown().optional(),
    }),
  ),
});

describe('docker-compose.yml', () => {
  const { services } = Compose.parse(parse(read('docker-compose.yml')));

  it('is what the compose specification allows', async () => {
    const dclint = fileURLToPath(new URL('node_modules/.bin/dclint', root));
    const { stdout } = await run(dclint, ['--formatter', 'json', 'docker-compose.yml'], {
      cwd: fileURLToPath(root),
    });
    const reports = z.array(z.object({ errorCount: z.number() })).parse(JSON.parse(stdout));
    expect(reports.map(({ errorCount }) => errorCount)).toEqual([0]);
  });

  it('opens no port but the page, on loopback', () => {
    expect(
      Object.entries(services).flatMap(([name, { ports }]) => ports.map((port) => [name, port])),
    ).toEqual([['app', '127.0.0.1:8420:8420']]);
  });

  it('keeps what Redis and Meilisearch hold, and pins both', () => {
    expect(services.redis?.command.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(services.redis?.command.join(' ')).toContain('--appendonly yes');
    for (const name of ['redis', 'meilisearch']) {
      expect(services[name]?.image).toMatch(/:v?\d+\.\d+/);
      expect(services[name]?.volumes).toHaveLength(1);
      expect(services[name]?.healthcheck).toBeDefined();
    }
    expect(services.meilisearch?.environment.MEILI_MASTER_KEY).toMatch(/^\$\{MEILI_MASTER_KEY:\?/);
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');

  it('has no fault', () => {
    expect(validate(text)).toEqual([]);
  });

  it('runs compiled output, not as root, from a stage without the compiler', () => {
    expect(text.match(/^FROM /gm)).toHaveLength(2);
    const last = text.slice(text.lastIndexOf('FROM '));
    expect(last).toContain('USER node');
    expect(last).toContain('HEALTHCHECK');
    expect(last).not.toContain('npm ci');
  });

  it('is given an output that runs', { timeout: 120_000 }, async () => {
    const cwd = fileURLToPath(root);
    await run(process.execPath, ['tools/build.mjs'], { cwd });
    // Node finds the packages of the folder above.
    const { stdout } = await run(process.execPath, ['dist/cli/bin.mjs', 'newspapers', '--json'], {
      cwd,
    });
    expect(stdout).toContain('"baohatinh"');
  });
});
