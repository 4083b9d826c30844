import { describe, expect, it } from 'vitest';
import { day, month, number } from '../../i18n/format.ts';
import { language, speaking } from '../../i18n/language.ts';
import { rich, t } from '../../i18n/text.ts';

describe('speaking', () => {
  it('is Vietnamese where nothing is chosen', () => {
    expect(language()).toBe('vi');
    expect(t('Đăng xuất')).toBe('Đăng xuất');
  });

  it('keeps the language of each of many that run at once', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const saying = (['en', 'vi', 'en'] as const).map((chosen) =>
      speaking(chosen, async () => {
        await gate;
        return t('Đăng xuất');
      }),
    );
    open();
    expect(await Promise.all(saying)).toEqual(['Log out', 'Đăng xuất', 'Log out']);
  });

  it('writes numbers and days as each language does', () => {
    const written = () => [number(1234567.5), day('2023-05-06'), month('2023-05')];
    expect(written()).toEqual(['1.234.567,5', '6/5/2023', '5/2023']);
    expect(speaking('en', written)).toEqual(['1,234,567.5', '6 May 2023', 'May 2023']);
  });

  it('fills in values, and never reads them as texts', () => {
    const said = () => t('{day} {time}', { day: '{time}', time: '$& {day}' });
    expect(said()).toBe('{time} $& {day}');
    expect(speaking('en', said)).toBe('{time}, $& {day}');
    expect(rich('từ {day}', { day: { an: 'element' } })).toEqual(['từ ', { an: 'element' }, '']);
  });
});
