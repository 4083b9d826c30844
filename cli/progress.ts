/** How far the crawls are: one line a paper, rewritten in place on a terminal, else one line at each end. */
import type { CrawlProgress } from '../crawlers/port.ts';
import type { Io } from './io.ts';

const PHASES = { discover: 'tìm bài', fetch: 'tải bài', done: 'xong' } as const;
const REDRAW_MS = 100;

export interface Progress {
  readonly update: (progress: CrawlProgress) => void;
  readonly end: () => void;
}

export function progress(io: Pick<Io, 'err' | 'interactive'>): Progress {
  const latest = new Map<string, CrawlProgress>();
  let drawn = 0;
  let last = 0;
  const text = (one: CrawlProgress) => {
    const share = one.total === 0 ? 0 : Math.round((one.done / one.total) * 20);
    const bar = '█'.repeat(share).padEnd(20, '░');
    return `${one.newspaper.padEnd(24)} ${bar} ${String(one.done).padStart(4)}/${one.total} ${PHASES[one.phase]}`;
  };
  const draw = () => {
    const up = drawn > 0 ? `\u001b[${drawn}A` : '';
    io.err(up + [...latest.values()].map((one) => `\u001b[2K${text(one)}\n`).join(''));
    drawn = latest.size;
  };
  return {
    update: (one) => {
      const before = latest.get(one.newspaper)?.phase;
      latest.set(one.newspaper, one);
      if (!io.interactive) {
        if (one.phase === 'done' && before !== 'done') io.err(`${text(one)}\n`);
        return;
      }
      const now = performance.now();
      if (one.phase !== 'done' && now - last < REDRAW_MS) return;
      last = now;
      draw();
    },
    end: () => {
      if (io.interactive) draw();
    },
  };
}
