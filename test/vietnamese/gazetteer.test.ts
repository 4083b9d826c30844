import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../tools/build-gazetteer.ts';
import {
  children,
  pathOf,
  predecessors,
  sortedNames,
  today,
  unit,
  unitsAt,
  unitsNamed,
} from '../../vietnamese/gazetteer.ts';
import { gazetteerData } from '../../vietnamese/gazetteer-data.ts';

const names = (units: readonly { name: string }[]): string[] => units.map((u) => u.name);
const communesOf = (province: string, day: string) =>
  children(province, day).flatMap((district) => children(district.code, day));
const becomes = (code: string, day: string | null): string[] =>
  today(code, day).map((now) => now.path[2] ?? now.path[0] ?? '');

describe('gazetteer', () => {
  it('is what its sources give', () => {
    const file = new URL('../../vietnamese/data/gazetteer.json', import.meta.url);
    expect(readFileSync(file, 'utf8') === buildGazetteer().text).toBe(true);
  });

  it('has the official counts', () => {
    const counts = (day: string | null) =>
      (['province', 'district', 'commune'] as const).map((level) => unitsAt(day, level).length);
    expect(counts(null)).toEqual([63, 705, 10_599]);
    expect(counts('2023-05-26')).toEqual([63, 705, 10_599]);
    expect(counts('2025-06-30')).toEqual([63, 696, 10_035]);
    expect(counts('2025-07-01')).toEqual([34, 0, 3_321]);
    expect(counts('2026-11-01')).toEqual([34, 0, 3_321]);
    const types = (day: string | null, level: 'district' | 'commune') => {
      const count: Record<string, number> = {};
      for (const u of unitsAt(day, level)) count[u.type] = (count[u.type] ?? 0) + 1;
      return count;
    };
    expect(types(null, 'district')).toEqual({
      Huyện: 524,
      'Thành phố': 83,
      'Thị xã': 52,
      Quận: 46,
    });
    expect(types(null, 'commune')).toEqual({ Xã: 8_248, Phường: 1_737, 'Thị trấn': 614 });
    expect(types('2025-07-01', 'commune')).toEqual({ Xã: 2_621, Phường: 687, 'Đặc khu': 13 });
  });

  it('writes names in one form', () => {
    for (const u of gazetteerData().units) {
      expect(u.name).toBe(u.name.normalize('NFC').trim());
      expect(u.name).not.toMatch(/ {2}| 0\d|oà(?!\p{L})|(?<!q)u[ýỷ](?!\p{L})/iu);
      expect(u.type, u.name).not.toBe('');
    }
  });

  it('has one state of a code at a time, and parents that exist', () => {
    const last = new Map<string, string | null>();
    for (const u of gazetteerData().units) {
      const before = last.get(u.code);
      if (before !== undefined) expect((before ?? '9') < (u.from ?? '0'), u.name).toBe(true);
      last.set(u.code, u.to);
      for (const day of [u.from, u.to]) {
        if (u.parent !== null) expect(unit(u.parent, day), `${u.name} ${day}`).toBeDefined();
      }
    }
  });

  it('leads nearly every commune of April 2023 to today', () => {
    const lost = unitsAt(null, 'commune').filter((u) => today(u.code, null).length === 0);
    expect(lost.length).toBeLessThanOrEqual(58);
    const open = (code: string) => unit(code)?.to === null;
    for (const u of unitsAt(null, 'commune').slice(0, 500)) {
      for (const now of today(u.code, null)) expect(open(now.code)).toBe(true);
    }
    for (const p of unitsAt(null, 'province')) expect(today(p.code, null), p.name).toHaveLength(1);
    for (const d of unitsAt(null, 'district')) expect(today(d.code, null), d.name).not.toEqual([]);
  });
});

describe('Hà Tĩnh', () => {
  it('has its districts and communes of each state', () => {
    expect(names(children('42', '2023-05-26'))).toEqual([
      'Thành phố Hà Tĩnh',
      'Thị xã Hồng Lĩnh',
      'Huyện Hương Sơn',
      'Huyện Đức Thọ',
      'Huyện Vũ Quang',
      'Huyện Nghi Xuân',
      'Huyện Can Lộc',
      'Huyện Hương Khê',
      'Huyện Thạch Hà',
      'Huyện Cẩm Xuyên',
      'Huyện Kỳ Anh',
      'Huyện Lộc Hà',
      'Thị xã Kỳ Anh',
    ]);
    expect(communesOf('42', '2023-05-26')).toHaveLength(216);
    expect(children('42', '2025-01-01')).toHaveLength(12);
    expect(communesOf('42', '2025-01-01')).toHaveLength(209);
    const now = children('42', '2025-07-01');
    expect(now).toHaveLength(69);
    expect(now.filter((u) => u.type === 'Phường')).toHaveLength(9);
    expect(unitsNamed('Bình Lộc', '2025-02-01').filter((u) => u.code === '18448')).toEqual([]);
  });

  it('ends huyện Lộc Hà with 2024', () => {
    expect(unit('448', '2024-12-31')?.name).toBe('Huyện Lộc Hà');
    expect(unit('448', '2025-01-01')).toBeUndefined();
    expect(pathOf('448', '2023-05-26')).toEqual(['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null]);
    expect(becomes('448', '2023-05-26')).toEqual([
      'Phường Trần Phú',
      'Xã Hồng Lộc',
      'Xã Lộc Hà',
      'Xã Mai Phụ',
      'Xã Đông Kinh',
    ]);
    const moved = children('448', '2024-12-31').map((u) => unit(u.code, '2025-01-01')?.parent);
    expect(moved.filter((parent) => parent === '445')).toHaveLength(11);
    expect(unit('18598', '2025-01-01')?.parent).toBe('436');
  });

  it('knows the mergers of 1 January 2025', () => {
    const on = (code: string) => unit(code, '2024-12-31')?.successors.map((u) => u.name);
    expect(on('18193')).toEqual(['Xã Châu Bình']);
    expect(on('18178')).toEqual(['Xã Châu Bình']);
    expect(on('18205')).toEqual(['Xã Mỹ Long']);
    expect(on('18214')).toEqual(['Xã Hàm Trường']);
    expect(on('18077')).toEqual(['Phường Bắc Hà']);
    expect(on('18076')).toEqual(['Phường Bắc Hà']);
    expect(on('18070')).toEqual(['Phường Trần Phú']);
    expect(unit('18691', null)?.name).toBe('Xã Cẩm Vịnh');
  });

  it('leads old units to those of today', () => {
    expect(today('18712', '2023-05-26')).toEqual([
      { code: '18676', path: ['Tỉnh Hà Tĩnh', null, 'Xã Thiên Cầm'], partial: false },
    ]);
    expect(becomes('18472', null)).toEqual(['Xã Đồng Lộc']);
    expect(becomes('18535', null)).toEqual(['Xã Hương Khê']);
    expect(becomes('18070', null)).toEqual(['Phường Thành Sen']);
    expect(becomes('18085', null)).toEqual(['Phường Thành Sen']);
    expect(today('18082', null)).toEqual([
      { code: '18073', path: ['Tỉnh Hà Tĩnh', null, 'Phường Thành Sen'], partial: true },
      { code: '18652', path: ['Tỉnh Hà Tĩnh', null, 'Phường Hà Huy Tập'], partial: true },
    ]);
    expect(becomes('446', null).sort()).toEqual(
      'Xuyên Duệ Trung Bình Hưng Lạc'
        .split(' ')
        .map((name) => `Xã Cẩm ${name}`)
        .concat('Xã Thiên Cầm', 'Xã Yên Hòa')
        .sort(),
    );
    expect(becomes('42', null)).toEqual(['Tỉnh Hà Tĩnh']);
  });

  it('tells today’s namesakes apart', () => {
    const before = names(predecessors('18100'));
    for (const name of ['Thạch Trung', 'Đồng Môn', 'Thạch Hạ', 'Hộ Độ']) {
      expect(before.some((full) => full.endsWith(` ${name}`))).toBe(true);
    }
    expect(before).not.toContain('Phường Trần Phú');
    expect(names(predecessors('18652'))).toContain('Xã Tân Lâm Hương');
    expect(names(predecessors('18652'))).not.toContain('Phường Hà Huy Tập');
  });
});

describe('the rest of the map', () => {
  it('keeps provinces by day', () => {
    expect(unit('46', '2024-12-31')?.name).toBe('Tỉnh Thừa Thiên Huế');
    expect(unit('46', '2025-01-01')?.name).toBe('Thành phố Huế');
    expect(unit('75', '2026-04-29')?.name).toBe('Tỉnh Đồng Nai');
    expect(unit('75')?.name).toBe('Thành phố Đồng Nai');
    expect(children('75').filter((u) => u.from === '2026-04-30')).toHaveLength(10);
    expect(names(predecessors('37'))).toEqual(
      expect.arrayContaining(['Tỉnh Hà Nam', 'Tỉnh Nam Định', 'Tỉnh Ninh Bình']),
    );
    expect(becomes('498', null)).toEqual(['Đặc khu Hoàng Sa']);
    expect(unit('23938')?.name).toBe('Xã Ia Mơ');
  });

  it('answers nothing for what is not there', () => {
    expect(unit('99999')).toBeUndefined();
    expect(pathOf('xyz')).toEqual([null, null, null]);
    expect(today('99999')).toEqual([]);
    expect(children('18712')).toEqual([]);
    expect(unitsNamed('\ud800 không có')).toEqual([]);
  });

  it('sorts as Vietnamese sorts', () => {
    const sorted = sortedNames(null, 'province').map((u) => u.bare);
    expect(sorted.indexOf('Bạc Liêu')).toBeLessThan(sorted.indexOf('Bắc Giang'));
    expect(sorted.indexOf('Cao Bằng')).toBeLessThan(sorted.indexOf('Cần Thơ'));
    expect(sorted.indexOf('Điện Biên')).toBeGreaterThan(sorted.indexOf('Đắk Lắk'));
    expect(sorted.indexOf('Hà Giang')).toBeGreaterThan(sorted.indexOf('Đồng Tháp'));
    expect(names(unitsNamed('loc ha', '2023-05-26'))).toContain('Huyện Lộc Hà');
  });
});
