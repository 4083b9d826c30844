/** The frame of every page. */
import { type FC, type PropsWithChildren, useContext } from 'hono/jsx';
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

const WORDS = {
  logOut: 'Đăng xuất',
  insecure:
    'Trang này không đi qua https: ai ở giữa đường cũng đọc được mật khẩu và nội dung. Người quản trị: đặt DIEMBAO_PUBLIC_URL là địa chỉ https.',
} as const;

const ADMIN = { id: 'admin', href: '/quan-tri/tai-khoan', label: 'Quản trị' } as const;

const TABS = [
  { id: 'search', href: '/', label: 'Tìm bài' },
  { id: 'conferences', href: '/hoi-nghi', label: 'Hội nghị' },
  { id: 'officials', href: '/can-bo', label: 'Cán bộ' },
  { id: 'localities', href: '/dia-phuong', label: 'Địa phương' },
  { id: 'reviews', href: '/diem-bao', label: 'Điểm báo' },
  { id: 'saved', href: '/tim-da-luu', label: 'Tìm kiếm đã lưu' },
  { id: 'status', href: '/tinh-trang', label: 'Tình trạng' },
] as const;

const Navigation: FC<{ tab: Tab }> = ({ tab }) => {
  const visitor = useContext(VisitorContext);
  if (visitor?.role === null) return null;
  return (
    <>
      <nav aria-label="Các trang chính">
        {[...TABS, ...(visitor?.account && visitor.role === 'admin' ? [ADMIN] : [])].map(
          ({ id, href, label }) => (
            <a href={href} aria-current={id === tab ? 'page' : undefined}>
              {label}
            </a>
          ),
        )}
      </nav>
      {visitor?.account ? (
        <form method="post" action="/dang-xuat" class="account">
          <a href="/tai-khoan">{visitor.account.name}</a>{' '}
          <button type="submit">{WORDS.logOut}</button>
        </form>
      ) : null}
    </>
  );
};

const Insecure: FC = () =>
  useContext(VisitorContext)?.insecure ? (
    <p class="note" role="alert">
      {WORDS.insecure}
    </p>
  ) : null;

export const Layout: FC<PropsWithChildren<{ title: string; tab: Tab }>> = ({
  title,
  tab,
  children,
}) => (
  <html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="stylesheet" href="/assets/style.css" />
      <script src="/assets/app.js" defer />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#noi-dung">
        Đến nội dung
      </a>
      <header class="top">
        <a class="brand" href="/">
          Điểm Báo
        </a>
        <Navigation tab={tab} />
      </header>
      <Insecure />
      <main id="noi-dung">{children}</main>
      <footer>Bài viết thuộc về các báo; Điểm Báo chỉ lập chỉ mục và dẫn về bản gốc.</footer>
    </body>
  </html>
);

/** A clear end for everything that cannot be shown. */
export const Notice: FC<{ title: string; message: string; hint?: string | null }> = ({
  title,
  message,
  hint,
}) => (
  <Layout title={`${title} - Điểm Báo`} tab={null}>
    <h1>{title}</h1>
    <p>{message}</p>
    {hint ? <p>{hint}</p> : null}
    <p>
      <a href="/">Về trang tìm bài</a>
    </p>
  </Layout>
);
