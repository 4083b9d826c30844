/** What BullMQ reports goes to the log; that Redis is away is said once, by connect.ts. */
import { codeOf, messageOf } from '../../../core/errors.ts';
import type { Logger } from '../../../core/log.ts';

const AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

export function reporter(log: Logger, queue: string): (error: Error) => void {
  return (error) => {
    const away = AWAY.test(codeOf(error)) || error.message === 'Connection is closed.';
    const fields = { queue, error: messageOf(error) };
    if (away) log.debug(fields, 'Redis is away');
    else log.warn(fields, 'BullMQ reported an error');
  };
}
