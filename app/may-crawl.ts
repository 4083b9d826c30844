/** What must hold before any newspaper is fetched: somebody answers for it, and there is room to keep it. */
import { UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
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
      told(
        '{paper} ({host}) là báo thật: chưa lấy khi DIEMBAO_CONTACT chưa nói ai chịu trách nhiệm',
        {
          paper: newspaper.id,
          host: real[0] ?? '',
        },
      ),
      { hint: told('Đặt DIEMBAO_CONTACT là địa chỉ web hoặc e-mail của mình') },
    );
  await requireFree(config.data, config.minFreeBytes);
}
