/** Columns of what the page says. */
import { type Column, day, list, moment, text } from './column.ts';

export const pageColumns: readonly Column[] = [
  text(
    { id: 'id', heading: 'Mã bài', width: 18, meaning: 'Id of the article; never changes.' },
    ({ article }) => article.id,
  ),
  text(
    {
      id: 'url',
      heading: 'Địa chỉ gốc',
      width: 40,
      meaning:
        'URL of the article at its newspaper; empty for imported text that came without one.',
    },
    ({ article }) => article.url,
  ),
  moment(
    {
      id: 'fetched_at',
      heading: 'Lúc tải',
      width: 17,
      meaning: "When the page was fetched, Vietnam's time; empty for imported text.",
    },
    ({ fetchedAt }) => fetchedAt,
  ),
  text(
    { id: 'newspaper', heading: 'Mã báo', width: 14, meaning: 'Id of the newspaper.' },
    ({ article }) => article.newspaper,
  ),
  text(
    { id: 'newspaper_name', heading: 'Báo', width: 20, meaning: 'Name of the newspaper.' },
    ({ article }, { newspaperName }) =>
      article.newspaper === null ? null : newspaperName(article.newspaper),
  ),
  day(
    {
      id: 'published_on',
      heading: 'Ngày đăng',
      width: 12,
      meaning: 'Day of publication; empty where only the month or nothing is known.',
    },
    ({ article }) =>
      article.publishedPrecision === 'month' ? null : (article.publishedAt?.slice(0, 10) ?? null),
  ),
  text(
    {
      id: 'published_at',
      heading: 'Thời điểm đăng',
      width: 26,
      meaning: 'ISO 8601 with zone; as exact as `published_precision` says.',
    },
    ({ article }) => article.publishedAt,
  ),
  text(
    {
      id: 'published_precision',
      heading: 'Độ chính xác',
      width: 12,
      meaning: '`minute`, `day` or `month`.',
    },
    ({ article }) => article.publishedPrecision,
  ),
  text(
    { id: 'section', heading: 'Chuyên mục', width: 16, meaning: 'Section of the newspaper.' },
    ({ article }) => article.section,
  ),
  text(
    { id: 'headline', heading: 'Tiêu đề', width: 50, meaning: 'Headline.' },
    ({ article }) => article.headline,
  ),
  text({ id: 'sapo', heading: 'Sapo', width: 50, meaning: 'Lead.' }, ({ article }) => article.sapo),
  list(
    { id: 'authors', heading: 'Tác giả', width: 20, meaning: 'Authors, one a line.' },
    ({ article }) => article.authors,
  ),
  list(
    { id: 'tags', heading: 'Từ khóa', width: 20, meaning: 'Tags of the page, one a line.' },
    ({ article }) => article.tags,
  ),
  list(
    {
      id: 'captions',
      heading: 'Chú thích ảnh',
      width: 30,
      meaning: 'Captions, one a line, the credit in brackets.',
    },
    ({ article }) =>
      article.captions.map(({ text: caption, credit }) =>
        credit === null ? caption : `${caption} (Ảnh: ${credit})`,
      ),
  ),
];
