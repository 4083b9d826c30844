/** The papers as a whole: every province has one, and every paper is announced somewhere that it may be asked. */
import { describe, expect, it } from 'vitest';
import { loadNewspapers } from '../../newspapers/index.ts';
import { today, unitsAt } from '../../vietnamese/gazetteer.ts';

const { newspapers, families, get } = await loadNewspapers();
const ids = newspapers.map(({ id }) => id);

describe('provinces', () => {
  const now = unitsAt('2025-08-01', 'province');
  const before = new Set(unitsAt('2025-06-01', 'province').map(({ code }) => code));

  it('each of the 34 of today has a paper', () => {
    expect(now).toHaveLength(34);
    const served = new Set(newspapers.map(({ province }) => province));
    expect(now.filter(({ code }) => !served.has(code)).map(({ name }) => name)).toEqual([]);
  });

  it('a code that is none of today is an old province’s, whose land one of today holds', () => {
    const codes = new Set(now.map(({ code }) => code));
    const old = newspapers.filter(({ province }) => province !== null && !codes.has(province));
    expect(old.length).toBeGreaterThanOrEqual(10);
    for (const { province } of old) {
      expect(before).toContain(province);
      expect(codes).toContain(today(province ?? '', '2025-06-01')[0]?.code);
    }
  });

  it.each([
    // paper, the old province that it serves, the province that holds that land today
    ['baobackan', '06', '19'],
    ['baohaiduong', '30', '31'],
    ['baothaibinh', '34', '33'],
    ['baophuyen', '54', '66'],
    ['baoninhthuan', '58', '56'],
    ['baobinhthuan', '60', '68'],
    ['baodaknong', '67', '68'],
    ['baobinhphuoc', '70', '75'],
    ['baobinhduong', '74', '79'],
    ['baobariavungtau', '77', '79'],
    ['baolongan', '80', '80'],
    ['baoapbac', '82', '82'],
    ['baodongkhoi', '83', '86'],
    ['baotravinh', '84', '86'],
    ['baokiengiang', '91', '91'],
    ['baohaugiang', '93', '92'],
    ['baosoctrang', '94', '92'],
    ['baobaclieu', '95', '96'],
  ])('%s serves old %s, today in %s', (id, old, holder) => {
    expect(get(id)?.province).toBe(old);
    expect(today(old, '2025-06-01').map(({ code }) => code)).toEqual([holder]);
  });
});

describe('papers that are not a province’s', () => {
  it.each([
    ['epi', 'nhandan tienphong vietnamplus plo anninhthudo giaoducthoidai giacngo ngaynay'],
    ['epi', 'baophapluat baodauthau bizlive mekongasean tinnhanhchungkhoan'],
    ['onecms', 'congly diendandoanhnghiep nguoiquansat khoahocphothong daibieunhandan'],
    ['vccorp', 'baochinhphu tuoitre thanhnien nld suckhoedoisong toquoc'],
    ['mastercms', 'thoidai thoibaonganhang suckhoeviet baoquocte congthuong'],
    ['vnexpress', 'vnexpress'],
  ])('%s: %s', (family, list) => {
    for (const id of list.split(' ')) {
      expect(get(id)).toMatchObject({ id, family, province: null });
    }
  });
});

describe('fingerprints', () => {
  it('are tried from the most telling to the least', () => {
    const order = 'onecms epi fck vnpt dcontent content-detail vccorp mastercms vnexpress one-off';
    expect(families.map(({ id }) => id)).toEqual(order.split(' '));
  });
});

describe('every paper', () => {
  it('has a host of its own', () => {
    const hosts = newspapers.flatMap((paper) => paper.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('is announced somewhere, and is not hurried', () => {
    expect(ids.length).toBeGreaterThanOrEqual(80);
    expect(newspapers.filter(({ discover }) => discover.length === 0)).toEqual([]);
    expect(newspapers.filter(({ delayMs }) => delayMs < 2000)).toEqual([]);
  });

  it.each(['baohaiphong', 'baonghean', 'baodanang', 'baocantho', 'baoangiang', 'vov', 'qdnd'])(
    '%s, weak or strict, is asked slowly',
    (id) => {
      expect(get(id)?.delayMs).toBeGreaterThanOrEqual(4000);
    },
  );

  it('that was only named somewhere says so', () => {
    const listed = newspapers.filter(({ confidence }) => confidence === 'listed');
    expect(listed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['huengaynay', 'baokhanhhoa', 'baolamdong', 'baoapbac', 'congthuong']),
    );
    const seen = newspapers.filter(({ confidence }) => confidence === 'seen');
    expect(seen.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['baonghean', 'baodanang', 'tinnhanhchungkhoan', 'vnexpress']),
    );
    expect(newspapers.filter(({ confidence }) => confidence === 'synthetic')).toEqual([]);
  });
});
