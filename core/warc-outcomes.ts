/** What becomes of each record of a WARC file that is read in: the closed list. Of what pages share, outcomes.ts has the words. */
import { OUTCOMES } from './outcomes.ts';

export const WARC_CODES = [
  'stored',
  'known',
  'no-page',
  'revisit',
  'bad-status',
  'not-html',
  'blocked',
  'unknown-newspaper',
  'foreign-host',
  'not-an-article',
  'bad-record',
  'bad-length',
  'bad-digest',
  'bad-date',
  'bad-http',
  'broken-encoding',
  'broken-gzip',
  'cut-short',
  'too-large',
] as const;
export type WarcOutcome = (typeof WARC_CODES)[number];

/** English, then Vietnamese. */
export const WARC_OUTCOMES: Readonly<
  Record<WarcOutcome, { readonly en: string; readonly vi: string }>
> = {
  stored: { en: 'a page, stored', vi: 'trang mới, đã lưu' },
  known: { en: 'a page that the archive has', vi: 'trang đã có trong kho' },
  'no-page': { en: 'no answer of a web server', vi: 'không phải trang tải về' },
  revisit: { en: 'only says that a page was unchanged', vi: 'chỉ ghi trang không đổi' },
  'bad-status': { en: 'an answer without a page (status)', vi: 'máy chủ không trả về trang' },
  'not-html': OUTCOMES['not-html'],
  blocked: OUTCOMES.blocked,
  'unknown-newspaper': { en: 'of no newspaper that is known', vi: 'không thuộc báo nào' },
  'foreign-host': {
    en: 'names a newspaper whose host it is not of',
    vi: 'địa chỉ không thuộc báo được ghi',
  },
  'not-an-article': {
    en: 'its address is no article of the newspaper',
    vi: 'địa chỉ không phải bài báo',
  },
  'bad-record': { en: 'its head cannot be read', vi: 'phần đầu bản ghi hỏng' },
  'bad-length': { en: 'its length is wrong', vi: 'sai độ dài' },
  'bad-digest': { en: 'its digest is another', vi: 'sai mã kiểm tra' },
  'bad-date': { en: 'its date is none, or in the future', vi: 'sai thời điểm' },
  'bad-http': { en: 'its HTTP answer cannot be read', vi: 'không đọc được trả lời HTTP' },
  'broken-encoding': OUTCOMES['broken-encoding'],
  'broken-gzip': { en: 'its gzip member is broken', vi: 'khối gzip hỏng' },
  'cut-short': OUTCOMES['cut-short'],
  'too-large': OUTCOMES['too-large'],
};

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
