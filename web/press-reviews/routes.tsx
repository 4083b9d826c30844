/** The routes of press reviews. */
import { type Context, Hono } from 'hono';
import type { Library } from '../../app/compose.ts';
import { printReview } from '../../app/press-review/forms.ts';
import { gatherDailies } from '../../app/press-review/gather.ts';
import {
  addArticles,
  again,
  createReview,
  type OpenedReview,
  openReview,
  removeReview,
  reviewOf,
  saveReview,
  statesOf,
} from '../../app/press-review/reviews.ts';
import { articlesOfConference, articlesOfSearch } from '../../app/press-review/sources.ts';
import type { SearchParts } from '../../app/search.ts';
import { vietnamTime } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { allItems } from '../../press-review/edit.ts';
import { type Fields, fieldsOf, isChangedBetween, merge } from '../../press-review/fields.ts';
import { PressReview } from '../../press-review/review.ts';
import { lastPeriods } from '../../press-review/words.ts';
import { page } from '../respond.tsx';
import { questionOf } from '../search-url.ts';
import { actorOf, mayEdit } from '../visitor.ts';
import {
  ACTION,
  ARTICLE,
  BASE,
  CONFERENCE,
  GATHER,
  NEW,
  PERIOD,
  pressed,
  SEARCH,
  TARGET,
  textsOf,
  VERSION,
  WHO,
} from './form.ts';
import { ReviewPage, ReviewsPage } from './pages.tsx';
import { download, isReviewForm, sendReview } from './send.ts';

const A_PAGE = 50;
/** So many of the newest are offered where articles are put into one. */
const OFFERED = 5;

type Parts = Pick<Library, 'archive' | 'clock' | 'newspapers'>;

/** Those that articles may be put into, last saved first. */
export async function offeredReviews({ archive }: Parts): Promise<readonly OpenedReview[]> {
  return (await archive.pressReviews.list(null, OFFERED)).items.map(reviewOf);
}

export function pressReviewRoutes(parts: Parts, searching: SearchParts): Hono {
  const { archive, clock } = parts;
  const app = new Hono();
  const today = () => vietnamTime(clock.now()).slice(0, 10);

  app.get('/', async (context) => {
    const slice = await archive.pressReviews.list(context.req.query('sau') ?? null, A_PAGE);
    const next = slice.next ? `${BASE}?sau=${encodeURIComponent(slice.next)}` : null;
    return page(
      context,
      <ReviewsPage
        items={slice.items.map(reviewOf)}
        next={next}
        now={clock.now()}
        editable={mayEdit(context)}
      />,
    );
  });
  app.post('/', async (context) => {
    const sent = textsOf(await context.req.parseBody());
    const whole = Object.entries(lastPeriods(today())).find(([name]) => name === sent[PERIOD])?.[1];
    const form = whole ? 'periodic' : (PressReview.shape.form.safeParse(sent.loai).data ?? 'daily');
    const typed = { from: sent.tu ?? today(), to: sent.den ?? today() };
    const days = { ...(whole ?? typed), issuedOn: today() };
    const { id } = await createReview(parts, form, days, actorOf(context, sent[WHO]));
    return context.redirect(`${BASE}/${id}`, 303);
  });

  app.post('/them', async (context) => {
    const sent = textsOf(await context.req.parseBody());
    const by = actorOf(context, sent[WHO]);
    const ids = async () => {
      if (sent[ARTICLE]) return [sent[ARTICLE]];
      if (sent[CONFERENCE]) return articlesOfConference(parts, sent[CONFERENCE]);
      const url = URL.parse(sent[SEARCH] ?? '', 'http://localhost/');
      if (!url) throw new UsageError('press-review-wrong', told('Biểu mẫu gửi lên không đúng.'));
      return articlesOfSearch(searching, questionOf(url));
    };
    const articles = await ids();
    const [review = '', section = '0'] = (sent[TARGET] ?? '').split(':');
    const days = { from: today(), to: today(), issuedOn: today() };
    const target = review === NEW ? (await createReview(parts, 'daily', days, by)).id : review;
    await addArticles(parts, target, Number(section), articles, by);
    const [first] = articles;
    const anchor = articles.length === 1 && first ? `#bai-${first}` : '';
    return context.redirect(`${BASE}/${target}${anchor}`, 303);
  });

  app.get('/mau', async (context) => {
    const { defaultTemplate } = await import('../../press-review/docx/template.ts');
    return download(context, {
      bytes: await defaultTemplate(),
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      fileName: 'Mẫu điểm báo.docx',
    });
  });

  app.get('/:id', async (context) => {
    const opened = await openReview(parts, context.req.param('id'));
    return page(
      context,
      <ReviewPage
        opened={opened}
        states={await statesOf(parts, opened.review)}
        editable={mayEdit(context)}
      />,
    );
  });
  app.post('/:id', async (context) => {
    const sent = textsOf(await context.req.parseBody());
    return again(() => edited(context, context.req.param('id'), sent));
  });
  /** Keeps what a form changed, and does what was pressed. */
  const edited = async (context: Context, id: string, sent: Fields): Promise<Response> => {
    const now = await openReview(parts, id);
    const seen = Number(sent[VERSION]);
    const versions = await archive.pressReviews.versions(id);
    const base = versions.find((one) => one.version === seen);
    if (!base) throw new UsageError('press-review-wrong', told('Biểu mẫu gửi lên không đúng.'));
    const shown = reviewOf(base).review;
    const { review, conflicts, back } = merge(shown, now.review, sent);
    if (conflicts.length > 0)
      return page(
        context,
        <ReviewPage
          opened={now}
          fields={fieldsOf(review)}
          conflicts={conflicts}
          states={await statesOf(parts, now.review)}
          editable={mayEdit(context)}
        />,
        409,
      );
    const action = sent[ACTION] ?? '';
    const out = /^bo:(.+)$/.exec(action)?.[1];
    const kept = allItems(now.review).filter(
      (one) => one.id === out && isChangedBetween(shown, now.review, one.id),
    );
    const changed = kept.length > 0 ? review : pressed(review, action, sent);
    const saved = await saveReview(parts, now, changed, actorOf(context, sent[WHO]));
    if (back.length + kept.length > 0)
      return page(
        context,
        <ReviewPage
          opened={saved}
          states={await statesOf(parts, saved.review)}
          kept={[
            ...back.map(({ headline }) => ({ headline, by: now.savedBy, was: 'out' as const })),
            ...kept.map(({ headline }) => ({ headline, by: now.savedBy, was: 'changed' as const })),
          ]}
          editable={mayEdit(context)}
        />,
      );
    if (action === GATHER) await gatherDailies(parts, id, actorOf(context, sent[WHO]));
    const at = /^(?:len|xuong):(.+)$/.exec(action)?.[1];
    return context.redirect(`${BASE}/${id}${at ? `#bai-${encodeURIComponent(at)}` : ''}`, 303);
  };
  app.post('/:id/xoa', async (context) => {
    const sent = textsOf(await context.req.parseBody());
    await removeReview(parts, context.req.param('id'), actorOf(context, sent[WHO]));
    return context.redirect(BASE, 303);
  });

  app.get('/:id/tai/:form', async (context) => {
    const { id, form } = context.req.param();
    return isReviewForm(form) ? sendReview(context, parts, id, form) : context.notFound();
  });
  app.post('/:id/tai/mau', async (context) => {
    const { review } = await openReview(parts, context.req.param('id'));
    const file = (await context.req.parseBody()).mau;
    const template = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
    if (!template) throw new UsageError('template-not-docx', told('Chưa chọn tệp mẫu.'));
    return download(context, await printReview(review, 'docx', { now: clock.now(), template }));
  });
  return app;
}
