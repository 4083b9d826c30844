/** A number as Vietnamese write it: "1.234". */
export { number as count } from '../../../i18n/format.ts';
