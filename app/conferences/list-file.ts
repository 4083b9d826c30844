/** The list of conferences as a file: what the filter finds, whole or refused, with what each column means. */
import { stringify } from 'csv-stringify/sync';
import type { Archive, ConferenceFilter, StoredConference } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { programVersion } from '../config.ts';
import type { Cell } from '../export/columns.ts';
import { workbook } from '../export/xlsx/workbook.ts';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../labels.ts';
import { plainCell, type TableFormat } from './table.ts';

const CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const SLICE = 200;
/** A workbook is made in memory. */
const MOST_IN_A_WORKBOOK = 20_000;

const text = (value: string | null): Cell => ({ type: 'text', value: value === '' ? null : value });
const number = (value: number): Cell => ({ type: 'number', value });
const day = (value: string | null): Cell => ({ type: 'day', value });

interface Column {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly meaning: string;
  readonly cell: (stored: StoredConference) => Cell;
}

export const CONFERENCE_COLUMNS: readonly Column[] = [
  {
    id: 'conference_id',
    heading: 'Mã hội nghị',
    width: 18,
    meaning: 'mã của hội nghị trong kho; địa chỉ trang là /hoi-nghi/MÃ',
    cell: ({ id }) => text(id),
  },
  {
    id: 'name',
    heading: 'Hội nghị',
    width: 50,
    meaning: 'tên như báo in',
    cell: ({ conference }) => text(conference.name),
  },
  {
    id: 'kind',
    heading: 'Loại',
    width: 14,
    meaning: 'sơ kết, tổng kết, đại hội, kỳ họp, hội nghị, hội thi, lễ',
    cell: ({ conference }) => text(CONFERENCE_KINDS[conference.kind]),
  },
  {
    id: 'occasion',
    heading: 'Dịp tổ chức',
    width: 40,
    meaning: 'việc được sơ kết, tổng kết, như báo in',
    cell: ({ conference }) => text(conference.occasion),
  },
  {
    id: 'organiser',
    heading: 'Đơn vị tổ chức',
    width: 36,
    meaning: 'như báo in',
    cell: ({ conference }) => text(conference.organiser),
  },
  {
    id: 'level',
    heading: 'Cấp',
    width: 14,
    meaning: 'cấp của đơn vị tổ chức',
    cell: ({ conference }) => text(conference.level ? LEVELS[conference.level] : null),
  },
  {
    id: 'term',
    heading: 'Nhiệm kỳ',
    width: 14,
    meaning: 'năm đầu - năm cuối',
    cell: ({ conference: { term } }) => text(term ? `${term.from} - ${term.to}` : null),
  },
  {
    id: 'from',
    heading: 'Từ ngày',
    width: 12,
    meaning: 'ngày đầu của hội nghị; trống: không rõ',
    cell: ({ conference }) => day(conference.date?.from ?? null),
  },
  {
    id: 'to',
    heading: 'Đến ngày',
    width: 12,
    meaning: 'ngày cuối của hội nghị; trống: không rõ',
    cell: ({ conference }) => day(conference.date?.to ?? null),
  },
  {
    id: 'place_code',
    heading: 'Mã địa phương',
    width: 14,
    meaning: 'mã của Tổng cục Thống kê, theo bản đồ của ngày đăng',
    cell: ({ conference }) => text(conference.place?.code ?? null),
  },
  {
    id: 'place',
    heading: 'Nơi tổ chức',
    width: 40,
    meaning: 'nhỏ trước, lớn sau',
    cell: ({ conference }) =>
      text(conference.place?.path.filter(Boolean).toReversed().join(', ') ?? null),
  },
  {
    id: 'status',
    heading: 'Tình hình',
    width: 12,
    meaning: 'đã tổ chức hay dự kiến',
    cell: ({ conference }) => text(STATUSES[conference.status]),
  },
  {
    id: 'articles',
    heading: 'Số bài',
    width: 10,
    meaning: 'số bài trong kho nhắc tới, kể cả bài đăng lại',
    cell: ({ mentions }) => number(mentions.length),
  },
];

async function* everyConference(
  { conferences }: Pick<Archive, 'conferences'>,
  filter: ConferenceFilter,
): AsyncGenerator<StoredConference> {
  let cursor: string | null = null;
  do {
    const slice: Awaited<ReturnType<typeof conferences.list>> = await conferences.list(
      filter,
      cursor,
      SLICE,
    );
    yield* slice.items;
    cursor = slice.next;
  } while (cursor !== null);
}

const rowOf = (stored: StoredConference) => CONFERENCE_COLUMNS.map(({ cell }) => cell(stored));

const csvLine = (cells: string[]) =>
  Buffer.from(stringify([cells], { record_delimiter: '\r\n', quoted_match: /\n/u }));

async function* csv(all: AsyncIterable<StoredConference>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff');
  yield csvLine(CONFERENCE_COLUMNS.map(({ id }) => id));
  for await (const one of all) yield csvLine(rowOf(one).map(plainCell));
}

async function* xlsx(
  all: AsyncIterable<StoredConference>,
  citation: string,
  now: Date,
): AsyncGenerator<Uint8Array> {
  const rows: Cell[][] = [];
  for await (const one of all) rows.push(rowOf(one));
  const source = [{ heading: 'Nguồn', width: 120 }];
  const dictionary = [
    { heading: 'Cột', width: 24 },
    { heading: 'Tên trong CSV', width: 20 },
    { heading: 'Nghĩa', width: 100 },
  ];
  yield await workbook(
    [
      { name: 'Hội nghị', columns: CONFERENCE_COLUMNS, rows },
      { name: 'Nguồn', columns: source, rows: [[text(citation)]] },
      {
        name: 'Cột',
        columns: dictionary,
        rows: CONFERENCE_COLUMNS.map(({ heading, id, meaning }) =>
          [heading, id, meaning].map(text),
        ),
      },
    ],
    now,
  );
}

export interface ConferencesFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly total: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * @param asked how the filter reads in words; '' for all
 * @throws DiembaoError `question-too-many` for a workbook of more than 20,000 conferences
 */
export async function conferencesFile(
  archive: Pick<Archive, 'conferences'>,
  filter: ConferenceFilter,
  format: TableFormat,
  { asked, now }: { readonly asked: string; readonly now: Date },
): Promise<ConferencesFile> {
  const total = await archive.conferences.count(filter);
  if (format === 'xlsx' && total > MOST_IN_A_WORKBOOK)
    throw new DiembaoError(
      'question-too-many',
      told('{n} hội nghị là quá nhiều cho một sổ Excel', { n: total }),
      { hint: told('Tải CSV, hoặc lọc hẹp lại.') },
    );
  const [date = '', time = ''] = vietnamTime(now).slice(0, 16).split('T');
  const citation = [
    `Điểm Báo ${programVersion()}`,
    `hội nghị: ${asked === '' ? 'tất cả' : asked}`,
    `${total} hội nghị`,
    `xuất lúc ${time} ngày ${date.split('-').reverse().join('/')} (giờ Việt Nam)`,
  ].join('; ');
  const all = everyConference(archive, filter);
  return {
    fileName: `Điểm Báo - hội nghị - ${date}.${format}`,
    contentType: CONTENT_TYPES[format],
    total,
    bytes: format === 'csv' ? csv(all) : xlsx(all, citation, now),
  };
}
