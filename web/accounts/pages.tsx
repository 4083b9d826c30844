/** Log-in, one's own account, all accounts, the audit log. */
import type { FC } from 'hono/jsx';
import { SHORTEST_PASSWORD } from '../../app/accounts/password.ts';
import type { AuditEntry, StoredToken, StoredUser } from '../../archive/accounts-port.ts';
import { holds, ROLES, type Role, SCOPE_NEEDS, SCOPES } from '../../core/account.ts';
import { Layout } from '../pages/layout.tsx';
import { printedUtc } from '../text.tsx';
import { ACTION_NAMES, ROLE_NAMES, SCOPE_NAMES, WORDS } from './words.ts';

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
  <Layout title={`${WORDS.logIn.title} - Điểm Báo`} tab={null}>
    <h1>{WORDS.logIn.title}</h1>
    {fault ? (
      <p class="note" role="alert">
        {fault}
      </p>
    ) : null}
    {any ? (
      <form method="post" action={LOG_IN} class="filters">
        <input type="hidden" name="den" value={back} />
        <label>
          {WORDS.logIn.name}{' '}
          <input name="ten" value={name} required maxlength={80} autocomplete="username" />
        </label>
        <label>
          {WORDS.logIn.password}{' '}
          <input type="password" name="mat-khau" required autocomplete="current-password" />
        </label>
        <button type="submit">{WORDS.logIn.submit}</button>
      </form>
    ) : (
      <p>{WORDS.logIn.none}</p>
    )}
  </Layout>
);

const when = (at: string | null, otherwise: string) => (at === null ? otherwise : printedUtc(at));

const Tokens: FC<{ tokens: readonly StoredToken[]; owner: boolean; action: string }> = ({
  tokens,
  owner,
  action,
}) => {
  const words = WORDS.tokens;
  return tokens.length === 0 ? (
    <p>{WORDS.own.none}</p>
  ) : (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {owner ? <th scope="col">{words.owner}</th> : null}
            <th scope="col">{words.name}</th>
            <th scope="col">{words.scopes}</th>
            <th scope="col">{words.made}</th>
            <th scope="col">{words.expires}</th>
            <th scope="col">{words.used}</th>
            <th scope="col">{words.revoke}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr>
              {owner ? <td>{token.user}</td> : null}
              <td>
                #{token.id} {token.name}
              </td>
              <td>{token.scopes.map((scope) => SCOPE_NAMES[scope]).join(', ')}</td>
              <td>{printedUtc(token.createdAt)}</td>
              <td>{when(token.expiresAt, words.forever)}</td>
              <td>{when(token.usedAt, words.never)}</td>
              <td>
                {token.revokedAt ? (
                  `${words.revoked} ${printedUtc(token.revokedAt)}`
                ) : (
                  <form method="post" action={`${action}/${token.id}/thu-hoi`}>
                    <button type="submit">{words.revoke}</button>
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
  const words = WORDS.own;
  return (
    <Layout title={`${words.title} - Điểm Báo`} tab={null}>
      <h1>{words.title}</h1>
      <p>
        <strong>{name}</strong>. {words.role}: {ROLE_NAMES[role]}.
      </p>
      {made ? (
        <p class="note" role="status">
          {words.once} <code class="token">{made}</code>
        </p>
      ) : null}
      <h2>{words.passwordTitle}</h2>
      <form method="post" action={`${OWN}/mat-khau`} class="filters">
        <label>
          {words.old} <input type="password" name="cu" required autocomplete="current-password" />
        </label>
        <label>
          {words.fresh}{' '}
          <input
            type="password"
            name="moi"
            required
            minlength={SHORTEST_PASSWORD}
            autocomplete="new-password"
          />
        </label>
        <button type="submit">{words.change}</button>
      </form>
      <p>{words.changed}</p>
      <h2>{words.tokensTitle}</h2>
      <Tokens tokens={tokens} owner={false} action={`${OWN}/khoa`} />
      <form method="post" action={`${OWN}/khoa`} class="filters">
        <label>
          {words.tokenName} <input name="ten" required maxlength={80} />
        </label>
        <fieldset>
          <legend>{words.scopes}</legend>
          {SCOPES.filter((scope) => holds(role, SCOPE_NEEDS[scope])).map((scope) => (
            <label>
              <input type="checkbox" name="quyen" value={scope} checked={scope === 'read'} />{' '}
              {SCOPE_NAMES[scope]}
            </label>
          ))}
        </fieldset>
        <label>
          {words.days} <input name="han" type="number" min={1} max={3650} />
        </label>
        <button type="submit">{words.make}</button>
      </form>
    </Layout>
  );
};

const Roles: FC<{ chosen: Role }> = ({ chosen }) => (
  <label>
    {WORDS.users.role}{' '}
    <select name="vai-tro">
      {ROLES.map((role) => (
        <option value={role} selected={role === chosen}>
          {ROLE_NAMES[role]}
        </option>
      ))}
    </select>
  </label>
);

export const UsersPage: FC<{
  users: readonly StoredUser[];
  tokens: readonly StoredToken[];
}> = ({ users, tokens }) => {
  const words = WORDS.users;
  const Name: FC<{ name: string }> = ({ name }) => <input type="hidden" name="ten" value={name} />;
  return (
    <Layout title={`${words.title} - Điểm Báo`} tab="admin">
      <h1>{words.title}</h1>
      <p>
        <a href={AUDIT}>{WORDS.audit.title}</a>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {users.map(({ name, role, createdAt, endedAt }) => (
              <tr>
                <td>{name}</td>
                <td>{ROLE_NAMES[role]}</td>
                <td>{printedUtc(createdAt)}</td>
                <td>
                  {endedAt ? (
                    `${words.ended} ${printedUtc(endedAt)}`
                  ) : (
                    <details>
                      <summary>
                        {words.live}; {words.manage}
                      </summary>
                      <form method="post" action={`${USERS}/vai-tro`}>
                        <Name name={name} />
                        <Roles chosen={role} /> <button type="submit">{words.changeRole}</button>
                      </form>
                      <form method="post" action={`${USERS}/mat-khau`}>
                        <Name name={name} />
                        <label>
                          {words.password}{' '}
                          <input
                            type="password"
                            name="mat-khau"
                            required
                            minlength={SHORTEST_PASSWORD}
                            autocomplete="new-password"
                          />
                        </label>{' '}
                        <button type="submit">{words.setPassword}</button>
                      </form>
                      <form method="post" action={`${USERS}/ket-thuc`}>
                        <Name name={name} />
                        <button type="submit">{words.end}</button>
                      </form>
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{words.addTitle}</h2>
      <form method="post" action={USERS} class="filters">
        <label>
          {words.name} <input name="ten" required maxlength={80} autocomplete="off" />
        </label>
        <Roles chosen="reader" />
        <label>
          {words.password}{' '}
          <input
            type="password"
            name="mat-khau"
            required
            minlength={SHORTEST_PASSWORD}
            autocomplete="new-password"
          />
        </label>
        <button type="submit">{words.add}</button>
      </form>
      <h2>{words.tokens}</h2>
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
  const words = WORDS.audit;
  return (
    <Layout title={`${words.title} - Điểm Báo`} tab="admin">
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <form method="get" action={AUDIT} class="filters">
        <label>
          {words.by} <input name="nguoi" value={by} maxlength={80} />
        </label>
        <label>
          {words.subject} <input name="ve" value={subject} maxlength={200} />
        </label>
        <button type="submit">{words.show}</button>
      </form>
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.by}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.subject}</th>
                <th scope="col">{words.detail}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => {
                const url = subjectUrl(entry);
                return (
                  <tr>
                    <td>{printedUtc(entry.at)}</td>
                    <td>{entry.by}</td>
                    <td>{ACTION_NAMES[entry.action]}</td>
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
          <a href={next}>{words.older}</a>
        </p>
      ) : null}
    </Layout>
  );
};
