/** A question that cannot be answered as it stands: what is wrong, and the box with what was typed. */
import type { FC } from 'hono/jsx';
import { checkFilters } from '../../../app/search/bounds.ts';
import type { Question } from '../../../app/search-answer.ts';
import { DiembaoError } from '../../../core/errors.ts';
import { t } from '../../../i18n/text.ts';
import { questionOf } from '../../search-url.ts';
import { Layout } from '../layout.tsx';
import { SearchForm } from './form.tsx';

/** What a URL asks, to be asked again without what is wrong: its days, else all that is chosen beside the text. */
function askedAgain(url: URL): Question {
  const withoutDays = new URL(url);
  for (const name of ['tu', 'den']) withoutDays.searchParams.delete(name);
  for (const one of [url, withoutDays])
    try {
      const question = questionOf(one, true);
      checkFilters(question.filters ?? {});
      return question;
    } catch (error) {
      // The reader is told of it already.
      if (!(error instanceof DiembaoError)) throw error;
    }
  return { text: url.searchParams.get('q') ?? '' };
}

export const RefusedQuestion: FC<{ url: string; message: string; hint: string | null }> = ({
  url,
  message,
  hint,
}) => (
  <Layout title={t('Câu hỏi chưa đúng')} tab="search">
    <SearchForm question={askedAgain(new URL(url))} />
    <div class="note" role="alert">
      <h1>{t('Câu hỏi chưa đúng')}</h1>
      <p>{message}</p>
      {hint ? <p>{hint}</p> : null}
      <p>
        <a href="/">{t('Về trang tìm bài')}</a>
      </p>
    </div>
  </Layout>
);
