/** What a command is handed of the outside: so that a test can run it without a process. */
import type { Command } from 'commander';
import { type Config, readConfig } from '../app/config.ts';

export interface Io {
  /** Data. */
  readonly out: (data: string | Uint8Array) => void | Promise<void>;
  /** Progress, warnings, errors. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  /** Whether stderr is a terminal: progress is rewritten in place there. */
  readonly interactive: boolean;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/** A command's file exports a function of this shape. `exit` sets the exit code of a run that ended in part. */
export type MakeCommand = (io: Io, exit: (code: number) => void) => Command;

/** Options that every command knows. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly port?: string;
}

export function configOf(io: Io, options: CommonOptions): Config {
  return readConfig(io.env, { data: options.data, port: options.port });
}

export async function line(io: Io, text = ''): Promise<void> {
  await io.out(`${text}\n`);
}

/** One JSON document, indented for people's eyes. */
export async function json(io: Io, value: unknown): Promise<void> {
  await io.out(`${JSON.stringify(value, null, 2)}\n`);
}
