/** Filters beside a question: none for half of them, four newspapers, three years. */
import type { SearchFilters } from '../../core/search.ts';
import type { Random } from './random.ts';

const YEARS = { from: '2022-01-01', to: '2023-12-31' };

/** @param newspapers ids of those that the articles have */
export function drawFilters(newspapers: readonly string[], random: Random): SearchFilters {
  const choices: readonly SearchFilters[] = [{}, {}, { newspaper: newspapers.slice(3, 7) }, YEARS];
  return choices[Math.floor(random() * choices.length)] ?? {};
}
