/**
 * The closed list of what can become of a URL or a page. Everything that happens to a page ends in one
 * of these; `status`, `parse --json` and the morning report speak in their codes.
 */
import { z } from 'zod';

export const OutcomeCode = z.enum([
  // good ends
  'article',
  'unchanged',
  'not-an-article',
  // what a page was
  'blocked',
  'body-missing',
  'empty-body',
  'layout-unknown',
  'headline-missing',
  'bad-charset',
  'bad-date',
  'future-date',
  'too-large',
  'not-html',
  'parser-failed',
  'parser-exhausted',
  // a stored page that cannot be read again
  'page-forgotten',
  'page-lost',
  // what became of its article
  'index-refused',
  // what fetching it gave
  'broken-encoding',
  'cut-short',
  'redirect-loop',
  'foreign-host',
  'private-address',
  'robots-forbidden',
  'robots-unreachable',
  'rate-limited',
  'gone',
  'client-error',
  'server-error',
  'timeout',
  'unreachable',
  'host-stopped',
  'false-unchanged',
  // discovery
  'bad-feed',
  'discovery-dry',
]);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

export const Outcome = z.strictObject({ code: OutcomeCode, message: z.string() });
export type Outcome = z.infer<typeof Outcome>;

/** What each code means, for the reader of `status`. English, then Vietnamese. */
export const OUTCOMES: Readonly<Record<OutcomeCode, { readonly en: string; readonly vi: string }>> =
  {
    article: { en: 'read as an article', vi: 'đọc được bài' },
    unchanged: { en: 'not changed since the last visit', vi: 'không đổi so với lần trước' },
    'not-an-article': { en: 'a page, but no article', vi: 'không phải bài báo' },
    blocked: { en: 'a block page, challenge or cookie wall', vi: 'bị chặn' },
    'body-missing': { en: 'an article whose text cannot be read', vi: 'không đọc được toàn văn' },
    'empty-body': { en: 'the server sent nothing', vi: 'trang rỗng' },
    'layout-unknown': {
      en: 'no layout of the newspaper fits the page',
      vi: 'bố cục trang chưa biết',
    },
    'headline-missing': { en: 'no headline was found', vi: 'không tìm thấy tiêu đề' },
    'bad-charset': { en: 'the characters could not be decoded', vi: 'sai bảng mã' },
    'bad-date': { en: 'the printed date does not exist', vi: 'ngày tháng không hợp lệ' },
    'future-date': { en: 'dated after it was fetched', vi: 'ngày đăng ở tương lai' },
    'too-large': { en: 'larger than the limit', vi: 'trang quá lớn' },
    'not-html': { en: 'not an HTML page', vi: 'không phải trang HTML' },
    'parser-failed': { en: 'the parser failed on this page', vi: 'bộ đọc bị lỗi ở trang này' },
    'parser-exhausted': {
      en: 'reading it took too much time or memory',
      vi: 'đọc trang quá lâu hoặc tốn quá nhiều bộ nhớ',
    },
    'page-forgotten': {
      en: 'its raw page was forgotten on purpose: it cannot be read again',
      vi: 'trang gốc đã bỏ, không thể đọc lại',
    },
    'page-lost': {
      en: 'the WARC file that holds its raw page is missing or damaged',
      vi: 'tệp WARC chứa trang gốc bị thiếu hoặc hỏng, không thể đọc lại',
    },
    'index-refused': {
      en: 'stored, but refused by the search index',
      vi: 'đã lưu nhưng chỉ mục tìm kiếm không nhận',
    },
    'broken-encoding': { en: 'the compressed body breaks off', vi: 'dữ liệu nén bị hỏng' },
    'cut-short': { en: 'the body breaks off before its end', vi: 'trang tải về bị cắt ngang' },
    'redirect-loop': { en: 'redirects without end', vi: 'chuyển hướng vòng' },
    'foreign-host': {
      en: "leads to a host that is not the newspaper's",
      vi: 'dẫn sang máy chủ khác',
    },
    'private-address': { en: 'resolves to a private address', vi: 'địa chỉ nội bộ' },
    'robots-forbidden': { en: 'robots.txt does not allow it', vi: 'robots.txt không cho phép' },
    'robots-unreachable': { en: 'robots.txt could not be read', vi: 'không đọc được robots.txt' },
    'rate-limited': { en: 'the server asks to come back later', vi: 'máy chủ yêu cầu chờ' },
    gone: { en: 'no longer there (404, 410)', vi: 'trang không còn' },
    'client-error': { en: 'refused with another 4xx status', vi: 'bị từ chối (4xx)' },
    'server-error': { en: 'the server failed (5xx)', vi: 'máy chủ lỗi (5xx)' },
    timeout: { en: 'no answer in time', vi: 'quá thời gian chờ' },
    unreachable: { en: 'no connection', vi: 'không kết nối được' },
    'host-stopped': {
      en: 'the server failed again and again and is left alone for a while',
      vi: 'máy chủ lỗi liên tiếp, tạm ngừng hỏi',
    },
    'false-unchanged': {
      en: 'the server says "not changed" of what has changed',
      vi: 'máy chủ báo không đổi dù đã đổi',
    },
    'bad-feed': { en: 'the feed or sitemap could not be read', vi: 'nguồn tin hỏng' },
    'discovery-dry': { en: 'no source listed an article', vi: 'không nguồn nào có bài' },
  };
