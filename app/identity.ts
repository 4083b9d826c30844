/** Joining and parting conferences, and officials, by hand: the one way for page and command line. */
import type { IdentityAct } from '../archive/port.ts';
import { Who } from '../core/corrections.ts';
import { DiembaoError, UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import type { Library } from './compose.ts';

type Parts = Pick<Library, 'archive' | 'clock'>;

export type Thing = 'conference' | 'official';

const registerOf = ({ archive }: Parts, thing: Thing) =>
  thing === 'conference' ? archive.conferences : archive.officials;

/** @throws UsageError `…-no-name` */
function named(thing: Thing, by: string | null): string {
  const parsed = Who.safeParse(by ?? '');
  if (parsed.success) return parsed.data;
  throw new UsageError(`${thing}-no-name`, told('Ghi tên người làm, tối đa 80 chữ'), {
    hint: told('--by TÊN'),
  });
}

/** An id as it is typed or pasted: alone, or the address of its page. */
function idOf(text: string): string {
  return text
    .trim()
    .replace(/^.*\/(?:hoi-nghi|can-bo)\//u, '')
    .replace(/[?#].*$/u, '');
}

const at = ({ clock }: Parts) => clock.now().toISOString();

/** @throws DiembaoError `…-not-found`, `…-same`; UsageError `…-no-name` */
export function joinThings(
  parts: Parts,
  thing: Thing,
  stays: string,
  goes: string,
  by: string | null,
): Promise<IdentityAct> {
  return registerOf(parts, thing).join(idOf(stays), idOf(goes), named(thing, by), at(parts));
}

/** @throws DiembaoError `…-not-found`, `…-nothing-to-part`; UsageError `…-no-name` */
export function partThing(
  parts: Parts,
  thing: Thing,
  id: string,
  articleIds: readonly string[],
  by: string | null,
): Promise<{ readonly act: IdentityAct; readonly id: string }> {
  return registerOf(parts, thing).part(idOf(id), articleIds, named(thing, by), at(parts));
}

/** @throws DiembaoError `…-not-found`; UsageError `…-no-name` */
export async function takeBackAct(
  parts: Parts,
  thing: Thing,
  act: number,
  by: string | null,
): Promise<IdentityAct> {
  const taken = await registerOf(parts, thing).withdrawAct(act, named(thing, by), at(parts));
  if (taken !== null) return taken;
  throw new DiembaoError(`${thing}-not-found`, told('Không có lần ghép, tách số {act}', { act }));
}
