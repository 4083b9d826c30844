/** The routes of accounts: log-in and log-out, one's own account, and for admins all accounts and the audit log. */
import type { Context, Hono } from 'hono';
import { isPassword } from '../../app/accounts/password.ts';
import { LogInTooSoon, logIn, logOut, type SessionParts } from '../../app/accounts/sessions.ts';
import { makeToken, revokeToken, scopesNamed } from '../../app/accounts/tokens.ts';
import {
  changePassword,
  changeRole,
  endUser,
  makeUser,
  roleNamed,
  userNamed,
} from '../../app/accounts/users.ts';
import { accountKey } from '../../core/account.ts';
import { codeOf, DiembaoError, messageOf, UsageError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { t, told } from '../../i18n/text.ts';
import { isSecure } from '../admit.tsx';
import { Notice } from '../pages/layout.tsx';
import { page } from '../respond.tsx';
import { clearSession, readSession, writeSession } from '../session-cookie.ts';
import { visitorOf } from '../visitor.ts';
import {
  AUDIT,
  AuditPage,
  LOG_IN,
  LOG_OUT,
  LogInPage,
  OWN,
  OwnPage,
  USERS,
  UsersPage,
} from './pages.tsx';

const A_PAGE = 100;

export interface AccountRouteParts extends SessionParts {
  readonly publicUrl: string | null;
  readonly addressOf: (context: Context) => string;
  readonly log: Logger;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A place of our own, never another host. */
function ownPlace(back: string): string {
  const url = /^\/(?![/\\])/u.test(back) ? URL.parse(back, 'http://own.invalid') : null;
  return url !== null && url.host === 'own.invalid' ? `${url.pathname}${url.search}` : '/';
}

export function accountRoutes(app: Hono, parts: AccountRouteParts): void {
  const { archive, publicUrl, log } = parts;
  const { users, tokens, audit } = archive.accounts;
  const secure = isSecure(publicUrl);
  const form = async (context: Context) => {
    const sent = await context.req.parseBody({ all: true });
    return (name: string) => text([sent[name]].flat()[0]);
  };
  const owner = (context: Context) => {
    const { account, role } = visitorOf(context);
    if (account && role) return { ...account, role };
    throw new DiembaoError(
      'user-not-found',
      told('Chưa có tài khoản nào: diembao users add TÊN --role admin'),
    );
  };

  app.get(LOG_IN, async (context) => {
    const back = ownPlace(context.req.query('den') ?? '/');
    if (visitorOf(context).account) return context.redirect(back, 303);
    return page(context, <LogInPage name="" back={back} fault={null} any={await users.any()} />);
  });
  app.post(LOG_IN, async (context) => {
    const sent = await form(context);
    const [name, back] = [sent('ten'), ownPlace(sent('den') || '/')];
    const address = parts.addressOf(context);
    try {
      const given = { name, password: sent('mat-khau'), address };
      const session = await logIn(parts, given, readSession(context, secure));
      writeSession(context, secure, session.id);
      return context.redirect(back, 303);
    } catch (error) {
      if (!codeOf(error).startsWith('log-in-')) throw error;
      log.warn({ code: codeOf(error), address }, 'web: a log-in failed');
      if (error instanceof LogInTooSoon) context.header('Retry-After', String(error.seconds));
      const fault = messageOf(error);
      return page(
        context,
        <LogInPage name={name} back={back} fault={fault} any={true} />,
        error instanceof LogInTooSoon ? 429 : 403,
      );
    }
  });
  app.post(LOG_OUT, async (context) => {
    const session = readSession(context, secure);
    if (session !== null) await logOut(parts, session);
    clearSession(context, secure);
    return context.redirect(LOG_IN, 303);
  });

  const own = async (context: Context, made: string | null) => {
    const { id, name, role } = owner(context);
    return page(
      context,
      <OwnPage name={name} role={role} tokens={await tokens.list(id)} made={made} />,
    );
  };
  app.get(OWN, (context) => own(context, null));
  app.post(`${OWN}/mat-khau`, async (context) => {
    const { name } = owner(context);
    const sent = await form(context);
    const address = parts.addressOf(context);
    const key = accountKey(name);
    const wait = parts.throttle.wait(key, address);
    if (wait > 0) throw new LogInTooSoon(Math.ceil(wait / 1000));
    parts.throttle.failed(key, address);
    const { passwordHash } = await userNamed(parts, name);
    if (!(await isPassword(passwordHash, sent('cu'))))
      throw new UsageError(
        'user-wrong-password',
        told('Mật khẩu hiện nay không đúng; chưa đổi gì.'),
      );
    parts.throttle.succeeded(key, address);
    await changePassword(parts, name, sent('moi'), name);
    clearSession(context, secure);
    return context.redirect(LOG_IN, 303);
  });
  app.post(`${OWN}/khoa`, async (context) => {
    const { name } = owner(context);
    const sent = await form(context);
    const { quyen } = await context.req.parseBody({ all: true });
    const asked = {
      user: name,
      name: sent('ten'),
      scopes: scopesNamed([quyen ?? []].flat().map(text)),
      days: sent('han') === '' ? null : Number(sent('han')),
    };
    return own(context, (await makeToken(parts, asked, name)).token);
  });
  app.post(`${OWN}/khoa/:id{\\d{1,15}}/thu-hoi`, async (context) => {
    const { id, name } = owner(context);
    await revokeToken(parts, Number(context.req.param('id')), id, name);
    return context.redirect(OWN, 303);
  });

  app.get(USERS, async (context) =>
    page(context, <UsersPage users={await users.list()} tokens={await tokens.list(null)} />),
  );
  const change = (
    path: string,
    work: (sent: (name: string) => string, by: string) => Promise<unknown>,
  ) =>
    app.post(path, async (context) => {
      const { name } = owner(context);
      await work(await form(context), name);
      return context.redirect(USERS, 303);
    });
  change(USERS, (sent, by) =>
    makeUser(
      parts,
      { name: sent('ten'), role: roleNamed(sent('vai-tro')), password: sent('mat-khau') },
      by,
    ),
  );
  change(`${USERS}/vai-tro`, (sent, by) =>
    changeRole(parts, sent('ten'), roleNamed(sent('vai-tro')), by),
  );
  change(`${USERS}/mat-khau`, (sent, by) =>
    changePassword(parts, sent('ten'), sent('mat-khau'), by),
  );
  change(`${USERS}/ket-thuc`, (sent, by) => endUser(parts, sent('ten'), by));
  app.post(`${USERS}/khoa/:id{\\d{1,15}}/thu-hoi`, async (context) => {
    await revokeToken(parts, Number(context.req.param('id')), null, owner(context).name);
    return context.redirect(USERS, 303);
  });

  app.get(AUDIT, async (context) => {
    const { nguoi = '', ve = '', sau } = context.req.query();
    const filter = { ...(nguoi ? { by: nguoi } : {}), ...(ve ? { subject: ve } : {}) };
    const { items, next } = await audit.list(filter, sau ?? null, A_PAGE);
    const more = new URLSearchParams({ nguoi, ve, sau: next ?? '' });
    return page(
      context,
      <AuditPage items={items} next={next && `${AUDIT}?${more}`} by={nguoi} subject={ve} />,
    );
  });
}

/** What is told where one has to wait. */
export function tooSoonAnswer(error: unknown, context: Context) {
  if (!(error instanceof LogInTooSoon)) return null;
  context.header('Retry-After', String(error.seconds));
  return page(context, <Notice title={t('Xin đợi')} message={error.message} />, 429);
}
