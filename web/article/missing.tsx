/** What the parser could not read of a page, with its reason in the reader's words. */
import type { FC } from 'hono/jsx';
import type { Article } from '../../core/article.ts';
import { msg, type Plain, t } from '../../i18n/text.ts';
import { printedDay } from '../text.tsx';

const FIELD_NAMES: Readonly<Record<string, Plain>> = {
  headline: msg('tiêu đề'),
  sapo: msg('sapo'),
  publishedAt: msg('ngày đăng'),
  updatedAt: msg('ngày sửa'),
  authors: msg('tác giả'),
  section: msg('chuyên mục'),
  tags: msg('từ khóa'),
  blocks: msg('nội dung'),
};

/** The parsers' reasons (parsers/): what they say, and how it is told. */
const REASONS: readonly (readonly [RegExp, (found: string[]) => string])[] = [
  [/^the layout has no rule for it$/u, () => t('mẫu trang của báo này không có mục đó')],
  [/^no rule found it$/u, () => t('trang không ghi, hoặc ghi ở chỗ khác thường lệ')],
  [/^no rule found a date$/u, () => t('trang không ghi ngày nào đọc được')],
  [/^no container of the layout is there$/u, () => t('trang không có khung chứa nội dung')],
  [/^the text is encrypted$/u, () => t('toàn văn bị mã hóa (bài phải trả tiền)')],
  [/^the container is empty$/u, () => t('khung nội dung trống (bài ảnh, video, hoặc nạp sau)')],
  [/^not given$/u, () => t('dữ liệu nhập vào không có')],
  [/^not a date: (.*)$/su, ([, text = '']) => t('không phải một ngày: {text}', { text })],
  [
    /^(".*") \(.*\) is no real date$/su,
    ([, text = '']) => t('ngày không có thật: {text}', { text }),
  ],
  [
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).* is later than the fetch at .*$/su,
    ([, date = '', time = '']) =>
      t('ngày trang ghi ({moment}) sau lúc tải bài', {
        moment: t('{day} {time}', { day: printedDay(date), time }),
      }),
  ],
];

/** A reason in the reader's words; as it stands where it is none of the parsers'. */
export function reasonWords(reason: string): string {
  for (const [pattern, words] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return words(found);
  }
  return reason;
}

function fieldName(field: string): string {
  const name = Object.hasOwn(FIELD_NAMES, field) ? FIELD_NAMES[field] : undefined;
  return name === undefined ? field : t(name);
}

export const Missing: FC<{ article: Article }> = ({ article }) => {
  const missing = Object.entries(article.stamps.missing);
  return missing.length === 0 ? null : (
    <details>
      <summary>{t('Những gì không đọc được ({n})', { n: missing.length })}</summary>
      <ul>
        {missing.map(([field, reason]) => (
          <li>
            {fieldName(field)}: {reasonWords(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
};
