/**
 * Exports whatever a question finds, complete or saying that it is not. Memory does not grow with the number
 * of articles: each is made when its bytes are asked for.
 */
import type { StoredArticle } from '../../archive/port.ts';
import { type Clock, vietnamTime } from '../../core/clock.ts';
import { programVersion } from '../config.ts';
import type { WholeQuestion } from '../search/every-hit.ts';
import type { SearchParts } from '../search.ts';
import { csv } from './csv.ts';
import { exportFileName } from './file-name.ts';
import type { Format, FormatName } from './format.ts';
import { type FoundArticles, type FoundParts, foundArticles } from './found-articles.ts';
import { jsonl } from './jsonl.ts';
import { citation, type ExportSource } from './source.ts';
import { xlsx } from './xlsx.ts';

const WRITERS: Readonly<Record<FormatName, Format>> = { csv, xlsx, jsonl };

export interface ExportParts extends FoundParts, Pick<SearchParts, 'label'> {
  readonly clock: Clock;
}

export interface Export {
  readonly source: ExportSource;
  /** Without a folder; "Điểm Báo - hội nghị sơ kết - 2026-11-25.csv" */
  readonly fileName: string;
  readonly contentType: string;
  /** Read once; made as fast as it is read; left early it lets go of everything. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Articles written so far. */
  readonly written: number;
  /** True once all bytes were given and every announced article is among them. */
  readonly complete: boolean;
}

export interface ExportOptions {
  readonly format: FormatName;
  /** Ends the export with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (written: number, total: number) => void;
}

/** @throws DiembaoError `question-…` where the question is wrong */
export async function openExport(
  parts: ExportParts,
  question: WholeQuestion,
  options: ExportOptions,
): Promise<Export> {
  return exportFound(parts, await foundArticles(parts, question), options);
}

/** The export of articles that were found already. */
export function exportFound(
  parts: Pick<ExportParts, 'clock' | 'label'>,
  { answer, articles }: FoundArticles,
  { format, signal, onProgress }: ExportOptions,
): Export {
  const { understood, total, loosened, sort } = answer;
  const about = {
    program: 'Điểm Báo' as const,
    version: programVersion(),
    question: understood.text,
    units: understood.units,
    filters: understood.filters,
    exactOnly: understood.exactOnly,
    sort,
    loosened,
    total,
    exportedAt: vietnamTime(parts.clock.now()),
  };
  const source: ExportSource = { ...about, citation: citation(about) };
  let written = 0;
  let ended = false;
  async function* counted(): AsyncGenerator<StoredArticle> {
    for await (const stored of articles) {
      signal?.throwIfAborted();
      yield stored;
      written += 1;
      onProgress?.(written, total);
    }
  }
  const missing = () =>
    written === total
      ? null
      : `CHƯA ĐỦ: ${written} trên ${total} bài / INCOMPLETE: ${written} of ${total} articles`;
  const writer = WRITERS[format];
  async function* bytes() {
    yield* writer.write({
      articles: counted(),
      source,
      missing,
      newspaperName: (id) => parts.label?.('newspaper', id) ?? null,
    });
    ended = true;
  }
  return {
    source,
    fileName: exportFileName(source, format),
    contentType: writer.contentType,
    bytes: bytes(),
    get written() {
      return written;
    },
    get complete() {
      return ended && written === total;
    },
  };
}
