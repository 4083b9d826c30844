/** Values of options that are checked before a command begins. */
import { InvalidArgumentError } from 'commander';

/** A whole number from 1 to `most`. */
export const positive =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new InvalidArgumentError(`1 … ${most}`);
    return value;
  };

export const among =
  <T extends string>(...choices: T[]) =>
  (text: string): T => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new InvalidArgumentError(choices.join(', '));
    return found;
  };

/** A day of the calendar, `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}
