/** Joining and parting conferences by hand: the one way for page and command line. */
import type { IdentityAct } from '../../archive/port.ts';
import { Who } from '../../core/corrections.ts';
import { DiembaoError, UsageError } from '../../core/errors.ts';
import type { Library } from '../compose.ts';

type Parts = Pick<Library, 'archive' | 'clock'>;

/** @throws UsageError `conference-no-name` */
function named(by: string | null): string {
  const parsed = Who.safeParse(by ?? '');
  if (parsed.success) return parsed.data;
  throw new UsageError(
    'conference-no-name',
    'Ghi tên người làm, tối đa 80 chữ / say who does it, in at most 80 characters',
    { hint: '--by TÊN / --by NAME, DIEMBAO_USER' },
  );
}

/** An id as it is typed or pasted: alone, or the address of the conference's page. */
function idOf(text: string): string {
  return text
    .trim()
    .replace(/^.*\/hoi-nghi\//u, '')
    .replace(/[?#].*$/u, '');
}

const at = ({ clock }: Parts) => clock.now().toISOString();

/** @throws DiembaoError `conference-not-found`, `conference-same`; UsageError `conference-no-name` */
export function joinConferences(
  parts: Parts,
  stays: string,
  goes: string,
  by: string | null,
): Promise<IdentityAct> {
  return parts.archive.conferences.join(idOf(stays), idOf(goes), named(by), at(parts));
}

/** @throws DiembaoError `conference-not-found`, `conference-nothing-to-part`; UsageError `conference-no-name` */
export function partConference(
  parts: Parts,
  id: string,
  articleIds: readonly string[],
  by: string | null,
): Promise<{ readonly act: IdentityAct; readonly id: string }> {
  return parts.archive.conferences.part(idOf(id), articleIds, named(by), at(parts));
}

/** @throws DiembaoError `conference-not-found`; UsageError `conference-no-name` */
export async function takeBackAct(
  parts: Parts,
  act: number,
  by: string | null,
): Promise<IdentityAct> {
  const taken = await parts.archive.conferences.withdrawAct(act, named(by), at(parts));
  if (taken !== null) return taken;
  throw new DiembaoError('conference-not-found', `Không có lần ghép, tách số ${act} / no such act`);
}
