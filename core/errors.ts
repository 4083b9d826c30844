/**
 * Errors by what the machine does about them. Expected outcomes are values (core/outcomes.ts), not errors.
 *
 * A message says which part, what failed, the value, and what to do; `code` is stable.
 */

export interface ErrorDetails {
  readonly cause?: unknown;
  /** What the operator can do about it. */
  readonly hint?: string;
}

/** Every error that we throw on purpose. */
export class DiembaoError extends Error {
  override readonly name: string = 'DiembaoError';
  readonly code: string;
  readonly hint: string | null;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint ?? null;
  }
}

/** The job should run again, not before `delayMs` milliseconds from now. Costs no attempt. */
export class RetryLater extends DiembaoError {
  override readonly name = 'RetryLater';
  readonly delayMs: number;

  constructor(code: string, message: string, delayMs: number, details: ErrorDetails = {}) {
    super(code, message, details);
    this.delayMs = delayMs;
  }
}

/** The job can never succeed: no further attempt. */
export class GiveUp extends DiembaoError {
  override readonly name = 'GiveUp';
}

/** The command line was used wrongly: exit code 2. */
export class UsageError extends DiembaoError {
  override readonly name = 'UsageError';
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The stable code of anything that was thrown: ours, Node's ("ECONNREFUSED"), or "unknown". */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return 'unknown';
}
