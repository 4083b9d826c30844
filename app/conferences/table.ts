/** The table of a conference's coverage as a file, with the words of the page. */
import { vietnamTime } from '../../core/clock.ts';
import { t } from '../../i18n/text.ts';
import type { Cell } from '../export/columns.ts';
import {
  type ListColumn,
  type ListFile,
  type ListFormat,
  listFile,
  numberCell as number,
  rowObject,
  textCell as text,
} from '../export/list-file.ts';
import type { Coverage, CoverageArticle } from './coverage.ts';
import type { Silence } from './silence.ts';

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

export const COVERAGE_COLUMNS: readonly ListColumn[] = [
  { id: 'newspaper', heading: 'Báo', width: 24, meaning: 'tên báo; mỗi bài một dòng' },
  {
    id: 'situation',
    heading: 'Tình hình',
    width: 40,
    meaning:
      'đưa tin đầu tiên, bài riêng, đăng lại báo nào; im lặng: báo được thu thập trọn mọi ngày từ hội nghị đến ba ngày sau mà không có bài; chưa biết: kèm lý do',
  },
  {
    id: 'published_at',
    heading: 'Ngày giờ đăng',
    width: 18,
    meaning: 'đúng đến mức báo ghi: giờ, ngày hoặc tháng',
  },
  { id: 'headline', heading: 'Tiêu đề', width: 60, meaning: 'tiêu đề như báo in' },
  {
    id: 'words',
    heading: 'Số chữ',
    width: 10,
    meaning: 'số chữ (tiếng) của tiêu đề, sapo và nội dung',
  },
  { id: 'quotes', heading: 'Số trích dẫn', width: 12, meaning: 'số lời trích trong bài' },
  { id: 'photographs', heading: 'Số ảnh', width: 10, meaning: 'số ảnh có chú thích' },
  { id: 'url', heading: 'Đường dẫn', width: 50, meaning: 'địa chỉ bài ở trang báo' },
  { id: 'fetched_at', heading: 'Lúc tải', width: 17, meaning: 'lúc trang được tải về kho' },
  {
    id: 'article_id',
    heading: 'Mã bài',
    width: 18,
    meaning: 'mã của bài trong kho; địa chỉ trang là /bai/MÃ',
  },
];

/** No more exact than it is known: of a month no day is made. */
function published({ precision, publishedAt }: CoverageArticle): Cell {
  if (publishedAt === null || precision === 'minute') return { type: 'moment', value: publishedAt };
  if (precision === 'day') return { type: 'day', value: publishedAt.slice(0, 10) };
  return text(publishedAt.slice(0, 7));
}

function rowsOf(
  { articles, absent }: Coverage,
  newspaperName: (id: string) => string,
): readonly (readonly Cell[])[] {
  return [
    ...articles.map((one) => [
      text(one.newspaper ? newspaperName(one.newspaper) : null),
      text(shareWords(one, newspaperName)),
      published(one),
      text(one.headline),
      number(one.words),
      number(one.quotes),
      number(one.photographs),
      text(one.url),
      {
        type: 'moment' as const,
        value: one.fetchedAt === null ? null : vietnamTime(new Date(one.fetchedAt)),
      },
      text(one.id),
    ]),
    ...absent.map((one) => [
      text(newspaperName(one.newspaper)),
      text(silenceWords(one)),
      ...COVERAGE_COLUMNS.slice(2).map(() => text(null)),
    ]),
  ];
}

/** One row an article or absent newspaper, in the words of the page. */
export function coverageFile(
  covered: Coverage,
  format: ListFormat,
  about: {
    readonly id: string;
    readonly name: string;
    readonly newspaperName: (id: string) => string;
    readonly now: Date;
  },
): ListFile {
  const { id, name, newspaperName, now } = about;
  // Said here, in the language of whoever calls, not when the bytes are taken.
  const rows = rowsOf(covered, newspaperName);
  const list = {
    name: 'báo chí đưa tin',
    columns: COVERAGE_COLUMNS,
    total: rows.length,
    unit: 'dòng',
    asked: `về «${name}» (hội nghị ${id})`,
  };
  const made =
    format === 'jsonl'
      ? listFile(
          {
            ...list,
            items: rows.map((row) => rowObject(COVERAGE_COLUMNS, row)),
            rows: () => [],
          },
          format,
          now,
        )
      : listFile({ ...list, items: rows, rows: (row) => [row] }, format, now);
  return {
    ...made,
    fileName: `Hội nghị ${id} - ${vietnamTime(now).slice(0, 10)}.${format}`,
  };
}
