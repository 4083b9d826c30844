/** A correction's values in words. */
import { printedOffice, printedPath } from '../app/typed-findings.ts';
import { fieldsOf } from '../core/corrections.ts';
import { msg, type Plain, t } from '../i18n/text.ts';
import { printedDay, printedDays } from './text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from './words.ts';

const NAMES: Readonly<Record<string, Plain>> = {
  speaker: msg('người nói'),
  offices: msg('chức vụ'),
  official: msg('giữ chức vụ công'),
  from: msg('từ ngày'),
  to: msg('đến ngày'),
  path: msg('nơi'),
  code: msg('mã'),
  conferenceKind: msg('loại'),
  organiser: msg('đơn vị tổ chức'),
  level: msg('cấp'),
  date: msg('ngày'),
  place: msg('nơi'),
  status: msg('tình hình'),
};

const WORDS: Readonly<Record<string, Plain>> = {
  ...CONFERENCE_KINDS,
  ...LEVELS,
  ...STATUSES,
  province: msg('tỉnh'),
  district: msg('huyện'),
  commune: msg('xã'),
};

function named(names: Readonly<Record<string, Plain>>, key: string): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  return name === undefined ? key : t(name);
}

const isText = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

function printedItem(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('title' in value && 'former' in value)
    return printedOffice({
      title: String(value.title),
      former: value.former === true,
      organisation: null,
      place: null,
    });
  return '';
}

function printedValue(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('không rõ');
  if (typeof value === 'boolean') return value ? t('có') : t('không');
  if (typeof value === 'string') {
    if (name === 'from' || name === 'to') return printedDay(value);
    return name === 'conferenceKind' || name === 'level' || name === 'status'
      ? named(WORDS, value)
      : value;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('không có');
    return value.every(isText) ? printedPath(value) : value.map(printedItem).join('; ');
  }
  if (typeof value === 'object' && 'from' in value && 'to' in value)
    return printedDays(isText(value.from) ? value.from : null, isText(value.to) ? value.to : null);
  if (typeof value === 'object' && 'path' in value && Array.isArray(value.path))
    return printedPath(value.path.filter(isText));
  return '';
}

/** "người nói: Lê Thị Mẫu; chức vụ: không có" */
export function printedChange(values: Readonly<Record<string, unknown>>): string {
  return fieldsOf(values)
    .filter((name) => name !== 'today')
    .map((name) => `${named(NAMES, name)}: ${printedValue(name, values[name])}`)
    .join('; ');
}
