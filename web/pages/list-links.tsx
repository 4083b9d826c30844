/** Links to a whole list as a file. */
import type { FC } from 'hono/jsx';
import { LIST_FORMATS } from '../../app/export/list-file.ts';
import { t } from '../../i18n/text.ts';

/** @param href of the file of that name */
export const ListLinks: FC<{ href: (file: string) => string }> = ({ href }) => (
  <>
    {t('Tải danh sách:')}{' '}
    {LIST_FORMATS.map((format) => (
      <>
        <a href={href(`danh-sach.${format}`)}>{format.toUpperCase()}</a>{' '}
      </>
    ))}
  </>
);
