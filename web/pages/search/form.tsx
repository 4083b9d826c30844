/** The box, with what was chosen beside it. */
import type { FC } from 'hono/jsx';
import type { Question } from '../../../app/search-answer.ts';
import { rich, t } from '../../../i18n/text.ts';
import { stateOf } from '../../search-url.ts';

/** What the form has fields for; the rest of the state goes with it unseen. */
const OWN = ['q', 'tu', 'den', 'dau'];

export const Hidden: FC<{ question: Question; without: readonly string[] }> = ({
  question,
  without,
}) => (
  <>
    {stateOf(question)
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);

export const SearchForm: FC<{ question: Question }> = ({ question }) => (
  <search>
    <form class="search" action="/" method="get">
      <label for="q">{t('Tìm trong các báo địa phương')}</label>
      <div class="box">
        <input
          id="q"
          name="q"
          type="search"
          value={question.text}
          placeholder="hội nghị sơ kết giữa nhiệm kỳ"
          autocomplete="off"
          maxlength={500}
        />
        <button type="submit">{t('Tìm')}</button>
      </div>
      <p class="help">
        {rich(
          'Gõ có dấu hay không dấu đều được. {phrase} tìm đúng cụm, {without} loại bỏ, {fields} để lọc.',
          {
            phrase: <code>"…"</code>,
            without: <code lang="vi">-từ</code>,
            fields: (
              <span lang="vi">
                <code>tỉnh:</code> <code>người:</code> <code>từ:</code> <code>đến:</code>
              </span>
            ),
          },
        )}
      </p>
      <Hidden question={question} without={OWN} />
      <details open={Boolean(question.filters?.from || question.filters?.to || question.exactOnly)}>
        <summary>{t('Thêm điều kiện')}</summary>
        <label>
          {t('Từ ngày')} <input type="date" name="tu" value={question.filters?.from ?? ''} />
        </label>
        <label>
          {t('Đến ngày')} <input type="date" name="den" value={question.filters?.to ?? ''} />
        </label>
        <label>
          <input type="checkbox" name="dau" value="1" checked={question.exactOnly ?? false} />{' '}
          {t('Chỉ đúng dấu như đã gõ')}
        </label>
      </details>
    </form>
  </search>
);
