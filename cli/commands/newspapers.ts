import { Command } from 'commander';
import { checkNewspaper } from '../../app/check-newspaper.ts';
import { openWorks } from '../../app/compose.ts';
import { mayCrawl } from '../../app/may-crawl.ts';
import { UsageError } from '../../core/errors.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { among, positive } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { table } from '../table.ts';

interface NewspapersOptions extends CommonOptions {
  readonly articles: number;
}

/** `newspapers`: the papers that this installation knows; `newspapers check ID`: one of them as it is today. */
export const newspapersCommand: MakeCommand = (io, exit) =>
  new Command('newspapers')
    .description(
      'các báo đã khai báo; check <mã>: thử khai báo của một báo trên chính trang báo / the newspapers that are defined; check ID: try the rules of one on the living paper',
    )
    .argument('[action]', 'check', among('check'))
    .argument('[id]', 'mã báo / id of the newspaper')
    .option('--articles <n>', 'check: đọc mấy bài / how many articles to read', positive(50), 5)
    .action(
      async (action: 'check' | undefined, id: string | undefined, options: NewspapersOptions) =>
        action === 'check' ? check(io, exit, id, options) : list(io, options),
    );

const VERDICTS = { ok: 'được', warning: 'lưu ý', fault: 'HỎNG' } as const;

async function check(
  io: Io,
  exit: (code: number) => void,
  id: string | undefined,
  options: NewspapersOptions,
): Promise<void> {
  const config = configOf(io, options);
  const works = await openWorks(config);
  try {
    const newspaper = works.newspapers.find((one) => one.id === id);
    if (!newspaper)
      throw new UsageError('unknown-newspaper', `No newspaper has the id "${id ?? ''}".`, {
        hint: '`diembao newspapers` lists them.',
      });
    await mayCrawl(config, newspaper);
    const { families, http, clock, archive } = works;
    const report = await checkNewspaper({
      newspaper,
      families,
      http,
      clock,
      random: Math.random,
      signal: io.signal,
      articles: options.articles,
    });
    const { spec, passed } = report;
    const at = clock.now().toISOString();
    await archive.newspaperChecks.put({ newspaper: newspaper.id, spec, at, passed });
    if (!passed) exit(1);
    if (options.json) return await json(io, report);
    for (const { part, name, verdict, found, advice } of report.findings) {
      await line(io, `${VERDICTS[verdict].padEnd(6)} ${part} ${name}: ${found}`);
      if (advice !== null) await line(io, `       → ${advice}`);
    }
    await line(io, passed ? `${newspaper.name}: đạt.` : `${newspaper.name}: chưa đạt.`);
  } finally {
    await works.close();
  }
}

async function list(io: Io, options: NewspapersOptions): Promise<void> {
  const { newspapers } = await loadNewspapers();
  if (options.json) {
    await json(
      io,
      newspapers.map(({ id, name, origin, province, family, confidence, hash }) => ({
        id,
        name,
        origin,
        province,
        family,
        confidence,
        hash,
      })),
    );
    return;
  }
  await line(
    io,
    table([
      ['MÃ', 'TÊN BÁO', 'ĐỊA CHỈ', 'TỈNH', 'HỌ CMS', 'ĐỘ CHẮC'],
      ...newspapers.map((paper) => [
        paper.id,
        paper.name,
        paper.origin,
        paper.province ?? '-',
        paper.family,
        paper.confidence,
      ]),
    ]),
  );
}
