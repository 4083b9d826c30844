import { describe, expect, it } from 'vitest';
import { readDate } from '../../parsers/fields/date-forms.ts';

const FETCHED = '2026-05-06T05:00:00.000Z'; // noon in Vietnam

const at = (text: string, form: Parameters<typeof readDate>[1]) => {
  const reading = readDate(text, form, FETCHED);
  return reading?.kind === 'moment' ? reading.at.replace('+07:00', '') : (reading?.kind ?? null);
};

describe('every printed form', () => {
  it.each([
    ['05/09/2026 09:18', '2026-09-05T09:18:00'],
    ['25/09/2026 | 14:30', '2026-09-25T14:30:00'],
    ['08/01/2026 10:02', '2026-01-08T10:02:00'],
    ['14/08/2026 - 21:20', '2026-08-14T21:20:00'],
    ['15-01-2024 13:04', '2024-01-15T13:04:00'],
    ['10:30, 15/05/2011', '2011-05-15T10:30:00'],
    ['21/01/2009 - 21:02', '2009-01-21T21:02:00'],
    ['Thứ tư, 22/10/2025, 19:25 (GMT+7)', '2025-10-22T19:25:00'],
    ['2/11/2023', '2023-11-02T00:00:00'],
    ['Thứ năm, 25/9/2026 | 14:30', '2026-09-25T14:30:00'],
    ['Hồ Thảo 13:13, 25/09/2026 chia sẻ', '2026-09-25T13:13:00'],
    ['- 25/09/2026 08:34', '2026-09-25T08:34:00'],
    ['01:02 PM 01/09/2026', '2026-09-01T13:02:00'],
    ['12:30 AM 01/09/2026', '2026-09-01T00:30:00'],
    ['05-09-2026 - 17:09 PM', '2026-09-05T17:09:00'],
    ['Thứ Bảy, ngày 01 tháng 3 năm 2025', '2025-03-01T00:00:00'],
    ['9/11/2021 15:29', '2021-11-09T15:29:00'],
    ['2026-09-09T07:27:00', '2026-09-09T07:27:00'],
    ['55 phút trước', '2026-05-06T11:05:00'],
    ['Cập nhật 30 giây trước', '2026-05-06T11:59:30'],
    ['3 tiếng trước', '2026-05-06T00:00:00'],
    ['13/13/2026 10:00', 'impossible'],
    ['29/02/2026', 'impossible'],
    ['0:00', null],
    ['Thứ 2', null],
    ['văn bản số 04/2026/CV', null],
  ])('%s', (text, expected) => {
    expect(at(text, 'day-first')).toBe(expected);
    expect(at(text.normalize('NFD'), 'day-first')).toBe(expected);
  });
});

describe('exact forms', () => {
  it.each([
    ['2026-09-05T09:18:48+0700', '2026-09-05T09:18:48'],
    ['2021-09-11T15:29:47+07:00', '2021-09-11T15:29:47'],
    ['2021-09-11T08:29:47Z', '2021-09-11T15:29:47'],
    ['2021-09-11T08:29:47.123+00:00', '2021-09-11T15:29:47'],
    ['2018-05-27 06:34:00', '2018-05-27T06:34:00'],
    ['2009-01-21', '2009-01-21T00:00:00'],
    ['2026-13-05T09:18:48+0700', 'impossible'],
    ['05/09/2026 09:18', null],
    ['', null],
  ])('iso %s', (text, expected) => expect(at(text, 'iso')).toBe(expected));

  it.each([
    ['9/11/2021 3:29:47 PM', '2021-09-11T15:29:47'],
    ['1/8/2026 10:02:01 AM', '2026-01-08T10:02:01'],
    ['12/31/2025 12:00:00 AM', '2025-12-31T00:00:00'],
    ['13/8/2026 10:02:01 AM', 'impossible'],
    ['9/11/2021 15:29:47', null],
    ['08/01/2026 10:02', null],
  ])('month-first %s', (text, expected) => expect(at(text, 'month-first-ampm')).toBe(expected));

  it('epoch and month', () => {
    expect(at('1788574728', 'epoch')).toBe('2026-09-05T09:18:48');
    expect(at('12', 'epoch')).toBeNull();
    expect(readDate('202309', 'year-month', FETCHED)).toEqual({
      kind: 'moment',
      at: '2023-09-01T00:00:00+07:00',
      precision: 'month',
    });
    expect(at('202313', 'year-month')).toBe('impossible');
  });

  it('says how exact it is', () => {
    expect(readDate('2/11/2023', 'day-first', FETCHED)).toMatchObject({ precision: 'day' });
    expect(readDate('2/11/2023 8:00', 'day-first', FETCHED)).toMatchObject({ precision: 'minute' });
    expect(readDate('3 giờ trước', 'day-first', FETCHED)).toMatchObject({ precision: 'day' });
  });
});
