/** The command line: `diembao COMMAND`. Data goes to stdout, everything else to stderr. */
import { CommanderError } from 'commander';
import { DiembaoError, messageOf, UsageError } from '../core/errors.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';

/** Exit codes: 0 done, 1 done in part or failed, 2 wrong usage. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = buildProgram(io, (value) => {
    code = value;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version'];
      return asked.includes(error.code) && error.exitCode === 0 ? 0 : 2;
    }
    // Whoever was asked to stop finds the queue closed; what is archived is safe.
    if (io.signal.aborted && error instanceof DiembaoError && error.code === 'queue-closed') {
      io.err('diembao: stopped: Đã dừng theo yêu cầu. / Stopped as asked.\n');
      return 1;
    }
    if (error instanceof DiembaoError) {
      io.err(`diembao: ${error.code}: ${error.message}\n`);
      if (error.hint) io.err(`  → ${error.hint}\n`);
      return error instanceof UsageError ? 2 : 1;
    }
    io.err(`diembao: ${messageOf(error)}\n`);
    if (error instanceof Error && error.stack) io.err(`${error.stack}\n`);
    return 1;
  }
}

/** Writes to a stream and waits while its reader is slower. A closed pipe (`| head`) ends the program quietly. */
function writer(stream: NodeJS.WriteStream): (data: string | Uint8Array) => Promise<void> {
  stream.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return async (data) => {
    if (!stream.write(data)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  };
}

/** Runs in this process. The second Ctrl-C ends at once; what is archived is safe at any moment. */
export async function main(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  let asked = 0;
  const ask = () => {
    asked += 1;
    if (asked > 1) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  process.exitCode = await run(argv.slice(2), {
    out: writer(process.stdout),
    err: (text) => {
      process.stderr.write(text);
    },
    env: process.env,
    stdin: process.stdin,
    interactive: process.stderr.isTTY === true,
    signal: stop.signal,
  });
  process.off('SIGINT', ask);
  process.off('SIGTERM', ask);
}
