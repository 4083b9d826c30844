/** The list of conferences as a file: what the filter finds, with what each column means. */

import type { Archive, ConferenceFilter, StoredConference } from '../../archive/port.ts';
import { everyItem } from '../../core/every-item.ts';
import type { Cell } from '../export/columns.ts';
import {
  dayCell as day,
  type ListColumn,
  type ListFile,
  type ListFormat,
  listFile,
  numberCell as number,
  textCell as text,
} from '../export/list-file.ts';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../labels.ts';

const SLICE = 200;

interface Column extends ListColumn {
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

const everyConference = (
  { conferences }: Pick<Archive, 'conferences'>,
  filter: ConferenceFilter,
): AsyncIterable<StoredConference> =>
  everyItem((cursor) => conferences.list(filter, cursor, SLICE));

/** @param asked how the filter reads in words; '' for all */
export async function conferencesFile(
  archive: Pick<Archive, 'conferences'>,
  filter: ConferenceFilter,
  format: ListFormat,
  { asked, now }: { readonly asked: string; readonly now: Date },
): Promise<ListFile> {
  const list = {
    name: 'hội nghị',
    columns: CONFERENCE_COLUMNS,
    items: everyConference(archive, filter),
    total: await archive.conferences.count(filter),
    unit: 'hội nghị',
    rows: (stored: StoredConference) => [CONFERENCE_COLUMNS.map(({ cell }) => cell(stored))],
    asked,
  };
  return listFile(list, format, now);
}
