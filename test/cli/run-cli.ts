/** Runs the command line in this process and keeps what it says. */
import { Readable } from 'node:stream';
import { run } from '../../cli/main.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function cli(
  argv: readonly string[],
  given: {
    readonly stdin?: string | Uint8Array;
    readonly env?: Record<string, string>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Said> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
    env: { DIEMBAO_LOG: 'silent', DIEMBAO_PARSER_THREADS: '0', ...given.env },
    stdin: Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)]),
    interactive: false,
    signal: given.signal ?? new AbortController().signal,
  });
  return { code, out, err };
}
