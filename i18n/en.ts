/** The English of every Vietnamese text of the interface; by area, so that a page's texts stand together. */
import { ACCOUNTS } from './en/accounts.ts';
import { ARTICLE } from './en/article.ts';
import { CONFERENCES } from './en/conferences.ts';
import { DAYS } from './en/days.ts';
import { FRAME } from './en/frame.ts';
import { NAMES } from './en/names.ts';
import { OFFICIALS } from './en/officials.ts';
import { REFUSALS } from './en/refusals.ts';
import { SEARCH } from './en/search.ts';
import { STATUS } from './en/status.ts';

export const EN = {
  ...ACCOUNTS,
  ...ARTICLE,
  ...CONFERENCES,
  ...DAYS,
  ...FRAME,
  ...NAMES,
  ...OFFICIALS,
  ...REFUSALS,
  ...SEARCH,
  ...STATUS,
} as const;
