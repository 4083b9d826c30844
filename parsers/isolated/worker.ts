/** The parser's thread: one page after the other. What goes wrong on a page is an answer, never an exception. */
import { parentPort } from 'node:worker_threads';
import type { Family, Newspaper } from '../../newspapers/define.ts';
import { parsePage } from '../index.ts';
import type { Answer, Ask } from './messages.ts';

const port = parentPort;
const papers = new Map<string, Newspaper>();
let families: readonly Family[] = [];

function say(answer: Answer): void {
  port?.postMessage(answer);
}

port?.on('message', (ask: Ask) => {
  switch (ask.kind) {
    case 'begin':
      families = ask.families;
      return say({ kind: 'ready' });
    case 'paper':
      papers.set(ask.newspaper.hash, ask.newspaper);
      return;
    case 'read': {
      const newspaper = ask.newspaper === null ? null : (papers.get(ask.newspaper) ?? null);
      return say({ kind: 'result', result: parsePage(ask.page, { newspaper, families }) });
    }
    default:
      return ask satisfies never;
  }
});
