import { describe, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { requireFree } from '../../app/disk.ts';
import { mayCrawl } from '../../app/may-crawl.ts';

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      redisUrl: null,
      meili: null,
      contact: null,
      port: 8420,
    });
    expect(config.userAgent).toMatch(
      /^Mozilla\/5\.0 \(compatible; DiemBao\/\d+\.\d+\.\d+; \+no-contact\)$/,
    );
  });

  it('take an empty variable for one that is not set', () => {
    const config = readConfig({ REDIS_URL: '', MEILI_URL: '', DIEMBAO_PUBLIC_URL: '' });
    expect(config).toMatchObject({ redisUrl: null, meili: null, publicUrl: null });
  });

  it('let the command line win', () => {
    expect(readConfig({ DIEMBAO_DATA: '/a' }, { data: '/b', port: '9' })).toMatchObject({
      data: '/b',
      port: 9,
    });
  });

  it('say every fault at once, with the value', () => {
    expect(() =>
      readConfig({ DIEMBAO_PORT: '99999', DIEMBAO_NIGHT: 'noon', MEILI_URL: 'x' }),
    ).toThrow(/DIEMBAO_PORT = "99999".*DIEMBAO_NIGHT = "noon".*MEILI_URL = "x"/s);
  });
});

describe('a crawl', () => {
  const real = { id: 'x', hosts: ['baohatinh.vn'] };
  const here = { id: 'x', hosts: ['127.0.0.1:8080'] };
  const config = { contact: null, data: '/', minFreeBytes: 0 };

  it('of a real host needs somebody who answers for it', async () => {
    await expect(mayCrawl(config, real)).rejects.toMatchObject({ code: 'no-contact' });
    await mayCrawl({ ...config, contact: 'a@b.vn' }, real);
    await mayCrawl(config, here);
    // One real host among local ones is enough.
    await expect(
      mayCrawl(config, { id: 'x', hosts: ['127.0.0.1:1', 'localhost.evil.vn'] }),
    ).rejects.toMatchObject({ code: 'no-contact' });
  });

  it('needs room on the disk', async () => {
    await expect(requireFree('/', Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'disk-low',
    });
    await requireFree('/', 0);
  });
});
