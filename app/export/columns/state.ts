/** Columns of what became of the article: reprint, withdrawal, revision, corrections. */
import type { StoredArticle } from '../../../archive/port.ts';
import { fieldsOf } from '../../../core/corrections.ts';
import { type Column, count, list, moment, text } from './column.ts';

/** Those that hold. */
const inEffect = ({ corrections }: StoredArticle) =>
  corrections.filter(({ state }) => state === 'applied');

export const stateColumns: readonly Column[] = [
  text(
    {
      id: 'kind',
      heading: 'Bản gốc hay đăng lại',
      width: 10,
      meaning: '`original` or `reprint`.',
    },
    ({ original }) => (original === null ? 'original' : 'reprint'),
  ),
  text(
    {
      id: 'original',
      heading: 'Mã bài gốc',
      width: 18,
      meaning: 'Id of the article that this one reprints.',
    },
    ({ original }) => original,
  ),
  moment(
    {
      id: 'withdrawn_at',
      heading: 'Lúc thấy đã gỡ',
      width: 17,
      meaning: 'Since when the newspaper no longer shows it; empty where it does.',
    },
    ({ withdrawnAt }) => withdrawnAt,
  ),
  count(
    { id: 'revision', heading: 'Lần sửa', width: 8, meaning: '1 for the first form of the text.' },
    ({ revision }) => revision,
  ),
  count(
    {
      id: 'corrections',
      heading: 'Số chỗ sửa tay',
      width: 8,
      meaning: 'Findings in this row that were corrected by hand.',
    },
    (stored) => inEffect(stored).length,
  ),
  list(
    {
      id: 'corrected_fields',
      heading: 'Mục sửa tay',
      width: 30,
      meaning: 'What was corrected and by whom, one a line: `conference: organiser, date (Lan)`.',
    },
    (stored) =>
      inEffect(stored).map(
        ({ change, by }) => `${change.kind}: ${fieldsOf(change).join(', ')} (${by})`,
      ),
  ),
  text(
    {
      id: 'read_by',
      heading: 'Phiên bản đọc',
      width: 20,
      meaning: 'Versions of record form, parser and language knowledge that read the article.',
    },
    ({ article: { stamps } }) => `${stamps.schema}/${stamps.parser}/${stamps.vietnamese}`,
  ),
];
