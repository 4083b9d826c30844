/** Sending a list as a file, page and API alike. */
import type { Context } from 'hono';
import { contentDisposition } from '../app/export/file-name.ts';
import {
  LIST_FORMATS,
  type ListFile,
  type ListFormat,
  listFormat,
} from '../app/export/list-file.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { told } from '../i18n/text.ts';
import { fold } from '../vietnamese/index.ts';
import { streamed } from './streamed.ts';

/** Route parameter of the pages: `danh-sach.csv`. */
export const LIST_FILE = ':file{danh-sach\\.[a-z]+}';

/**
 * The format that is asked for: by the file's name on a page, by `format` of the API (csv where left out).
 * @throws DiembaoError `question-bad-format`, `list-not-found`
 */
export function askedFormat(context: Context): ListFormat {
  const file = context.req.param('file');
  const named = file?.slice('danh-sach.'.length) ?? context.req.query('format') ?? 'csv';
  const format = listFormat(named);
  if (format) return format;
  if (file !== undefined)
    throw new DiembaoError('list-not-found', told('Không có tệp {file}', { file }), {
      hint: told('Chọn csv, xlsx hoặc jsonl.'),
    });
  throw new DiembaoError('question-bad-format', `format: ${LIST_FORMATS.join(', ')}`, {
    hint: told('Chọn csv, xlsx hoặc jsonl.'),
  });
}

export function sendList(
  context: Context,
  { fileName, contentType, total, bytes }: ListFile,
  log: Logger,
): Response {
  context.header('Cache-Control', 'no-store');
  context.header('Content-Type', contentType);
  context.header('Content-Disposition', contentDisposition(fileName, fold(fileName)));
  context.header('X-Total-Count', String(total));
  return context.body(streamed(bytes, (error) => log.error({ error, fileName }, messageOf(error))));
}
