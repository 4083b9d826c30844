/** What becomes of each record of a WARC file that is read in: the closed list. Of what pages share, outcomes.ts has the words. */
import { OUTCOMES } from './outcomes.ts';

export const WARC_OUTCOMES = [
  { code: 'stored', en: 'a page, stored', vi: 'trang mới, đã lưu' },
  { code: 'known', en: 'a page that the archive has', vi: 'trang đã có trong kho' },
  { code: 'no-page', en: 'no answer of a web server', vi: 'không phải trang tải về' },
  { code: 'revisit', en: 'only says that a page was unchanged', vi: 'chỉ ghi trang không đổi' },
  { code: 'bad-status', en: 'an answer without a page (status)', vi: 'máy chủ không trả về trang' },
  { code: 'not-html', ...OUTCOMES['not-html'] },
  { code: 'blocked', ...OUTCOMES.blocked },
  { code: 'unknown-newspaper', en: 'of no newspaper that is known', vi: 'không thuộc báo nào' },
  {
    code: 'foreign-host',
    en: 'names a newspaper whose host it is not of',
    vi: 'địa chỉ không thuộc báo được ghi',
  },
  {
    code: 'not-an-article',
    en: 'its address is no article of the newspaper',
    vi: 'địa chỉ không phải bài báo',
  },
  { code: 'bad-record', en: 'its head cannot be read', vi: 'phần đầu bản ghi hỏng' },
  { code: 'bad-length', en: 'its length is wrong', vi: 'sai độ dài' },
  { code: 'bad-digest', en: 'its digest is another', vi: 'sai mã kiểm tra' },
  { code: 'bad-date', en: 'its date is none, or in the future', vi: 'sai thời điểm' },
  { code: 'bad-http', en: 'its HTTP answer cannot be read', vi: 'không đọc được trả lời HTTP' },
  { code: 'broken-encoding', ...OUTCOMES['broken-encoding'] },
  { code: 'broken-gzip', en: 'its gzip member is broken', vi: 'khối gzip hỏng' },
  { code: 'cut-short', ...OUTCOMES['cut-short'] },
  { code: 'too-large', ...OUTCOMES['too-large'] },
] as const satisfies readonly { readonly code: string; readonly en: string; readonly vi: string }[];
export type WarcOutcome = (typeof WARC_OUTCOMES)[number]['code'];

/** Those that mean that the file, not its choice of pages, is at fault. */
export const WARC_FAULTS: ReadonlySet<WarcOutcome> = new Set<WarcOutcome>([
  'bad-record',
  'bad-length',
  'bad-digest',
  'bad-date',
  'bad-http',
  'broken-encoding',
  'broken-gzip',
  'cut-short',
  'too-large',
]);
