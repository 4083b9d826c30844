import { describe, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { requireFree } from '../../app/disk.ts';
import { mayCrawl } from '../../app/may-crawl.ts';
import { nightly } from '../../app/nightly.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const { newspapers } = await loadNewspapers();
const [known] = newspapers.filter(({ confidence }) => confidence !== 'listed');
if (!known) throw new Error('no newspaper');

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      redisUrl: null,
      meili: null,
      contact: null,
      port: 8420,
      night: '00:30',
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

describe('the night', () => {
  it('has every sure paper once, within an hour of its start, in five-field patterns', () => {
    const schedules = nightly(newspapers, { night: '23:50', contact: 'a@b.vn' });
    const sure = newspapers.filter(({ confidence }) => confidence !== 'listed');
    expect(schedules.map(({ id }) => id)).toEqual(sure.map(({ id }) => id));
    for (const { id, cron, job } of schedules) {
      expect(job).toEqual({ name: 'crawl', payload: { newspaper: id } });
      const [minute = -1, hour = -1] = cron.split(' ').map(Number);
      expect(cron).toMatch(/^\d+ \d+ \* \* \*$/);
      const after = (hour * 60 + minute - (23 * 60 + 50) + 1_440) % 1_440;
      expect(after).toBeLessThan(60);
    }
  });

  it('leaves out papers that are only named somewhere, and all while nobody answers', () => {
    const listed = { ...known, id: 'only-listed', confidence: 'listed' as const };
    const ids = nightly([known, listed], { night: '00:30', contact: 'a@b.vn' }).map(({ id }) => id);
    expect(ids).toEqual([known.id]);
    const check = { newspaper: listed.id, spec: listed.hash, at: '', passed: true };
    const idsAfter = (change: object) =>
      nightly([known, listed], { night: '00:30', contact: 'a@b.vn' }, [
        { ...check, ...change },
      ]).map(({ id }) => id);
    expect(idsAfter({})).toEqual([known.id, listed.id]);
    expect(idsAfter({ passed: false })).toEqual([known.id]);
    expect(idsAfter({ spec: 'of another spec' })).toEqual([known.id]);
    expect(nightly([known], { night: '00:30', contact: null })).toEqual([]);
  });
});
