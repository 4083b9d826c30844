/** A correction's values in words. */
import { printedOffice, printedPath } from '../app/typed-findings.ts';
import { fieldsOf } from '../core/corrections.ts';
import { printedDay, printedDays } from './text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from './words.ts';

const NAMES: Readonly<Record<string, string>> = {
  speaker: 'người nói',
  offices: 'chức vụ',
  official: 'giữ chức vụ công',
  from: 'từ ngày',
  to: 'đến ngày',
  path: 'nơi',
  code: 'mã',
  conferenceKind: 'loại',
  organiser: 'đơn vị tổ chức',
  level: 'cấp',
  date: 'ngày',
  place: 'nơi',
  status: 'tình hình',
};

const WORDS: Readonly<Record<string, string>> = {
  ...CONFERENCE_KINDS,
  ...LEVELS,
  ...STATUSES,
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
};

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
  if (value === null || value === undefined || value === '') return 'không rõ';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'string') {
    if (name === 'from' || name === 'to') return printedDay(value);
    return name === 'conferenceKind' || name === 'level' || name === 'status'
      ? (WORDS[value] ?? value)
      : value;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'không có';
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
    .map((name) => `${NAMES[name] ?? name}: ${printedValue(name, values[name])}`)
    .join('; ');
}
