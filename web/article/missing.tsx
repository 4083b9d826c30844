/** What the parser could not read of a page, with its reason in the reader's words. */
import type { FC } from 'hono/jsx';
import type { Article } from '../../core/article.ts';

const FIELD_NAMES: Readonly<Record<string, string>> = {
  headline: 'tiêu đề',
  sapo: 'sapo',
  publishedAt: 'ngày đăng',
  updatedAt: 'ngày sửa',
  authors: 'tác giả',
  section: 'chuyên mục',
  tags: 'từ khóa',
  blocks: 'nội dung',
};

/** The parsers' reasons (parsers/): what they say, and how it is told. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^the layout has no rule for it$/u, 'mẫu trang của báo này không có mục đó'],
  [/^no rule found it$/u, 'trang không ghi, hoặc ghi ở chỗ khác thường lệ'],
  [/^no rule found a date$/u, 'trang không ghi ngày nào đọc được'],
  [/^no container of the layout is there$/u, 'trang không có khung chứa nội dung'],
  [/^the text is encrypted$/u, 'toàn văn bị mã hóa (bài phải trả tiền)'],
  [/^the container is empty$/u, 'khung nội dung trống (bài ảnh, video, hoặc nạp sau)'],
  [/^not given$/u, 'dữ liệu nhập vào không có'],
  [/^not a date: (.*)$/su, 'không phải một ngày: $1'],
  [/^(".*") \(.*\) is no real date$/su, 'ngày không có thật: $1'],
  [
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).* is later than the fetch at .*$/su,
    'ngày trang ghi ($3/$2/$1 $4) sau lúc tải bài',
  ],
];

export function reasonWords(reason: string): string {
  for (const [pattern, words] of REASONS)
    if (pattern.test(reason)) return reason.replace(pattern, words);
  return reason;
}

export const Missing: FC<{ article: Article }> = ({ article }) => {
  const missing = Object.entries(article.stamps.missing);
  return missing.length === 0 ? null : (
    <details>
      <summary>Những gì không đọc được ({missing.length})</summary>
      <ul>
        {missing.map(([field, reason]) => (
          <li>
            {FIELD_NAMES[field] ?? field}: {reasonWords(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
};
