/** Log-in, one's own account, all accounts, the audit log. */
import type { FC } from 'hono/jsx';
import { SHORTEST_PASSWORD } from '../../app/accounts/password.ts';
import type { AuditEntry, StoredToken, StoredUser } from '../../archive/accounts-port.ts';
import { holds, ROLES, type Role, SCOPE_NEEDS, SCOPES } from '../../core/account.ts';
import { t } from '../../i18n/text.ts';
import { Layout } from '../pages/layout.tsx';
import { printedUtc } from '../text.tsx';
import { ACTION_NAMES, ROLE_NAMES, SCOPE_NAMES } from './words.ts';

export const LOG_IN = '/dang-nhap';
export const LOG_OUT = '/dang-xuat';
export const OWN = '/tai-khoan';
export const USERS = '/quan-tri/tai-khoan';
export const AUDIT = '/quan-tri/nhat-ky';

export const LogInPage: FC<{
  name: string;
  /** Where to go afterwards. */
  back: string;
  fault: string | null;
  any: boolean;
}> = ({ name, back, fault, any }) => (
  <Layout title={t('Đăng nhập')} tab={null}>
    <h1>{t('Đăng nhập')}</h1>
    {fault ? (
      <p class="note" role="alert">
        {fault}
      </p>
    ) : null}
    {any ? (
      <form method="post" action={LOG_IN} class="filters">
        <input type="hidden" name="den" value={back} />
        <label>
          {t('Tên')}{' '}
          <input name="ten" value={name} required maxlength={80} autocomplete="username" />
        </label>
        <label>
          {t('Mật khẩu')}{' '}
          <input type="password" name="mat-khau" required autocomplete="current-password" />
        </label>
        <button type="submit">{t('Đăng nhập')}</button>
      </form>
    ) : (
      <p>{t('Chưa có tài khoản nào; trên máy này chưa cần đăng nhập.')}</p>
    )}
  </Layout>
);

const when = (at: string | null, otherwise: string) => (at === null ? otherwise : printedUtc(at));

const Tokens: FC<{ tokens: readonly StoredToken[]; owner: boolean; action: string }> = ({
  tokens,
  owner,
  action,
}) => {
  return tokens.length === 0 ? (
    <p>{t('Chưa có khóa nào.')}</p>
  ) : (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {owner ? <th scope="col">{t('Của')}</th> : null}
            <th scope="col">{t('Dùng cho')}</th>
            <th scope="col">{t('Quyền')}</th>
            <th scope="col">{t('Lập lúc')}</th>
            <th scope="col">{t('Hạn')}</th>
            <th scope="col">{t('Dùng lần cuối')}</th>
            <th scope="col">{t('Thu hồi')}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr>
              {owner ? <td>{token.user}</td> : null}
              <td>
                #{token.id} {token.name}
              </td>
              <td>{token.scopes.map((scope) => t(SCOPE_NAMES[scope])).join(', ')}</td>
              <td>{printedUtc(token.createdAt)}</td>
              <td>{when(token.expiresAt, t('không hạn'))}</td>
              <td>{when(token.usedAt, t('chưa'))}</td>
              <td>
                {token.revokedAt ? (
                  `${t('đã thu hồi')} ${printedUtc(token.revokedAt)}`
                ) : (
                  <form method="post" action={`${action}/${token.id}/thu-hoi`}>
                    <button type="submit">{t('Thu hồi')}</button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const OwnPage: FC<{
  name: string;
  role: Role;
  tokens: readonly StoredToken[];
  /** A token that was just made. */
  made: string | null;
}> = ({ name, role, tokens, made }) => {
  return (
    <Layout title={t('Tài khoản của tôi')} tab={null}>
      <h1>{t('Tài khoản của tôi')}</h1>
      <p>
        <strong>{name}</strong>. {t('Vai trò')}: {t(ROLE_NAMES[role])}.
      </p>
      {made ? (
        <p class="note" role="status">
          {t('Khóa mới, chỉ hiện một lần; hãy chép lại ngay:')} <code class="token">{made}</code>
        </p>
      ) : null}
      <h2>{t('Đổi mật khẩu')}</h2>
      <form method="post" action={`${OWN}/mat-khau`} class="filters">
        <label>
          {t('Mật khẩu hiện nay')}{' '}
          <input type="password" name="cu" required autocomplete="current-password" />
        </label>
        <label>
          {t('Mật khẩu mới (ít nhất 10 ký tự)')}{' '}
          <input
            type="password"
            name="moi"
            required
            minlength={SHORTEST_PASSWORD}
            autocomplete="new-password"
          />
        </label>
        <button type="submit">{t('Đổi mật khẩu')}</button>
      </form>
      <p>{t('Mọi phiên đăng nhập của tài khoản kết thúc khi đổi; hãy đăng nhập lại.')}</p>
      <h2>{t('Khóa cho chương trình (API)')}</h2>
      <Tokens tokens={tokens} owner={false} action={`${OWN}/khoa`} />
      <form method="post" action={`${OWN}/khoa`} class="filters">
        <label>
          {t('Dùng cho')} <input name="ten" required maxlength={80} />
        </label>
        <fieldset>
          <legend>{t('Quyền')}</legend>
          {SCOPES.filter((scope) => holds(role, SCOPE_NEEDS[scope])).map((scope) => (
            <label>
              <input type="checkbox" name="quyen" value={scope} checked={scope === 'read'} />{' '}
              {t(SCOPE_NAMES[scope])}
            </label>
          ))}
        </fieldset>
        <label>
          {t('Hạn, số ngày (để trống: không hạn)')}{' '}
          <input name="han" type="number" min={1} max={3650} />
        </label>
        <button type="submit">{t('Lập khóa')}</button>
      </form>
    </Layout>
  );
};

const Roles: FC<{ chosen: Role }> = ({ chosen }) => (
  <label>
    {t('Vai trò')}{' '}
    <select name="vai-tro">
      {ROLES.map((role) => (
        <option value={role} selected={role === chosen}>
          {t(ROLE_NAMES[role])}
        </option>
      ))}
    </select>
  </label>
);

export const UsersPage: FC<{
  users: readonly StoredUser[];
  tokens: readonly StoredToken[];
}> = ({ users, tokens }) => {
  const Name: FC<{ name: string }> = ({ name }) => <input type="hidden" name="ten" value={name} />;
  return (
    <Layout title={t('Tài khoản')} tab="admin">
      <h1>{t('Tài khoản')}</h1>
      <p>
        <a href={AUDIT}>{t('Nhật ký sửa đổi')}</a>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Tên')}</th>
              <th scope="col">{t('Vai trò')}</th>
              <th scope="col">{t('Lập lúc')}</th>
              <th scope="col">{t('Tình trạng')}</th>
            </tr>
          </thead>
          <tbody>
            {users.map(({ name, role, createdAt, endedAt }) => (
              <tr>
                <td>{name}</td>
                <td>{t(ROLE_NAMES[role])}</td>
                <td>{printedUtc(createdAt)}</td>
                <td>
                  {endedAt ? (
                    `${t('đã kết thúc')} ${printedUtc(endedAt)}`
                  ) : (
                    <details>
                      <summary>
                        {t('đang dùng')}; {t('Đổi…')}
                      </summary>
                      <form method="post" action={`${USERS}/vai-tro`}>
                        <Name name={name} />
                        <Roles chosen={role} /> <button type="submit">{t('Đổi vai trò')}</button>
                      </form>
                      <form method="post" action={`${USERS}/mat-khau`}>
                        <Name name={name} />
                        <label>
                          {t('Mật khẩu mới')}{' '}
                          <input
                            type="password"
                            name="mat-khau"
                            required
                            minlength={SHORTEST_PASSWORD}
                            autocomplete="new-password"
                          />
                        </label>{' '}
                        <button type="submit">{t('Đặt mật khẩu')}</button>
                      </form>
                      <form method="post" action={`${USERS}/ket-thuc`}>
                        <Name name={name} />
                        <button type="submit">{t('Kết thúc tài khoản')}</button>
                      </form>
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t('Lập tài khoản')}</h2>
      <form method="post" action={USERS} class="filters">
        <label>
          {t('Tên')} <input name="ten" required maxlength={80} autocomplete="off" />
        </label>
        <Roles chosen="reader" />
        <label>
          {t('Mật khẩu mới')}{' '}
          <input
            type="password"
            name="mat-khau"
            required
            minlength={SHORTEST_PASSWORD}
            autocomplete="new-password"
          />
        </label>
        <button type="submit">{t('Lập tài khoản')}</button>
      </form>
      <h2>{t('Khóa của mọi người')}</h2>
      <Tokens tokens={tokens} owner={true} action={`${USERS}/khoa`} />
    </Layout>
  );
};

/** Where what was changed can be seen; null where it has no page. */
function subjectUrl({ action, subject }: AuditEntry): string | null {
  const id = encodeURIComponent(subject);
  if (action.startsWith('correction-')) return `/bai/${id}#sua-tay`;
  if (action.startsWith('press-review-')) return `/diem-bao/${id}`;
  return /^conference-(?:joined|parted)$/u.test(action) ? `/hoi-nghi/${id}#ghep-tach` : null;
}

export const AuditPage: FC<{
  items: readonly AuditEntry[];
  next: string | null;
  by: string;
  subject: string;
}> = ({ items, next, by, subject }) => {
  return (
    <Layout title={t('Nhật ký sửa đổi')} tab="admin">
      <h1>{t('Nhật ký sửa đổi')}</h1>
      <p>
        {t(
          'Những gì đã sửa bằng tay. Người làm là tên tài khoản; trước khi có tài khoản và trên dòng lệnh là tên tự gõ.',
        )}
      </p>
      <form method="get" action={AUDIT} class="filters">
        <label>
          {t('Người làm')} <input name="nguoi" value={by} maxlength={80} />
        </label>
        <label>
          {t('Về')} <input name="ve" value={subject} maxlength={200} />
        </label>
        <button type="submit">{t('Xem')}</button>
      </form>
      {items.length === 0 ? (
        <p>{t('Chưa có gì.')}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('Lúc')}</th>
                <th scope="col">{t('Người làm')}</th>
                <th scope="col">{t('Việc##done')}</th>
                <th scope="col">{t('Về')}</th>
                <th scope="col">{t('Chi tiết')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => {
                const url = subjectUrl(entry);
                return (
                  <tr>
                    <td>{printedUtc(entry.at)}</td>
                    <td>{entry.by}</td>
                    <td>{t(ACTION_NAMES[entry.action])}</td>
                    <td>{url ? <a href={url}>{entry.subject}</a> : entry.subject}</td>
                    <td>{entry.detail ?? ''}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {next ? (
        <p class="pager">
          <a href={next}>{t('Cũ hơn')}</a>
        </p>
      ) : null}
    </Layout>
  );
};
