/** The morning reports as pages and as JSON. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Works } from '../app/compose.ts';
import { readReport } from '../app/night/read-report.ts';
import { told } from '../i18n/text.ts';
import { NoReports, ReportPage } from './pages/report.tsx';
import { notFound, page } from './respond.tsx';

const LISTED = 60;
const DAY = /^\d{4}-\d\d-\d\d$/;
const none = () => told('Chưa có báo cáo của đêm ấy.');

/** `/bao-cao?dem=DAY`, `/api/v1/reports` (days, the newest first), `/api/v1/reports/DAY`. */
export function reportRoutes(library: Works): Hono {
  const app = new Hono();
  const days = async () => (await library.archive.nights.reports(LISTED)).map(({ day }) => day);
  const read = (day: string | null) =>
    day !== null && !DAY.test(day) ? Promise.resolve(null) : readReport(library, day);
  const name = (id: string) => library.newspapers.find((paper) => paper.id === id)?.name ?? id;

  app.get('/bao-cao', async (context: Context) => {
    const asked = context.req.query('dem') ?? null;
    const found = await read(asked);
    if (!found && asked === null) return page(context, <NoReports />);
    return found
      ? page(context, <ReportPage {...found} days={await days()} newspaperName={name} />)
      : notFound(context, none());
  });
  app.get('/api/v1/reports', async (context) => context.json({ days: await days() }));
  app.get('/api/v1/reports/:day', async (context) => {
    const found = await read(context.req.param('day'));
    return found ? context.json(found.report) : notFound(context, none());
  });
  return app;
}
