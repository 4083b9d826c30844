/** What a pass in a process of its own is told. */
import { z } from 'zod';

export const Orders = z.strictObject({
  directory: z.string(),
  port: z.int(),
  papers: z.int(),
  /** The simulation's time at the begin, ISO. */
  at: z.string(),
  mode: z.enum(['night', 'looks']),
  redis: z.string().nullable(),
  meili: z.strictObject({ url: z.string(), key: z.string() }).nullable(),
});
export type Orders = z.infer<typeof Orders>;
