/** A password from a terminal, which shows nothing of it, or as the first line of standard input. */
import type { Io } from './io.ts';

interface Terminal extends NodeJS.ReadableStream {
  readonly isTTY: true;
  setRawMode(raw: boolean): unknown;
}

const isTerminal = (stream: NodeJS.ReadableStream): stream is Terminal =>
  'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream;

const LONGEST = 4_000;

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += chunk.toString();
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  return text.replace(/\r?\n[\s\S]*$/u, '');
}

function typed(terminal: Terminal, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (error: Error | null) => {
      terminal.setRawMode(false);
      terminal.pause();
      terminal.off('data', take);
      if (error) reject(error);
      else resolve(text);
    };
    const take = (chunk: Buffer | string) => {
      for (const letter of chunk.toString()) {
        if (letter === '\r' || letter === '\n' || letter === '\u0004') return end(null);
        if (letter === '\u0003') return end(new Error('Đã dừng. / Stopped.'));
        if (letter === '\u007f' || letter === '\b') text = [...text].slice(0, -1).join('');
        else text += letter;
      }
    };
    signal.addEventListener('abort', () => end(new Error('Đã dừng. / Stopped.')), { once: true });
    terminal.setRawMode(true);
    terminal.resume();
    terminal.on('data', take);
  });
}

/** @param prompt shown on a terminal only */
export async function secretLine(io: Io, prompt: string): Promise<string> {
  if (!isTerminal(io.stdin)) return firstLine(io.stdin);
  io.err(prompt);
  const text = await typed(io.stdin, io.signal);
  io.err('\n');
  return text;
}
