/** The table of a conference's coverage as a file, with the words of the page. */
import { stringify } from 'csv-stringify/sync';
import { vietnamTime } from '../../core/clock.ts';
import { t } from '../../i18n/text.ts';
import type { Cell } from '../export/columns.ts';
import { plainCell } from '../export/list-file.ts';
import { workbook } from '../export/xlsx/workbook.ts';
import type { Coverage, CoverageArticle } from './coverage.ts';
import type { Silence } from './silence.ts';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** "im lặng", "chưa biết: không rõ ngày hội nghị" */
export function silenceWords(silence: Silence): string {
  return silence.state === 'silent'
    ? t('im lặng')
    : t('chưa biết: {reason}', { reason: silence.reason });
}

/** "đưa tin đầu tiên", "đăng lại Báo Hà Tĩnh", "bài riêng"; "chỉ nhắc tới" beside them. */
export function shareWords(
  { first, reprints, main }: CoverageArticle,
  newspaperName: (id: string) => string,
): string {
  const from = reprints?.newspaper ? newspaperName(reprints.newspaper) : t('báo khác');
  const share = reprints
    ? t('đăng lại {paper}', { paper: from })
    : first
      ? t('đưa tin đầu tiên')
      : t('bài riêng');
  return main ? share : t('{share}, chỉ nhắc tới', { share });
}

const COLUMNS = [
  { heading: 'Báo', width: 24 },
  { heading: 'Tình hình', width: 40 },
  { heading: 'Ngày giờ đăng', width: 18 },
  { heading: 'Tiêu đề', width: 60 },
  { heading: 'Số chữ', width: 10 },
  { heading: 'Số trích dẫn', width: 12 },
  { heading: 'Số ảnh', width: 10 },
  { heading: 'Đường dẫn', width: 50 },
] as const;

const text = (value: string | null): Cell => ({ type: 'text', value: value === '' ? null : value });
const number = (value: number): Cell => ({ type: 'number', value });
const EMPTY = text(null);

function rowsOf(
  { articles, absent }: Coverage,
  newspaperName: (id: string) => string,
): readonly (readonly Cell[])[] {
  return [
    ...articles.map((one) => [
      text(one.newspaper ? newspaperName(one.newspaper) : null),
      text(shareWords(one, newspaperName)),
      {
        type: one.precision === 'minute' ? ('moment' as const) : ('day' as const),
        value:
          one.precision === 'minute' ? one.publishedAt : (one.publishedAt?.slice(0, 10) ?? null),
      },
      text(one.headline),
      number(one.words),
      number(one.quotes),
      number(one.photographs),
      text(one.url),
    ]),
    ...absent.map((one) => [
      text(newspaperName(one.newspaper)),
      text(silenceWords(one)),
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
    ]),
  ];
}

export interface CoverageFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** CSV in UTF-8 with a byte order mark and CRLF, or a workbook. */
export async function coverageFile(
  covered: Coverage,
  format: TableFormat,
  about: {
    readonly id: string;
    readonly newspaperName: (id: string) => string;
    readonly now: Date;
  },
): Promise<CoverageFile> {
  const rows = rowsOf(covered, about.newspaperName);
  const fileName = `Hội nghị ${about.id} - ${vietnamTime(about.now).slice(0, 10)}.${format}`;
  if (format === 'xlsx') {
    const bytes = await workbook([{ name: 'Báo chí đưa tin', columns: COLUMNS, rows }], about.now);
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { fileName, contentType, bytes };
  }
  const lines = [COLUMNS.map(({ heading }) => heading), ...rows.map((row) => row.map(plainCell))];
  const body = stringify(lines, { record_delimiter: '\r\n', quoted_match: /\n/u, bom: true });
  return { fileName, contentType: 'text/csv; charset=utf-8', bytes: Buffer.from(body) };
}
