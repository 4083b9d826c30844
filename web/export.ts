/** `/export?…`: what a search page shows, whole, as a file; the same at `/api/v1/export`. */
import type { Context, Handler } from 'hono';
import { z } from 'zod';
import { contentDisposition } from '../app/export/file-name.ts';
import { FORMATS } from '../app/export/format.ts';
import { type ExportParts, openExport } from '../app/export/open-export.ts';
import type { Question } from '../app/search-answer.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { speaking } from '../i18n/language.ts';
import { told } from '../i18n/text.ts';
import { fold } from '../vietnamese/index.ts';
import { questionOf, searchUrl } from './search-url.ts';
import { streamed } from './streamed.ts';

/** `source` is no file of articles: it says what the others are. */
const FORMAT_CHOICES = [...FORMATS, 'source'] as const;
const Format = z.enum(FORMAT_CHOICES);

export type ExportFormat = z.infer<typeof Format>;

/** The address of an export of a search page's question. */
export function exportUrl(question: Question, format: ExportFormat): string {
  const query = searchUrl(question).replace(/^\/\??/u, '');
  return `/export?${query}${query === '' ? '' : '&'}format=${format}`;
}

/** @throws DiembaoError `question-…`, before the answer begins */
export function exportHandler(parts: ExportParts, log: Logger): Handler {
  return async (context: Context) => {
    const format = Format.safeParse(context.req.query('format') ?? 'csv');
    if (!format.success)
      throw new DiembaoError('question-bad-format', `format: ${FORMAT_CHOICES.join(', ')}`, {
        hint: told('Chọn csv, xlsx hoặc jsonl.'),
      });
    const question = questionOf(new URL(context.req.url));
    const made = await speaking('vi', () =>
      openExport(parts, question, {
        format: format.data === 'source' ? 'jsonl' : format.data,
      }),
    );
    context.header('Cache-Control', 'no-store');
    if (format.data === 'source') return context.json(made.source);
    const { fileName, contentType, source } = made;
    context.header('Content-Type', contentType);
    context.header('Content-Disposition', contentDisposition(fileName, fold(fileName)));
    context.header('X-Total-Count', String(source.total));
    context.header('Link', `<${exportUrl(question, 'source')}>; rel="describedby"`);
    return context.body(
      streamed(made.bytes, (error) =>
        log.error({ error, written: made.written, total: source.total }, messageOf(error)),
      ),
    );
  };
}
