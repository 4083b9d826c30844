/** The routes of articles: the page with its findings and corrections, its stored forms, the API. */
import type { Context, Hono } from 'hono';
import { around } from '../../app/article/around.ts';
import { compareArticles } from '../../app/article/compare.ts';
import type { Works } from '../../app/compose.ts';
import { correct, takeBack } from '../../app/correct.ts';
import { codeOf, DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { sentCorrection, WHO } from '../correction-form.ts';
import { ArticlePage } from '../pages/article.tsx';
import type { Collecting } from '../press-reviews/pages.tsx';
import { notFound, page } from '../respond.tsx';
import { actorOf, mayEdit } from '../visitor.ts';
import { FORMER, LATER, RevisionsPage } from './revisions-page.tsx';

const API = '/api/v1/articles';

export interface ArticlePageParts {
  readonly newspaperName: (id: string) => string;
  readonly collecting: (context: Context) => Promise<Collecting>;
}

/** Adds the routes. */
export function articleRoutes(
  app: Hono,
  library: Works,
  { newspaperName, collecting }: ArticlePageParts,
): void {
  const { archive } = library;

  const article = async (id: string) => {
    const stored = await archive.articles.get(id);
    if (!stored) return null;
    const conferences = await archive.conferences.ofArticle(id);
    const reprints = await archive.articles.reprints(id);
    const others = reprints.map((one) => one.article.id);
    return {
      stored,
      original: stored.original ? await archive.articles.get(stored.original) : null,
      reprints,
      pages: { conferences, officials: await archive.officials.ofArticle(id) },
      around: await around(library, stored, conferences.values(), others),
    };
  };
  app.get('/bai/:id', async (context) => {
    const found = await article(context.req.param('id'));
    return found
      ? page(
          context,
          <ArticlePage
            {...found}
            newspaperName={newspaperName}
            editable={mayEdit(context)}
            collecting={await collecting(context)}
          />,
        )
      : notFound(context, told('Không có bài này trong kho.'));
  });
  app.get(`${API}/:id`, async (context) => {
    const found = await article(context.req.param('id'));
    if (!found) return notFound(context, told('Không có bài này trong kho.'));
    const { stored, reprints, pages } = found;
    return context.json({
      ...stored,
      reprints: reprints.map((one) => one.article.id),
      /** One for each of `article.conferences`. */
      conferenceIds: stored.article.conferences.map((_, i) => pages.conferences.get(i) ?? null),
      /** One for each of `article.people`; null for who has no page. */
      officialIds: stored.article.people.map((_, i) => pages.officials.get(i) ?? null),
      around: found.around,
    });
  });

  /** Two of the stored forms; the last two where none is named. */
  const revisions = async (context: Context) => {
    const all = await archive.articles.revisions(context.req.param('id') ?? '');
    const newest = all.at(-1);
    if (!newest) return null;
    const chosen = (name: string, usual: number) => {
      const text = context.req.query(name);
      const wanted = text === undefined || text === '' ? usual : Number(text);
      const found = all.find(({ revision }) => revision === wanted);
      if (found) return found;
      throw new DiembaoError(
        'question-bad-parameter',
        told('Bài này không có bản "{text}".', { text: (text ?? '').slice(0, 20) }),
        {
          hint: told('Chọn một bản trong danh sách.'),
        },
      );
    };
    const later = chosen(LATER, newest.revision);
    const former = chosen(FORMER, Math.max(1, newest.revision - 1));
    return {
      id: newest.article.id,
      headline: newest.article.headline,
      all: all.map(({ revision, createdAt }) => ({ revision, createdAt })),
      former: former.revision,
      later: later.revision,
      parts: compareArticles(former.article, later.article),
    };
  };
  app.get('/bai/:id/cac-ban', async (context) => {
    const found = await revisions(context);
    return found
      ? page(context, <RevisionsPage {...found} />)
      : notFound(context, told('Không có bài này trong kho.'));
  });
  app.get(`${API}/:id/revisions`, async (context) => {
    const found = await revisions(context);
    return found ? context.json(found) : notFound(context, told('Không có bài này trong kho.'));
  });

  /** Back to the article; a form sent twice has nothing left to change. */
  const afterwards = async (context: Context, id: string, work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => {
      if (codeOf(error) !== 'correction-nothing') throw error;
    });
    return context.redirect(`/bai/${encodeURIComponent(id)}#sua-tay`, 303);
  };
  app.post('/bai/:id/sua', async (context) => {
    const id = context.req.param('id');
    const { target, fields, by: typed } = sentCorrection(await context.req.parseBody());
    const by = actorOf(context, typed);
    return afterwards(context, id, () => correct(library, id, target, fields, by));
  });
  app.post('/bai/:id/sua/:number{\\d{1,15}}/rut', async (context) => {
    const { id, number } = context.req.param();
    const by = actorOf(context, (await context.req.parseBody())[WHO]);
    return afterwards(context, id, () => takeBack(library, id, Number(number), by));
  });
}
