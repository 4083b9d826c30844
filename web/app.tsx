/** The routes. The JSON of a page is its /api/v1 answer: both come from the same function here. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { openThrottle } from '../app/accounts/throttle.ts';
import type { Works } from '../app/compose.ts';
import { keptFor } from '../app/kept-for.ts';
import { labelOf } from '../app/labels.ts';
import { newsParts } from '../app/saved-searches/parts.ts';
import { facetPage } from '../app/search/facet-page.ts';
import { search } from '../app/search.ts';
import { searchParts } from '../app/search-parts.ts';
import { status } from '../app/status.ts';
import { codeOf, DiembaoError, messageOf } from '../core/errors.ts';
import { t, told } from '../i18n/text.ts';
import { accountRoutes, tooSoonAnswer } from './accounts/routes.tsx';
import { admit, guardForms, isSecure } from './admit.tsx';
import { apiRoutes, guardApi } from './api/handlers.tsx';
import { articleRoutes } from './article/routes.tsx';
import { boardRoutes, mayOpenBoard } from './board.ts';
import { conferenceRoutes } from './conferences/routes.tsx';
import { noticeEmpty } from './empty-archive.tsx';
import { exportHandler } from './export.ts';
import { guard } from './guard.ts';
import { languages } from './language.ts';
import { localityRoutes } from './localities/routes.tsx';
import { metricsHandler } from './metrics.ts';
import { officialRoutes } from './officials/routes.tsx';
import { FacetPage } from './pages/facet.tsx';
import { Notice } from './pages/layout.tsx';
import { RefusedQuestion } from './pages/search/refused.tsx';
import { SearchPage } from './pages/search.tsx';
import { StatusPage } from './pages/status.tsx';
import { BASE as REVIEWS } from './press-reviews/form.ts';
import { offeredReviews, pressReviewRoutes } from './press-reviews/routes.tsx';
import { reportRoutes } from './reports.tsx';
import { failure, isApi, notFound, page } from './respond.tsx';
import { savedSearchRoutes } from './saved-searches/routes.tsx';
import { searchAwayAnswer } from './search-away.tsx';
import { FACET_PATH, facetQuestionOf, facetsOf, questionOf } from './search-url.ts';
import { suggestionHandler } from './suggestions.ts';
import { mayBe, mayEdit } from './visitor.ts';

const MAX_URL = 8_000;
const MAX_FORM = 32_768;
/** A whole press review, or a template of 5 MB with its form. */
const MAX_REVIEW_FORM = 6 * 1024 * 1024;

/** Articles that cannot be read again are counted at most so often: it goes through all of them. */
const UNREADABLE_MS = 60_000;
/** Shown one by one on the page of the state. */
const INCIDENTS = 20;

const file = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

function statusOf(code: string): 400 | 404 | 409 | 500 {
  if (code.endsWith('-not-found')) return 404;
  if (code === 'archive-bad-cursor') return 400;
  if (
    /^(?:correction-text-changed|correction-changed|press-review-changed|saved-search-changed|saved-search-name-taken|user-exists|user-last-admin)$/.test(
      code,
    )
  )
    return 409;
  return /^(?:question|correction|press-review|saved-search|template|conference|official|user|token|api)-/.test(
    code,
  )
    ? 400
    : 500;
}

/** What stands above a fault of the reader's. */
function faultTitle(code: string): string {
  if (code.startsWith('question-')) return t('Câu hỏi chưa đúng');
  if (code.startsWith('correction-')) return t('Chưa sửa được');
  return code.endsWith('-not-found') ? t('Không tìm thấy') : t('Chưa làm được');
}

/** What only the server knows of a request. */
export interface Outside {
  /** Whether the other end of the connection is this machine. */
  readonly isLocal?: (context: Context) => boolean;
  /** Whose log-ins are counted together. */
  readonly addressOf?: (context: Context) => string;
  /** 256 random bits as text. */
  readonly secret?: () => string;
}

/** The web face of an installation. */
export function webApp(library: Works, outside: Outside = {}): Hono {
  const { archive, config } = library;
  const app = new Hono();
  const name = (id: string) => library.newspapers.find((paper) => paper.id === id)?.name ?? id;
  const parts = searchParts(library);

  app.use(guard(config.publicUrl));
  app.use(...languages(isSecure(config.publicUrl)));
  const { publicUrl } = config;
  const { isLocal = () => true, addressOf = () => '' } = outside;
  app.use(admit({ archive, clock: library.clock, publicUrl, usualName: config.user, isLocal }));
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (context) =>
        isApi(context)
          ? failure(context, 'too-long', told('Nội dung gửi lên quá dài.'), 413)
          : page(
              context,
              <Notice title={t('Quá dài')} message={t('Nội dung gửi lên quá dài.')} />,
              413,
            ),
    });
  const small = limited(MAX_FORM);
  const large = limited(MAX_REVIEW_FORM);
  const isReview = (path: string) =>
    path.startsWith(`${REVIEWS}/`) || path.startsWith('/api/v1/press-reviews/');
  app.use((context, next) =>
    isReview(context.req.path) ? large(context, next) : small(context, next),
  );
  app.use(async (context, next) => {
    if (context.req.url.length > MAX_URL && isApi(context))
      return failure(context, 'too-long', told('Địa chỉ quá dài.'), 414);
    if (context.req.url.length > MAX_URL)
      return page(
        context,
        <Notice
          title={t('Địa chỉ quá dài')}
          message={t('Câu hỏi dài quá giới hạn; hãy rút ngắn lại.')}
        />,
        414,
      );
    return next();
  });
  app.use(guardForms(publicUrl));
  app.use(noticeEmpty(archive));
  guardApi(app, library);
  apiRoutes(app, library);

  const style = file('style.css');
  const icon = file('icon.svg');
  app.get('/assets/style.css', (context) =>
    context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  const script = file('app.js');
  app.get('/assets/app.js', (context) =>
    context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/assets/icon.svg', (context) =>
    context.body(icon, 200, { 'content-type': 'image/svg+xml' }),
  );
  app.get('/healthz', async (context) => {
    // The archive answers, but nothing is counted for whoever merely looks whether the program lives.
    await archive.articles.list({}, null, 1);
    const articles = mayBe(context, 'reader') ? await archive.articles.count() : null;
    return context.json(articles === null ? { ok: true } : { ok: true, articles });
  });
  accountRoutes(app, {
    archive,
    clock: library.clock,
    log: library.log,
    publicUrl,
    addressOf,
    secret: outside.secret ?? (() => randomBytes(32).toString('base64url')),
    throttle: openThrottle(library.clock),
  });

  /** Pages put reprints together, the API gives each article for itself; `gop` says otherwise. */
  const answer = async (context: Context) => {
    const question = questionOf(new URL(context.req.url), !isApi(context));
    return { question, answer: await search(parts, { ...question, facets: facetsOf(question) }) };
  };
  app.get('/', async (context) => {
    const found = await answer(context);
    return page(
      context,
      <SearchPage
        {...found}
        newspaperName={name}
        empty={context.get('empty')}
        collecting={await collecting(context)}
      />,
    );
  });
  app.get('/api/v1/search', async (context) => context.json((await answer(context)).answer));
  const facet = async (context: Context) => {
    const url = new URL(context.req.url);
    return {
      question: questionOf(url, true),
      page: await facetPage(parts, facetQuestionOf(url)),
    };
  };
  app.get(FACET_PATH, async (context) => page(context, <FacetPage {...(await facet(context))} />));
  app.get('/api/v1/facets', async (context) => context.json((await facet(context)).page));
  app.on('GET', ['/export', '/api/v1/export'], exportHandler(parts, library.log));
  app.get('/api/v1/suggestions', suggestionHandler(library.suggestions));

  app.route(REVIEWS, pressReviewRoutes(library, parts));
  localityRoutes(app, parts, name);
  savedSearchRoutes(app, { ...newsParts(library), label: labelOf(library.newspapers) });
  /** What a page needs to offer its articles for a press review; null where it may not write. */
  const collecting = async (context: Context) =>
    mayEdit(context) ? { reviews: await offeredReviews(library) } : null;

  articleRoutes(app, library, { newspaperName: name, collecting });
  officialRoutes(app, library, name);
  conferenceRoutes(app, library, { newspaperName: name, collecting });

  const unreadable = keptFor(library.clock, UNREADABLE_MS, () => archive.retention.unreadable());
  const statusNow = () => status(library, INCIDENTS, unreadable);
  app.get('/tinh-trang', async (context) =>
    page(
      context,
      <StatusPage
        status={await statusNow()}
        board={library.queue.board !== undefined && mayOpenBoard(context)}
      />,
    ),
  );
  app.get('/api/v1/status', async (context) => context.json(await statusNow()));
  app.route('/', reportRoutes(library));
  app.get('/metrics', metricsHandler(library));
  boardRoutes(app, library);

  app.notFound((context) => notFound(context, told('Không có trang này.')));
  app.onError((error, context) => {
    const soon = tooSoonAnswer(error, context);
    if (soon) return soon;
    const away = searchAwayAnswer(error, context);
    if (away) {
      library.log.warn({ code: codeOf(error) }, messageOf(error));
      return away;
    }
    const known = error instanceof DiembaoError;
    const code = known ? statusOf(error.code) : 500;
    if (code === 500) library.log.error({ error, path: context.req.path }, messageOf(error));
    if (isApi(context))
      return context.json(
        {
          error: {
            code: known ? error.code : 'internal',
            message: code < 500 ? error.message : 'The server failed; its log says why.',
          },
        },
        code,
      );
    if (known && context.req.path === '/' && error.code.startsWith('question-'))
      return page(
        context,
        <RefusedQuestion url={context.req.url} message={error.message} hint={error.hint ?? null} />,
        code,
      );
    // An option of the command line is no advice on a page.
    return page(
      context,
      code < 500 ? (
        <Notice
          title={faultTitle(codeOf(error))}
          message={error.message}
          hint={known && !error.hint?.startsWith('--') ? error.hint : null}
        />
      ) : (
        <Notice
          title={t('Máy chủ gặp lỗi')}
          message={t('Xin thử lại; người quản trị xem nguyên nhân trong nhật ký.')}
        />
      ),
      code,
    );
  });
  return app;
}
