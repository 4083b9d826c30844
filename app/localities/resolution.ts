/** Which resolution made or ended a unit, where our data name it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { codesAbove, type Unit } from '../../vietnamese/index.ts';

const File = z.object({
  source: z.string(),
  resolutions: z.array(
    z.object({
      /** First day on which it holds. */
      day: z.iso.date(),
      level: z.enum(['province', 'district', 'commune']),
      /** Code of the province; null for all. */
      province: z.string().nullable(),
      number: z.string(),
    }),
  ),
});

let read: z.infer<typeof File>['resolutions'] | undefined;

function resolutions() {
  read ??= File.parse(
    JSON.parse(readFileSync(new URL('./resolutions.json', import.meta.url), 'utf8')),
  ).resolutions;
  return read;
}

/** @param day the first day of the change, YYYY-MM-DD; null where the data do not tell. */
export function resolutionOf(
  { code, level }: Pick<Unit, 'code' | 'level'>,
  day: string,
): string | null {
  const province = codesAbove(code, day).at(-1) ?? null;
  return (
    resolutions().find(
      (one) =>
        one.day === day &&
        one.level === level &&
        (one.province === null || one.province === province),
    )?.number ?? null
  );
}
