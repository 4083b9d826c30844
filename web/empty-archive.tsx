/** Whether anything is in the archive yet, and what a page says where nothing is. */
import type { MiddlewareHandler } from 'hono';
import { createContext, type FC, useContext } from 'hono/jsx';
import type { Archive } from '../archive/port.ts';
import { rich, t } from '../i18n/text.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Nothing has been archived at all yet. */
    empty: boolean;
  }
}

export const EmptyArchive = createContext(false);

/** What has been archived stays: once there is an article nobody asks again. */
export function noticeEmpty({ articles }: Pick<Archive, 'articles'>): MiddlewareHandler {
  let filled = false;
  return async (context, next) => {
    filled ||= (await articles.count()) > 0;
    context.set('empty', !filled);
    return next();
  };
}

/** On every page but the first one, which says it at length. */
export const EmptyNote: FC = () =>
  useContext(EmptyArchive) ? (
    <p class="note">
      {rich(
        'Kho chưa có bài nào nên trang này còn trống. Xem thử với ba tờ báo mẫu: chạy {command}; muốn lấy báo thật: {start}.',
        {
          command: <code>npm run demo</code>,
          start: <a href="/">{t('cách bắt đầu')}</a>,
        },
      )}
    </p>
  ) : null;
