/** What the readers' process is told, and what it answers. */
import { z } from 'zod';

export const Plan = z.strictObject({
  url: z.string(),
  readers: z.int().min(1),
  /** A request of each reader every so many milliseconds, for so long. */
  everyMs: z.int().min(1),
  forMs: z.int().min(1),
  seed: z.int(),
  /** Kinds of pages, how often each is asked for (of all 1), and their addresses. */
  kinds: z.array(
    z.strictObject({ name: z.string(), share: z.number(), paths: z.array(z.string()).min(1) }),
  ),
});
export type Plan = z.infer<typeof Plan>;

export const Told = z.strictObject({
  kinds: z.array(z.strictObject({ name: z.string(), times: z.array(z.number()) })),
  errors: z.array(z.string()),
});
export type Told = z.infer<typeof Told>;
