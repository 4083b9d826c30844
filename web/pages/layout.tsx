/** The frame of every page. */
import { type FC, type PropsWithChildren, useContext } from 'hono/jsx';
import { type Language, language } from '../../i18n/language.ts';
import { msg, t } from '../../i18n/text.ts';
import { EmptyNote } from '../empty-archive.tsx';
import { LanguageLinks } from '../language.ts';
import { VisitorContext } from '../visitor.ts';

export type Tab =
  | 'search'
  | 'conferences'
  | 'officials'
  | 'localities'
  | 'reviews'
  | 'saved'
  | 'status'
  | 'admin'
  | null;

const ADMIN = { id: 'admin', href: '/quan-tri/tai-khoan', label: msg('Quản trị') } as const;

const TABS = [
  { id: 'search', href: '/', label: msg('Tìm bài') },
  { id: 'conferences', href: '/hoi-nghi', label: msg('Hội nghị##many') },
  { id: 'officials', href: '/can-bo', label: msg('Cán bộ') },
  { id: 'localities', href: '/dia-phuong', label: msg('Địa phương') },
  { id: 'reviews', href: '/diem-bao', label: msg('Điểm báo') },
  { id: 'saved', href: '/tim-da-luu', label: msg('Tìm kiếm đã lưu') },
  { id: 'status', href: '/tinh-trang', label: msg('Tình trạng') },
] as const;

const Navigation: FC<{ tab: Tab }> = ({ tab }) => {
  const visitor = useContext(VisitorContext);
  if (visitor?.role === null) return null;
  return (
    <>
      <nav aria-label={t('Các trang chính')}>
        {[...TABS, ...(visitor?.account && visitor.role === 'admin' ? [ADMIN] : [])].map(
          ({ id, href, label }) => (
            <a href={href} aria-current={id === tab ? 'page' : undefined}>
              {t(label)}
            </a>
          ),
        )}
      </nav>
      {visitor?.account ? (
        <form method="post" action="/dang-xuat" class="account">
          <a href="/tai-khoan">{visitor.account.name}</a>{' '}
          <button type="submit">{t('Đăng xuất')}</button>
        </form>
      ) : null}
    </>
  );
};

/** A language calls itself by its own name. */
const OTHERS = {
  vi: { other: 'en', name: 'English' },
  en: { other: 'vi', name: 'Tiếng Việt' },
} as const satisfies Record<Language, { other: Language; name: string }>;

const OtherLanguage: FC = () => {
  const { other, name } = OTHERS[language()];
  return (
    <a class="language" href={useContext(LanguageLinks)(other)} lang={other} hreflang={other}>
      {name}
    </a>
  );
};

const Insecure: FC = () =>
  useContext(VisitorContext)?.insecure ? (
    <p class="note" role="alert">
      {t(
        'Trang này không đi qua https: ai ở giữa đường cũng đọc được mật khẩu và nội dung. Người quản trị: đặt DIEMBAO_PUBLIC_URL là địa chỉ https.',
      )}
    </p>
  ) : null;

export const Layout: FC<PropsWithChildren<{ title: string | null; tab: Tab }>> = ({
  title,
  tab,
  children,
}) => (
  <html lang={language()}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === null ? 'Điểm Báo' : `${title} - Điểm Báo`}</title>
      <link rel="stylesheet" href="/assets/style.css" />
      <script src="/assets/app.js" defer />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#noi-dung">
        {t('Đến nội dung')}
      </a>
      <header class="top">
        <a class="brand" href="/" lang="vi">
          Điểm Báo
        </a>
        <Navigation tab={tab} />
        <OtherLanguage />
      </header>
      <Insecure />
      <main id="noi-dung">
        {tab === 'search' || tab === 'admin' || tab === null ? null : <EmptyNote />}
        {children}
      </main>
      <footer>{t('Bài viết thuộc về các báo; Điểm Báo chỉ lập chỉ mục và dẫn về bản gốc.')}</footer>
    </body>
  </html>
);

/** A clear end for everything that cannot be shown. */
export const Notice: FC<{ title: string; message: string; hint?: string | null }> = ({
  title,
  message,
  hint,
}) => (
  <Layout title={title} tab={null}>
    <h1>{title}</h1>
    <p>{message}</p>
    {hint ? <p>{hint}</p> : null}
    <p>
      <a href="/">{t('Về trang tìm bài')}</a>
    </p>
  </Layout>
);
