/** The English of every Vietnamese text of the interface; by area, so that a page's texts stand together. */
import { ACCOUNTS } from './en/accounts.ts';
import { API } from './en/api.ts';
import { ARTICLE } from './en/article.ts';
import { CONFERENCES } from './en/conferences.ts';
import { DAYS } from './en/days.ts';
import { FRAME } from './en/frame.ts';
import { LOCALITIES } from './en/localities.ts';
import { NAMES } from './en/names.ts';
import { OFFICIALS } from './en/officials.ts';
import { PRESS_REVIEWS } from './en/press-reviews.ts';
import { REFUSALS } from './en/refusals.ts';
import { SAVED_SEARCHES } from './en/saved-searches.ts';
import { SEARCH } from './en/search.ts';
import { STATUS } from './en/status.ts';

export const EN = {
  ...ACCOUNTS,
  ...API,
  ...ARTICLE,
  ...CONFERENCES,
  ...DAYS,
  ...FRAME,
  ...LOCALITIES,
  ...NAMES,
  ...OFFICIALS,
  ...PRESS_REVIEWS,
  ...REFUSALS,
  ...SAVED_SEARCHES,
  ...SEARCH,
  ...STATUS,
} as const;
