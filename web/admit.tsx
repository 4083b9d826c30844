/** Lets in or sends away: by log-in where there are accounts, straight from this machine where there are none. */
import type { Context, MiddlewareHandler } from 'hono';
import { formToken, sessionUser } from '../app/accounts/sessions.ts';
import { tokenUser } from '../app/accounts/tokens.ts';
import type { AccountParts } from '../app/accounts/users.ts';
import { holds, type Role, SCOPE_NEEDS, type Scope } from '../core/account.ts';
import { sha256 } from '../core/ids.ts';
import { msg, t, told } from '../i18n/text.ts';
import { needed } from './access.ts';
import { fromOwnPage, sentToken } from './own-forms.ts';
import { Notice } from './pages/layout.tsx';
import { isApi, page } from './respond.tsx';
import { readSession } from './session-cookie.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export interface AdmitParts extends AccountParts {
  readonly publicUrl: string | null;
  /** Name that stands in forms where names are typed. */
  readonly usualName: string | null;
  /** Whether the other end is this machine itself. */
  readonly isLocal: (context: Context) => boolean;
}

const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** Whether https stands between the readers and us. */
export const isSecure = (publicUrl: string | null) =>
  publicUrl !== null && new URL(publicUrl).protocol === 'https:';

/** Whether somebody passed the request on. */
function wasForwarded(request: Request): boolean {
  for (const [name] of request.headers)
    if (name === 'forwarded' || name === 'via' || name.startsWith('x-forwarded-')) return true;
  return false;
}

const WORDS = {
  'accounts-needed': {
    title: msg('Chưa có tài khoản'),
    message: msg(
      'Khi chưa có tài khoản, Điểm Báo chỉ trả lời ngay trên máy chạy nó, không qua máy chủ trung gian, không có DIEMBAO_PUBLIC_URL.',
    ),
    hint: msg('Người quản trị lập tài khoản: diembao users add TÊN --role admin.'),
  },
  'log-in-needed': {
    title: msg('Chưa đăng nhập'),
    message: msg(
      'Phiên làm việc chưa có hoặc đã hết; chưa ghi gì. Hãy đăng nhập ở một thẻ khác, rồi trở lại trang vừa gửi (nút Quay lại giữ nguyên chữ đã gõ) và gửi lại.',
    ),
    hint: null,
  },
  'token-wrong': {
    title: msg('Khóa không đúng'),
    message: msg('Khóa này không có, đã thu hồi hoặc đã hết hạn.'),
    hint: null,
  },
  'role-missing': {
    title: msg('Không được phép'),
    message: msg('Tài khoản này không được xem hoặc làm việc đó.'),
    hint: msg('Người quản trị có thể đổi vai trò của tài khoản.'),
  },
  'foreign-form': {
    title: msg('Biểu mẫu lạ'),
    message: msg('Biểu mẫu này không gửi từ trang Điểm Báo; chưa ghi gì.'),
    hint: msg('Tải lại trang rồi gửi lại.'),
  },
} as const;
type Refusal = keyof typeof WORDS;

function refuse(context: Context, code: Refusal, status: 401 | 403): Response | Promise<Response> {
  const { title, message: said, hint: advice } = WORDS[code];
  const [message, hint] = [told(said), advice === null ? null : told(advice)];
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="diembao"');
  context.header('Cache-Control', 'no-store');
  return isApi(context) || context.req.path === '/metrics'
    ? context.json({ error: { code, message: hint ? `${message} ${hint}` : message } }, status)
    : page(context, <Notice title={t(title)} message={message} hint={hint} />, status);
}

const NOBODY: Visitor = {
  account: null,
  role: null,
  token: null,
  formToken: null,
  usualName: null,
  insecure: false,
};

/** The role that a token has: its owner's, as far as its scopes go. */
function roleOf(owner: Role, scopes: readonly Scope[]): Role | null {
  const has = (scope: Scope) => scopes.includes(scope) && holds(owner, SCOPE_NEEDS[scope]);
  if (has('edit')) return 'editor';
  return has('read') ? 'reader' : null;
}

async function byToken(parts: AdmitParts, secret: string, path: string): Promise<Visitor | null> {
  const found = await tokenUser(parts, secret);
  if (found === null) return null;
  const { token, user } = found;
  const scopes = token.scopes;
  const metrics = path === '/metrics' && scopes.includes('metrics') && user.role === 'admin';
  return {
    ...NOBODY,
    account: { id: user.id, name: user.name },
    role: metrics ? 'admin' : roleOf(user.role, scopes),
    token: { id: token.id, scopes },
  };
}

/** Tells who asks, and refuses what they may not have. */
export function admit(parts: AdmitParts): MiddlewareHandler {
  const { archive, publicUrl, usualName } = parts;
  const secure = isSecure(publicUrl);

  const enter = async (context: Context, visitor: Visitor): Promise<Response | null> => {
    context.set('visitor', visitor);
    const { method, path, raw } = context.req;
    const needs = needed(method, path);
    if (needs === null || (visitor.role !== null && holds(visitor.role, needs))) return null;
    if (visitor.account !== null) return refuse(context, 'role-missing', 403);
    if (isApi(context) || isWrite(method) || path === '/metrics')
      return refuse(context, 'log-in-needed', 401);
    const { pathname, search } = new URL(raw.url);
    const back =
      pathname === '/' && search === '' ? '' : `?den=${encodeURIComponent(pathname + search)}`;
    context.header('Cache-Control', 'no-store');
    return context.redirect(`/dang-nhap${back}`, 303);
  };

  return async (context, next) => {
    const { raw, path } = context.req;
    if (!(await archive.accounts.users.any())) {
      const open = publicUrl === null && !wasForwarded(raw) && parts.isLocal(context);
      context.set('visitor', { ...NOBODY, role: open ? 'admin' : null, usualName });
      if (!open && path !== '/healthz' && !path.startsWith('/assets/'))
        return refuse(context, 'accounts-needed', 403);
      return next();
    }
    // What accounts may see is nothing for caches on the way.
    if (!path.startsWith('/assets/')) context.header('Cache-Control', 'private, no-store');
    const bearer = /^Bearer +(\S{1,200}) *$/iu.exec(context.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined) {
      const visitor =
        isApi(context) || path === '/metrics' ? await byToken(parts, bearer, path) : null;
      if (visitor === null) {
        context.set('visitor', NOBODY);
        return refuse(context, 'token-wrong', 401);
      }
      return (await enter(context, visitor)) ?? next();
    }
    const session = readSession(context, secure);
    const user = session === null ? null : await sessionUser(parts, session);
    const visitor: Visitor = user
      ? {
          ...NOBODY,
          account: { id: user.id, name: user.name },
          role: user.role,
          formToken: formToken(user),
          insecure: !secure,
        }
      : { ...NOBODY, insecure: !secure };
    return (await enter(context, visitor)) ?? next();
  };
}

/**
 * Refuses (403) what would write and was not sent by our own page; stands behind the limits of size, because it
 * reads the form. Programs with a token have no session that a foreign page could misuse.
 */
export function guardForms(publicUrl: string | null): MiddlewareHandler {
  return async (context, next) => {
    if (!isWrite(context.req.method)) return next();
    const visitor = visitorOf(context);
    if (visitor.token !== null) return next();
    const accounts = visitor.formToken !== null || context.req.path === '/dang-nhap';
    if (!fromOwnPage(context.req.raw, publicUrl, accounts))
      return refuse(context, 'foreign-form', 403);
    // A log-in page may have been open in another tab while this browser logged in; the queue's board is not
    // our page and knows of no token, but its requests say where they come from.
    const { path } = context.req;
    if (visitor.formToken === null || path === '/dang-nhap' || path.startsWith('/hang-doi/'))
      return next();
    const sent = await sentToken(context);
    // Compared as hashes: how long it takes tells nothing of the token.
    if (sent === null || sha256(sent) !== sha256(visitor.formToken))
      return refuse(context, 'foreign-form', 403);
    return next();
  };
}
