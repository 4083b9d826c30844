import { Command, InvalidArgumentError, Option } from 'commander';
import { type Library, openLibrary, openWorks, type Works } from '../../app/compose.ts';
import { correct, takeBack } from '../../app/correct.ts';
import { CorrectionFields } from '../../app/correction-fields.ts';
import { wordsAt } from '../../app/words-at.ts';
import type { StoredArticle } from '../../archive/port.ts';
import { ConferenceKind, ConferenceLevel, textAt } from '../../core/article.ts';
import {
  type ChangeKind,
  correctable,
  fieldsOf,
  LISTS,
  type StoredCorrection,
  standings,
} from '../../core/corrections.ts';
import { DiembaoError, UsageError } from '../../core/errors.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';

const KINDS = ['quote', 'date', 'place', 'conference'] as const satisfies readonly ChangeKind[];

interface CorrectOptions extends CommonOptions {
  readonly at?: string;
  readonly paragraph?: number;
  readonly nth?: number;
  readonly by?: string;
  readonly withdraw?: number;
  readonly speaker?: string;
  readonly office?: string[];
  readonly official?: 'yes' | 'no';
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly everywhere?: boolean;
  readonly conferenceKind?: string;
  readonly organiser?: string;
  readonly level?: string;
  readonly status?: string;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new InvalidArgumentError('một số nguyên / a whole number');
  return value;
};

/** `correct ARTICLE [KIND]`: lists what was read and corrected, adds a correction, takes one back. */
export const correctCommand: MakeCommand = (io) =>
  new Command('correct')
    .description(
      'sửa bằng tay những gì đọc được trong một bài: người nói, chức vụ, ngày, nơi, hội nghị / correct by hand what was read in an article; without KIND: list it',
    )
    .argument('<id>', 'mã bài hoặc địa chỉ web của bài / id or URL of the article')
    .argument('[kind]', KINDS.join(', '))
    .option('--at <words>', 'chữ trong bài cần sửa / the words of the article that it is about')
    .option('--paragraph <n>', 'đoạn thứ mấy: -1 tiêu đề, 0 sapo / which paragraph', whole)
    .option('--nth <n>', 'chỗ thứ mấy trong các chỗ trùng / which of several places', whole)
    .option('--by <name>', 'người sửa / who corrects (DIEMBAO_USER)')
    .option('--speaker <name>', 'quote: người nói, "" là không rõ / who speaks, "" for not told')
    .option('--office <titles...>', 'quote: các chức vụ / the offices')
    .addOption(
      new Option(
        '--official <answer>',
        'quote: đang giữ chức vụ công / holds public office',
      ).choices(['yes', 'no']),
    )
    .option('--from <day>', 'date, conference: ngày đầu YYYY-MM-DD / first day')
    .option('--to <day>', 'date, conference: ngày cuối YYYY-MM-DD / last day')
    .option('--place <unit>', 'place, conference: tên hoặc mã đơn vị / name or code of a unit')
    .option('--everywhere', 'place: cả những chỗ khác đang hiểu như thế / wherever it was read so')
    .addOption(
      new Option('--conference-kind <kind>', 'conference: loại / kind').choices(
        ConferenceKind.options,
      ),
    )
    .option('--organiser <body>', 'conference: đơn vị tổ chức, "" là không nêu / who holds it')
    .addOption(
      new Option('--level <level>', 'conference: cấp / level').choices(ConferenceLevel.options),
    )
    .addOption(
      new Option('--status <status>', 'conference: đã tổ chức, dự kiến / held or not yet').choices([
        'held',
        'planned',
      ]),
    )
    .option('--withdraw <id>', 'bỏ lần sửa mang số này / take this correction back', whole)
    .action(async (article: string, kind: string | undefined, options: CorrectOptions) => {
      const chosen = KINDS.find((one) => one === kind);
      if (kind !== undefined && chosen === undefined)
        throw new UsageError('bad-kind', `"${kind}": ${KINDS.join(', ')}`);
      if (chosen !== undefined && options.withdraw !== undefined)
        throw new UsageError('bad-usage', 'Sửa hoặc bỏ sửa / correct or withdraw, not both');
      if (chosen === undefined && options.withdraw === undefined) return list(io, options, article);
      const works = await openWorks(configOf(io, options));
      try {
        const stored = await wanted(works, article);
        const by = options.by ?? works.config.user;
        const done =
          options.withdraw !== undefined
            ? await takeBack(works, stored.article.id, options.withdraw, by)
            : await add(works, stored, chosen ?? 'quote', options, by);
        await works.work();
        await works.queue.idle();
        if (options.json) await json(io, done);
        else
          await line(
            io,
            done.withdrawn ? `Đã bỏ lần sửa ${done.id}.` : `Đã ghi lần sửa ${done.id}.`,
          );
      } finally {
        await works.close();
      }
    });

/** The article of an id or of any URL that leads to it. */
async function wanted(
  { archive }: Pick<Library, 'archive'>,
  article: string,
): Promise<StoredArticle> {
  const stored = (await archive.articles.get(article)) ?? (await archive.articles.byUrl(article));
  if (stored) return stored;
  throw new DiembaoError(
    'unknown-article',
    `"${article}" không có trong kho / is not in the archive`,
  );
}

function add(
  works: Works,
  { article }: StoredArticle,
  kind: ChangeKind,
  options: CorrectOptions,
  by: string | null,
): Promise<StoredCorrection> {
  if (options.at === undefined)
    throw new UsageError('at-missing', 'Chưa rõ sửa chữ nào / say which words', {
      hint: '--at "…"',
    });
  const span = wordsAt(article, kind, options.at, options);
  const fields = CorrectionFields.safeParse({
    speaker: options.speaker,
    offices: options.office?.join('\n'),
    official: options.official,
    from: options.from,
    to: options.to,
    place: options.place,
    everywhere: options.everywhere,
    conferenceKind: options.conferenceKind,
    organiser: options.organiser,
    level: options.level,
    status: options.status,
  });
  if (!fields.success)
    throw new UsageError('correction-bad-field', 'Nội dung sửa quá dài / too long a correction');
  return correct(works, article.id, { kind, span }, fields.data, by);
}

async function list(io: Io, options: CorrectOptions, wantedArticle: string): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    const stored = await wanted(library, wantedArticle);
    if (options.json) return await json(io, stored);
    const { article, corrections } = stored;
    await line(io, `${article.id}  ${article.headline ?? '-'}`);
    for (const kind of KINDS) {
      if (article[LISTS[kind]].length > 0) await line(io, `\n${kind}`);
      for (const [index, spans] of standings(article, kind).entries()) {
        const [span] = spans;
        const at = span ? `${span.paragraph}: "${short(textAt(article, span))}"` : '-';
        await line(io, `  ${at}  ${told(correctable(article, kind, index))}`);
      }
    }
    if (corrections.length > 0) await line(io, '\nĐã sửa bằng tay / corrected by hand');
    for (const one of corrections) {
      const was = one.was ? ` (${told(one.was)})` : '';
      await line(
        io,
        `  ${one.id}  ${one.at}  ${one.by}  ${one.state}  ${one.change.kind} "${short(one.anchor.exact)}": ${told({ ...one.change })}${was}`,
      );
    }
  } finally {
    await library.close();
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const told = (values: Readonly<Record<string, unknown>>) =>
  fieldsOf(values)
    .filter((name) => name !== 'today')
    .map((name) => `${name}=${JSON.stringify(values[name])}`)
    .join(' ');
