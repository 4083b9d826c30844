/** What must hold before any newspaper is fetched: somebody answers for it, and there is room to keep it. */
import { UsageError } from '../core/errors.ts';
import type { Newspaper } from '../newspapers/define.ts';
import type { Config } from './config.ts';
import { requireFree } from './disk.ts';

/** A host that is this machine. */
export const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/**
 * @throws UsageError `no-contact` for a host off loopback without DIEMBAO_CONTACT
 * @throws DiembaoError `disk-low`
 */
export async function mayCrawl(
  config: Pick<Config, 'contact' | 'data' | 'minFreeBytes'>,
  newspaper: Pick<Newspaper, 'id' | 'hosts'>,
): Promise<void> {
  const real = newspaper.hosts.filter((host) => !LOOPBACK.test(host));
  if (real.length > 0 && config.contact === null)
    throw new UsageError(
      'no-contact',
      `${newspaper.id} (${real[0]}) is a real newspaper: it is not crawled before DIEMBAO_CONTACT says who answers for it.`,
      { hint: 'Set DIEMBAO_CONTACT to a web page or e-mail address of yours.' },
    );
  await requireFree(config.data, config.minFreeBytes);
}
