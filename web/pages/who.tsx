/** Under whose name a form writes: the account's, else a field to type it in. */
import { type FC, useContext } from 'hono/jsx';
import { t } from '../../i18n/text.ts';
import { VisitorContext } from '../visitor.ts';

/** @param known a name to propose where names are typed */
export const Who: FC<{ name: string; label?: string; known?: string | null }> = ({
  name,
  label = t('Người làm'),
  known = null,
}) => {
  const visitor = useContext(VisitorContext);
  if (visitor?.account)
    return (
      <span>
        {label}: <strong>{visitor.account.name}</strong>
      </span>
    );
  return (
    <label>
      {label}{' '}
      <input
        name={name}
        value={visitor?.usualName ?? known ?? ''}
        required
        maxlength={80}
        autocomplete="name"
      />
    </label>
  );
};
