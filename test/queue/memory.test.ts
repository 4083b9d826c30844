import { systemClock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { openMemoryQueue } from '../../queue/drivers/memory.ts';
import { queueContract } from '../contracts/queue.ts';

queueContract('the memory driver', async (policy) =>
  openMemoryQueue({ clock: systemClock, random: () => 0.5, log: silent, policy }),
);
