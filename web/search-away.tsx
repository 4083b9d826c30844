/** What is told while the search engine is away: every page that needs no search goes on. */
import type { Context } from 'hono';
import { codeOf } from '../core/errors.ts';
import { t } from '../i18n/text.ts';
import { isAway, isOld } from '../indexer/away.ts';
import { Notice } from './pages/layout.tsx';
import { failure, isApi, page } from './respond.tsx';

const RETRY_SECONDS = '60';

interface Words {
  readonly title: string;
  readonly message: string;
  readonly hint: string;
}

function words(code: string): Words {
  if (code === 'index-old')
    return {
      title: t('Chỉ mục tìm kiếm đang được làm lại'),
      message: t('Chương trình vừa lên bản mới; tìm kiếm trở lại khi chỉ mục mới xong.'),
      hint: t(
        'Người quản trị: `diembao serve` tự làm; xem tiến độ trong nhật ký, hoặc chạy `diembao index --rebuild`.',
      ),
    };
  if (code === 'index-missing')
    return {
      title: t('Chưa có chỉ mục tìm kiếm'),
      message: t('Các bài vẫn còn nguyên trong kho.'),
      hint: t('Người quản trị chạy `diembao index`.'),
    };
  return {
    title: t('Máy tìm kiếm không trả lời'),
    message: t(
      'Chưa tìm được lúc này; bài, hội nghị và các trang khác vẫn xem được. Xin thử lại sau ít phút.',
    ),
    hint: t(
      'Người quản trị: khởi động lại Meilisearch, kiểm tra MEILI_URL và khóa; `diembao doctor` cho biết chỗ hỏng.',
    ),
  };
}

/** The answer to an error of the search engine; null for any other. */
export function searchAwayAnswer(error: unknown, context: Context) {
  const code = codeOf(error);
  // A full disk may be the archive's trouble as well.
  if (!(isAway(error) || isOld(error)) || !/^(?:meili|index)-/u.test(code)) return null;
  const { title, message, hint } = words(code);
  context.header('Retry-After', RETRY_SECONDS);
  return isApi(context)
    ? failure(context, code, `${title}. ${message} ${hint}`, 503)
    : page(context, <Notice title={title} message={message} hint={hint} />, 503);
}
