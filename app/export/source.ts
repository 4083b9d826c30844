/** What an export is of: enough to cite it and to make it again. */
import type { SearchFilters } from '../../core/search.ts';
import type { Sort } from '../search-answer.ts';

export interface ExportSource {
  readonly program: 'Điểm Báo';
  readonly version: string;
  /** As typed; '' = no question. */
  readonly question: string;
  /** How the question was read. */
  readonly units: readonly string[];
  /** Those of the question joined with those beside it. */
  readonly filters: SearchFilters;
  readonly exactOnly: boolean;
  readonly sort: Sort;
  readonly loosened: null | 'words' | 'most';
  /** Articles that match, counted when the export began. */
  readonly total: number;
  /** `YYYY-MM-DDTHH:mm:ss+07:00` */
  readonly exportedAt: string;
  readonly citation: string;
}

const LOOSENED = {
  words: 'nới lỏng: đủ các từ, không cần liền nhau',
  most: 'nới lỏng: phần lớn các từ',
} as const;

/** One line for a footnote: program, question, filters, number of articles, moment. */
export function citation(source: Omit<ExportSource, 'citation'>): string {
  const { program, version, question, filters, exactOnly, loosened, total, exportedAt } = source;
  const [day = '', time = ''] = exportedAt.slice(0, 16).split('T');
  const parts = [
    `${program} ${version}`,
    question.trim() === '' ? 'tất cả các bài' : `câu hỏi «${question.trim()}»`,
    ...Object.entries(filters).map(([name, value]) => `${name} = ${[value].flat().join(', ')}`),
    ...(exactOnly ? ['đúng dấu như đã gõ'] : []),
    ...(loosened ? [LOOSENED[loosened]] : []),
    `${new Intl.NumberFormat('vi-VN').format(total)} bài`,
    `xuất lúc ${time} ngày ${day.split('-').reverse().join('/')} (giờ Việt Nam)`,
  ];
  return parts.join('; ').replace(/\s+/gu, ' ');
}
