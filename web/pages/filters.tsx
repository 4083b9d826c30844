/** What the filters of lists share: choices, the provinces of both maps, what to loosen. */
import type { FC } from 'hono/jsx';
import { type Plain, t } from '../../i18n/text.ts';
import { placeValue, readPlaceValue } from '../../indexer/place-codes.ts';
import { type Unit, unitsAt, viCompare } from '../../vietnamese/index.ts';

interface Option {
  readonly value: string;
  readonly name: string;
}

/** @param value as it was asked; '' for all */
export const Choice: FC<{
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}> = ({ name, label, value, options }) => (
  <label>
    {label}{' '}
    <select name={name}>
      <option value="">{t('tất cả')}</option>
      {options.map((one) => (
        <option value={one.value} selected={value === one.value}>
          {one.name}
        </option>
      ))}
    </select>
  </label>
);

/** Day before the provinces were merged. */
const BEFORE = '2025-06-30';
const TODAY = '9999-12-31';

const provinces = (day: string, value: (unit: Unit) => string): readonly Option[] =>
  unitsAt(day, 'province')
    .map((unit) => ({ value: value(unit), name: unit.name }))
    .sort((a, b) => viCompare(a.name, b.name));

/** A unit that is no province may be asked for by a link: it can be chosen too, else it would be lost. */
function withAsked(options: readonly Option[], value: string): readonly Option[] {
  if (value === '' || options.some((one) => one.value === value)) return options;
  return [{ value, name: readPlaceValue(value).unit?.name ?? value }, ...options];
}

/** The former provinces and those of today. */
export const Provinces: FC<{
  parameters: { readonly place: string; readonly today: string };
  asked: { readonly place: string; readonly today: string };
}> = ({ parameters, asked }) => (
  <>
    <Choice
      name={parameters.place}
      label={t('Tỉnh trước đây')}
      value={asked.place}
      options={withAsked(provinces(BEFORE, placeValue), asked.place)}
    />
    <Choice
      name={parameters.today}
      label={t('Tỉnh hiện nay')}
      value={asked.today}
      options={withAsked(
        provinces(TODAY, ({ code }) => code),
        asked.today,
      )}
    />
  </>
);

/** What would be found without a field, most first. */
export function Loosenings<Field extends string>({
  loosenings,
  names,
  href,
  counted,
}: {
  loosenings: readonly { readonly drop: Field | null; readonly total: number }[];
  names: Readonly<Record<Field, Plain>>;
  /** Of the list without the field; null: without all. */
  href: (drop: Field | null) => string;
  counted: (total: number) => string;
}) {
  return loosenings.length === 0 ? null : (
    <ul>
      {loosenings.map(({ drop, total }) => {
        const name: Plain | null = drop === null ? null : names[drop];
        return (
          <li>
            <a href={href(drop)}>
              {name === null ? t('Bỏ mọi bộ lọc') : t('Bỏ bộ lọc {name}', { name: t(name) })}
            </a>
            : {counted(total)}
          </li>
        );
      })}
    </ul>
  );
}

/** @param href null on the last page */
export const NextPage: FC<{ href: string | null }> = ({ href }) =>
  href === null ? null : (
    <p>
      <a rel="next" href={href}>
        {t('Trang sau →')}
      </a>
    </p>
  );
