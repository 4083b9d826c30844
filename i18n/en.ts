/** The English of every Vietnamese text of the interface; by area, so that a page's texts stand together. */
import { DAYS } from './en/days.ts';
import { FRAME } from './en/frame.ts';

export const EN = { ...DAYS, ...FRAME } as const;
