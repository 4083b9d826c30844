/** Machine-written instants -> the record's form. Printed dates are parsers/fields/dates.ts's. */
import { vietnamTime } from '../core/clock.ts';

const ISO =
  /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

export interface Moment {
  /** `YYYY-MM-DDTHH:mm:ss+07:00` */
  readonly at: string;
  readonly precision: 'minute' | 'day' | 'month';
}

/**
 * Reads an ISO 8601 text; without a zone it is +07:00. Year and month alone, and a day alone, begin at 00:00.
 * @returns null for anything else, and for a day that does not exist (31 February, month 13)
 */
export function toMoment(text: string | null): Moment | null {
  const match = text === null ? null : ISO.exec(text.trim());
  if (!match) return null;
  const [, year = '', month = '', day, hour, minute = '00', second = '00', zone] = match;
  const date = `${year}-${month}-${day ?? '01'}`;
  const time = `${hour ?? '00'}:${minute}:${second}`;
  const utc = new Date(`${date}T${time}Z`);
  // Date rolls 31 February over to March: what comes back must be what was given.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 19) !== `${date}T${time}`)
    return null;
  const precision = day === undefined ? 'month' : hour === undefined ? 'day' : 'minute';
  if (precision !== 'minute') return { at: `${date}T00:00:00+07:00`, precision };
  const offset =
    zone === undefined ? '+07:00' : zone === 'Z' ? 'Z' : zone.replace(/^(...):?/, '$1:');
  return { at: vietnamTime(new Date(`${date}T${time}${offset}`)), precision };
}
