/** The simulated nights: the first ends on 20 January 2027, so that Tết falls on nights 17 to 25. */
const DAY_MS = 86_400_000;
/** Noon before the first night, Vietnam's time. What is published from then on is news of night 1. */
const FIRST_NOON = Date.parse('2027-01-19T12:00:00+07:00');

/** When a simulation begins: the evening before the first night. */
export const BEGIN = new Date('2027-01-19T20:00:00+07:00');

/** The night that a moment belongs to, 1 for the first: from noon to noon. */
export const nightAt = (at: number): number => Math.floor((at - FIRST_NOON) / DAY_MS) + 1;

/** Noon at which a night's day of news begins. */
export const noonBefore = (night: number): number => FIRST_NOON + (night - 1) * DAY_MS;

/** `YYYY-MM-DD` on which the night ends. */
export const dayOfNight = (night: number): string =>
  new Date(FIRST_NOON + night * DAY_MS + 7 * 3_600_000).toISOString().slice(0, 10);
