/** The API beside the pages: its limits, its document, and what pages do by forms. */
import type { Context, Hono } from 'hono';
import type { Works } from '../../app/compose.ts';
import { correct, takeBack } from '../../app/correct.ts';
import type { CorrectionFields } from '../../app/correction-fields.ts';
import { joinThings, partThing, takeBackAct } from '../../app/identity.ts';
import { partOfficial } from '../../app/officials/part.ts';
import { REVIEW_FORMS } from '../../app/press-review/forms.ts';
import {
  addArticles,
  createReview,
  openReview,
  removeReview,
  reviewOf,
  saveReview,
} from '../../app/press-review/reviews.ts';
import { vietnamDay } from '../../core/clock.ts';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { isReviewForm, sendReview } from '../press-reviews/send.ts';
import { failure, page } from '../respond.tsx';
import { actorOf, visitorOf } from '../visitor.ts';
import {
  AddArticlesBody,
  CorrectionBody,
  JoinBody,
  NewReviewBody,
  PartBody,
  PartOfficialBody,
  SaveReviewBody,
} from './bodies.ts';
import { API, bodyOf, checkAsked } from './check.ts';
import { apiDocument } from './document.ts';
import { ApiPage } from './page.tsx';
import { openRateLimit } from './rate.ts';

const A_SLICE = 50;
const LONGEST_SLICE = 200;

const whole = (text: string): number => {
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new DiembaoError(
    'question-bad-parameter',
    told('"{text}" không phải số', { text: text.slice(0, 20) }),
  );
};

/** Before any route of the API. */
export function guardApi(app: Hono, { clock, config }: Pick<Works, 'clock' | 'config'>): void {
  const wait = openRateLimit(clock, config.apiRate);
  app.use(`${API}/*`, async (context, next) => {
    const { token, account } = visitorOf(context);
    const key = token ? `token ${token.id}` : account ? `user ${account.id}` : null;
    const seconds = key === null ? 0 : wait(key);
    if (seconds === 0) return next();
    context.header('Retry-After', String(seconds));
    return failure(
      context,
      'too-many-requests',
      told('Quá nhiều yêu cầu; xin đợi {n} giây.', { n: seconds }),
      429,
    );
  });
  app.use(`${API}/*`, checkAsked());
}

export function apiRoutes(app: Hono, works: Works): void {
  const { archive, clock, config, newspapers } = works;
  const document = apiDocument(config.version);
  app.get(`${API}/openapi.json`, (context) => context.json(document));
  app.get('/api', (context) => page(context, <ApiPage document={document} />));

  app.get(`${API}/articles`, async (context) => {
    const { bao, tu, den, so, sau } = context.req.query();
    if (bao && !newspapers.some(({ id }) => id === bao))
      throw new DiembaoError('question-bad-parameter', told('bao: không có báo này'));
    const limit = so ? whole(so) : A_SLICE;
    if (limit > LONGEST_SLICE)
      throw new DiembaoError('question-bad-parameter', `so: 1 … ${LONGEST_SLICE}`);
    const filter = {
      ...(bao ? { newspaper: bao } : {}),
      ...(tu ? { from: tu } : {}),
      ...(den ? { to: den } : {}),
    };
    const { items, next } = await archive.articles.list(filter, sau || null, limit);
    return context.json({
      total: await archive.articles.count(filter),
      items: items.map(({ article, revision, original, withdrawnAt }) => ({
        id: article.id,
        newspaper: article.newspaper,
        url: article.url,
        headline: article.headline,
        publishedAt: article.publishedAt,
        publishedPrecision: article.publishedPrecision,
        revision,
        original,
        withdrawnAt,
      })),
      next,
    });
  });

  const id = (context: Context) => context.req.param('id') ?? '';
  const number = (context: Context) => whole(context.req.param('number') ?? '');
  const by = (context: Context, typed?: string) => actorOf(context, typed ?? config.user);

  app.post(`${API}/articles/:id/corrections`, async (context) => {
    const { kind, span, fields, by: who } = await bodyOf(context, CorrectionBody);
    const given: CorrectionFields = fields;
    return context.json(await correct(works, id(context), { kind, span }, given, by(context, who)));
  });
  app.delete(`${API}/articles/:id/corrections/:number`, async (context) =>
    context.json(await takeBack(works, id(context), number(context), by(context))),
  );

  const partsOfficial = async (context: Context) => {
    const { articles, by: who, ...group } = await bodyOf(context, PartOfficialBody);
    const actor = by(context, who);
    return context.json(
      articles
        ? await partThing(works, 'official', id(context), articles, actor)
        : await partOfficial(works, id(context), group, actor),
    );
  };
  for (const [path, thing] of [
    ['conferences', 'conference'],
    ['officials', 'official'],
  ] as const) {
    app.post(`${API}/${path}/:id/join`, async (context) => {
      const { other, by: who } = await bodyOf(context, JoinBody);
      return context.json(await joinThings(works, thing, id(context), other, by(context, who)));
    });
    app.post(`${API}/${path}/:id/part`, async (context) => {
      if (thing === 'official') return partsOfficial(context);
      const { articles, by: who } = await bodyOf(context, PartBody);
      return context.json(await partThing(works, thing, id(context), articles, by(context, who)));
    });
    app.delete(`${API}/${path}/:id/acts/:number`, async (context) =>
      context.json(await takeBackAct(works, thing, number(context), by(context))),
    );
  }

  app.get(`${API}/press-reviews`, async (context) => {
    const { items, next } = await archive.pressReviews.list(
      context.req.query('sau') || null,
      A_SLICE,
    );
    return context.json({ items: items.map(reviewOf), next });
  });
  app.post(`${API}/press-reviews`, async (context) => {
    const { form, from, to, by: who } = await bodyOf(context, NewReviewBody);
    const days = { from, to, issuedOn: vietnamDay(clock.now()) };
    return context.json(await createReview(works, form, days, by(context, who)));
  });
  app.get(`${API}/press-reviews/:id`, async (context) =>
    context.json(await openReview(works, id(context))),
  );
  app.get(`${API}/press-reviews/:id/export`, async (context) => {
    const form = context.req.query('format') ?? '';
    if (!isReviewForm(form))
      throw new DiembaoError('question-bad-parameter', `format: ${REVIEW_FORMS.join(', ')}`);
    return sendReview(context, works, id(context), form);
  });
  app.put(`${API}/press-reviews/:id`, async (context) => {
    const { version, review, by: who } = await bodyOf(context, SaveReviewBody);
    const seen = { id: id(context), version };
    return context.json(await saveReview(works, seen, review, by(context, who)));
  });
  app.post(`${API}/press-reviews/:id/articles`, async (context) => {
    const { section, articles, by: who } = await bodyOf(context, AddArticlesBody);
    return context.json(await addArticles(works, id(context), section, articles, by(context, who)));
  });
  app.delete(`${API}/press-reviews/:id`, async (context) => {
    await removeReview(works, id(context), by(context));
    return context.json({ done: true });
  });
}
