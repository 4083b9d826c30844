/** Links to the whole result as a file. */
import type { FC } from 'hono/jsx';
import type { Question } from '../../app/search-answer.ts';
import { t } from '../../i18n/text.ts';
import { exportUrl } from '../export.ts';

const CHOICES = [
  { format: 'xlsx', label: 'Excel' },
  { format: 'csv', label: 'CSV' },
  { format: 'jsonl', label: 'JSONL' },
] as const;

export const ExportLinks: FC<{ question: Question; total: number }> = ({ question, total }) =>
  total > 0 ? (
    <p class="sorts">
      {t('Xuất tất cả:')}
      {CHOICES.map(({ format, label }) => (
        <a href={exportUrl(question, format)} download>
          {label}
        </a>
      ))}
    </p>
  ) : null;
