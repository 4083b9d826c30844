import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks, type Works } from '../../app/compose.ts';
import { search } from '../../app/search.ts';
import { searchParts } from '../../app/search-parts.ts';
import { DiembaoError } from '../../core/errors.ts';
import { everyItem } from '../../core/every-item.ts';
import { OUTCOMES } from '../../core/outcomes.ts';
import { startDemoPapers } from '../../demo/server.ts';
import { startWeb } from '../../web/index.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { progress } from '../progress.ts';
import { number, table } from '../table.ts';
import { showAnswer } from './search.ts';

/** With marks, without, an abbreviation, raw Telex, a person: what the search is for. */
const EXAMPLES = [
  'hội nghị sơ kết giữa nhiệm kỳ',
  'hoi nghi so ket',
  'ubnd huyện',
  'hooij nghij toongr keets',
  '"nông thôn mới"',
] as const;

interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
}

/** `demo`: three synthetic papers on loopback, crawled, read, indexed, searched; then the web page. */
export const demoCommand: MakeCommand = (io, exit) =>
  new Command('demo')
    .description(
      'chạy thử với ba tờ báo mẫu trên máy này / try everything on three synthetic papers on this machine',
    )
    .option('--once', 'xong thì thoát, không mở trang web / end instead of serving the page')
    .option('--port <n>', 'cổng của trang web / port of the page (DIEMBAO_PORT, 8420)')
    .action(async (options: DemoOptions) => {
      const scratch =
        options.data === undefined ? await mkdtemp(join(tmpdir(), 'diembao-demo-')) : null;
      const papers = await startDemoPapers();
      try {
        const config = {
          ...configOf(io, { ...options, ...(scratch ? { data: scratch } : {}) }),
          // The demo runs on the embedded default, whatever else is set up.
          redisUrl: null,
          meili: null,
          allowPrivate: papers.newspapers.flatMap((paper) => paper.hosts),
          minFreeBytes: 0,
        };
        const works = await openWorks(config, { newspapers: papers.newspapers });
        const stop = () => void works.close();
        io.signal.addEventListener('abort', stop);
        try {
          await runDemo(io, works, papers.articles, options);
          if ((await works.queue.failed(1)).length > 0) exit(1);
          io.signal.removeEventListener('abort', stop);
          if (!options.once && !io.signal.aborted) await serveDemo(io, works);
        } finally {
          io.signal.removeEventListener('abort', stop);
          await works.close();
        }
      } finally {
        await papers.close();
        if (scratch) await rm(scratch, { recursive: true, force: true });
      }
    });

async function crawlAll(io: Io, works: Works): Promise<void> {
  await works.queue.add(
    works.newspapers.map(({ id }) => ({ name: 'crawl', payload: { newspaper: id } })),
  );
  await works.queue.idle();
  if (io.signal.aborted)
    throw new DiembaoError('stopped', 'Đã dừng theo yêu cầu. / Stopped as asked.');
}

async function runDemo(io: Io, works: Works, published: number, options: DemoOptions) {
  const show = progress(io);
  io.err(`Ba tờ báo mẫu đang mở trên máy này, ${published} bài. Bắt đầu thu thập …\n`);
  await works.work(show.update);
  await crawlAll(io, works);
  await catchUp(works, io.signal);
  show.end();

  const { archive } = works;
  const counts = await archive.counts();
  const indexed = await works.engine.count();
  const incidents = await archive.incidents.list({}, 50);
  const read = { quotes: 0, dates: 0, places: 0, captions: 0, people: 0, reprints: 0 };
  const articles = everyItem((cursor) => archive.articles.list({}, cursor, 100));
  for await (const { article, original } of articles) {
    read.quotes += article.quotes.filter(({ direct }) => direct).length;
    read.dates += article.dates.length;
    read.places += article.places.length;
    read.captions += article.captions.length;
    read.people += article.people.length;
    if (original) read.reprints += 1;
  }
  const answers = [];
  for (const text of EXAMPLES)
    answers.push(await search(searchParts(works), { text, pageSize: 3, facets: [] }));
  if (options.json) return json(io, { counts, indexed, read, incidents, answers });

  await line(io);
  await line(
    io,
    table([
      ['Trang đã lưu', number(counts.pages)],
      ['Bài đọc được', number(counts.articles)],
      ['Bài trong chỉ mục', number(indexed)],
      ['Trích dẫn', number(read.quotes)],
      ['Nhân vật', number(read.people)],
      ['Mốc thời gian', number(read.dates)],
      ['Địa danh', number(read.places)],
      ['Chú thích ảnh', number(read.captions)],
      ['Hội nghị', number(counts.conferences)],
      ['Bài đăng lại', number(read.reprints)],
    ]),
  );
  await line(io);
  await line(io, 'Các trang có vấn đề (cố ý, để thử):');
  for (const { code, url } of incidents) await line(io, `  ${code}: ${OUTCOMES[code].vi}  ${url}`);
  for (const answer of answers) {
    await line(io);
    await line(io, `── Tìm: ${answer.understood.text}`);
    await showAnswer(io, answer);
  }
}

async function serveDemo(io: Io, works: Works): Promise<void> {
  const web = await startWeb(works, { host: '127.0.0.1', behindPublish: false });
  try {
    await line(io);
    await line(io, `Mở trang ${web.url} bằng trình duyệt. Ctrl-C để kết thúc.`);
    await new Promise<void>((resolve) => {
      if (io.signal.aborted) resolve();
      io.signal.addEventListener('abort', () => resolve());
    });
  } finally {
    await web.close();
  }
}
