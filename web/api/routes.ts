/**
 * Every route of the API: what it takes, what it answers. The OpenAPI document is made from this table, what is
 * asked is checked by it (check.ts), and a test holds the program's routes and their answers against it.
 */
import { z } from 'zod';
import { FORMATS } from '../../app/export/format.ts';
import { REVIEW_FORMS } from '../../app/press-review/forms.ts';
import { FACETS } from '../../core/search.ts';
import { PARAMETERS as CONFERENCE } from '../conferences/url.ts';
import { PARAMETERS as OFFICIAL } from '../officials/url.ts';
import { FILTER_PARAMETERS } from '../search-url.ts';
import * as answers from './answers.ts';
import * as bodies from './bodies.ts';

export interface Described {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Behind /api/v1, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType;
  /** Instead of JSON. */
  readonly files?: readonly string[];
}

const text = (about: string, most = 2_000) => z.string().max(most).optional().describe(about);
const whole = (about: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,15}$/u, 'a whole number from 1')
    .optional()
    .describe(about);
const flag = (about: string) => z.enum(['0', '1']).optional().describe(about);
const cursor = z.string().max(1_000).optional().describe('`next` of the slice before');
const day = (about: string) => z.string().max(10).optional().describe(`${about}, YYYY-MM-DD`);

const filters = {
  ...Object.fromEntries(
    FACETS.map((facet) => [
      FILTER_PARAMETERS[facet],
      z.array(z.string().max(400)).max(50).optional().describe(`Facet ${facet}; may be repeated`),
    ]),
  ),
  tu: day('First day'),
  den: day('Last day'),
  khongngay: flag('1: only articles without a date'),
};

const question = {
  q: text('The question, as typed into the box', 4_000),
  ...filters,
  dau: flag('1: only the spelling as typed'),
  xep: z.enum(['relevance', 'newest', 'oldest']).optional().describe('Order'),
  gop: flag('1: reprints under their original'),
  trang: whole('Page, from 1'),
  so: whole('Articles a page, at most 100'),
  soloc: whole('Values of each facet'),
};

const conferenceQuestion = {
  [CONFERENCE.kind]: text('Kind', 40),
  [CONFERENCE.status]: text('held or planned', 40),
  [CONFERENCE.level]: text('Level', 40),
  [CONFERENCE.occasion]: text('Words of the occasion'),
  [CONFERENCE.organiser]: text('Words of the organiser'),
  [CONFERENCE.term]: text('Term, as 2020-2025', 40),
  [CONFERENCE.place]: text('Unit of the day', 40),
  [CONFERENCE.today]: text('Unit of today', 40),
  [CONFERENCE.from]: day('First day'),
  [CONFERENCE.to]: day('Last day'),
  [CONFERENCE.dated]: flag('1: only those known to the day'),
};

const LIST_FILES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-ndjson',
];
const REVIEW_FILES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ...LIST_FILES,
  'text/html',
  'text/markdown',
];
const format = text(`One of ${FORMATS.join(', ')}; csv where left out`, 20);

const officialQuestion = {
  [OFFICIAL.name]: text('Name', 200),
  [OFFICIAL.office]: text('Office', 300),
  [OFFICIAL.at]: day('Held at this day'),
  [OFFICIAL.place]: text('Unit of the day', 40),
  [OFFICIAL.today]: text('Unit of today', 40),
};

export const API_ROUTES: readonly Described[] = [
  {
    method: 'get',
    path: '/search',
    summary: 'Search: what the search page shows',
    query: z.object(question),
    answer: answers.SearchAnswer,
  },
  {
    method: 'get',
    path: '/facets',
    summary: 'All values of one facet',
    query: z.object({
      ...question,
      theo: z
        .string()
        .max(40)
        .describe(`Facet: ${Object.values(FILTER_PARAMETERS).join(', ')}`),
      tim: text('Words of the values', 200),
      thutu: z.enum(['so', 'ten']).optional().describe('By count or by name'),
      trangloc: whole('Page of values'),
    }),
    answer: answers.FacetPage,
  },
  {
    method: 'get',
    path: '/export',
    summary: 'The whole result of a search as a file, streamed; format=source says what it is of',
    query: z.object({ ...question, format: text(`One of ${FORMATS.join(', ')}, source`, 20) }),
    answer: answers.ExportSource,
    files: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/x-ndjson',
    ],
  },
  {
    method: 'get',
    path: '/suggestions',
    summary: 'What a half-typed question may become',
    query: z.object({
      q: text('As typed so far', 4_000),
      limit: text('Of each kind, 1 to 20', 10),
    }),
    answer: answers.Suggestions,
  },
  {
    method: 'get',
    path: '/articles',
    summary: 'Articles, the newest first, in slices that new ones do not shift',
    query: z.object({
      bao: z.string().max(100).optional().describe('Id of a newspaper'),
      tu: z.iso.date().optional().describe('First day'),
      den: z.iso.date().optional().describe('Last day'),
      so: whole('Articles a slice, at most 200'),
      sau: cursor,
    }),
    answer: answers.ArticleList,
  },
  {
    method: 'get',
    path: '/articles/{id}',
    summary: 'One article with all that was read out of it and corrected',
    answer: answers.ArticleAnswer,
  },
  {
    method: 'get',
    path: '/articles/{id}/revisions',
    summary: 'Two of the stored forms of an article, compared; the last two where none is named',
    query: z.object({ cu: whole('The former'), moi: whole('The later') }),
    answer: answers.Revisions,
  },
  {
    method: 'post',
    path: '/articles/{id}/corrections',
    summary: 'Corrects a finding of an article',
    body: bodies.CorrectionBody,
    answer: answers.Correction,
  },
  {
    method: 'delete',
    path: '/articles/{id}/corrections/{number}',
    summary: 'Takes a correction back',
    answer: answers.Correction,
  },
  {
    method: 'get',
    path: '/conferences',
    summary: 'Conferences, the latest first',
    query: z.object({ ...conferenceQuestion, sau: cursor }),
    answer: answers.ConferenceList,
  },
  {
    method: 'get',
    path: '/conferences/export',
    summary: 'The whole list of conferences as a file, streamed',
    query: z.object({ ...conferenceQuestion, format }),
    answer: answers.Lines,
    files: LIST_FILES,
  },
  {
    method: 'get',
    path: '/conferences/calendar',
    summary: 'Conferences of a month, counted by day',
    query: z.object({ ...conferenceQuestion, thang: text('Month, YYYY-MM', 10) }),
    answer: answers.ConferenceDays,
  },
  {
    method: 'get',
    path: '/conferences/{id}',
    summary: 'A conference with its coverage; 301 where it was joined into another',
    answer: answers.ConferenceAnswer,
  },
  {
    method: 'get',
    path: '/conferences/{id}/coverage/export',
    summary: "The table of a conference's coverage as a file: newspapers, articles, silence",
    query: z.object({ format }),
    answer: answers.Lines,
    files: LIST_FILES,
  },
  {
    method: 'post',
    path: '/conferences/{id}/join',
    summary: 'Joins another conference into this one',
    body: bodies.JoinBody,
    answer: answers.IdentityAct,
  },
  {
    method: 'post',
    path: '/conferences/{id}/part',
    summary: 'Parts articles from a conference',
    body: bodies.PartBody,
    answer: answers.Parted,
  },
  {
    method: 'delete',
    path: '/conferences/{id}/acts/{number}',
    summary: 'Takes a joining or parting back',
    answer: answers.IdentityAct,
  },
  {
    method: 'get',
    path: '/officials',
    summary: 'The register of officials by name, office at a day, unit',
    query: z.object({ ...officialQuestion, sau: cursor }),
    answer: answers.OfficialList,
  },
  {
    method: 'get',
    path: '/officials/export',
    summary: 'The whole list of officials as a file, streamed',
    query: z.object({ ...officialQuestion, format }),
    answer: answers.Lines,
    files: LIST_FILES,
  },
  {
    method: 'get',
    path: '/officials/{id}',
    summary: 'An official with offices over time; 301 where joined into another',
    answer: answers.OfficialAnswer,
  },
  {
    method: 'get',
    path: '/officials/{id}/quotes',
    summary: 'Words of an official, the newest first',
    query: z.object({ sau: cursor }),
    answer: answers.OfficialQuotes,
  },
  {
    method: 'get',
    path: '/officials/{id}/articles',
    summary: 'Articles that name an official, the newest first',
    query: z.object({ sau: cursor }),
    answer: answers.OfficialArticles,
  },
  {
    method: 'post',
    path: '/officials/{id}/join',
    summary: 'Joins another official into this one',
    body: bodies.JoinBody,
    answer: answers.IdentityAct,
  },
  {
    method: 'post',
    path: '/officials/{id}/part',
    summary: 'Parts articles from an official: by their ids, or by office and days',
    body: bodies.PartOfficialBody,
    answer: answers.Parted,
  },
  {
    method: 'delete',
    path: '/officials/{id}/acts/{number}',
    summary: 'Takes a joining or parting back',
    answer: answers.IdentityAct,
  },
  {
    method: 'get',
    path: '/localities',
    summary: 'Provinces of today, or of a day',
    query: z.object({ ngay: day('On the map of this day') }),
    answer: answers.LocalityList,
  },
  {
    method: 'get',
    path: '/localities/export',
    summary: 'The provinces, or the units that lie directly in one, as a file',
    query: z.object({
      ngay: day('Provinces on the map of this day'),
      thuoc: text('Value of the unit whose parts are meant', 40),
      format,
    }),
    answer: answers.Lines,
    files: LIST_FILES,
  },
  {
    method: 'get',
    path: '/localities/map',
    summary: 'The 34 provinces as tiles, shaded by the hits of a question',
    query: z.object({ q: text('Question', 4_000) }),
    answer: answers.Tiles,
  },
  {
    method: 'get',
    path: '/localities/compare',
    summary: 'Up to four units by month',
    query: z.object({
      q: text('Question', 4_000),
      'don-vi': z.array(z.string().max(200)).max(20).optional().describe('May be repeated'),
    }),
    answer: answers.Comparison,
  },
  {
    method: 'get',
    path: '/localities/{value}',
    summary: 'One unit: what it was and became, its articles, conferences, officials',
    answer: answers.Locality,
  },
  {
    method: 'get',
    path: '/press-reviews',
    summary: 'Press reviews, the last saved first',
    query: z.object({ sau: cursor }),
    answer: answers.ReviewList,
  },
  {
    method: 'post',
    path: '/press-reviews',
    summary: 'Begins a press review',
    body: bodies.NewReviewBody,
    answer: answers.StoredReview,
  },
  {
    method: 'get',
    path: '/press-reviews/{id}',
    summary: 'One press review',
    answer: answers.StoredReview,
  },
  {
    method: 'get',
    path: '/press-reviews/{id}/export',
    summary: 'The press review as a document or a table',
    query: z.object({ format: z.enum(REVIEW_FORMS).describe(`One of ${REVIEW_FORMS.join(', ')}`) }),
    answer: answers.Printed,
    files: REVIEW_FILES,
  },
  {
    method: 'put',
    path: '/press-reviews/{id}',
    summary: 'Saves it; 409 where somebody else saved after the version that was changed',
    body: bodies.SaveReviewBody,
    answer: answers.StoredReview,
  },
  {
    method: 'post',
    path: '/press-reviews/{id}/articles',
    summary: 'Puts articles at the end of a section (from 0)',
    body: bodies.AddArticlesBody,
    answer: answers.AddedToReview,
  },
  {
    method: 'delete',
    path: '/press-reviews/{id}',
    summary: 'Takes it from the list; its versions are kept',
    answer: answers.Done,
  },
  {
    method: 'get',
    path: '/saved-searches',
    summary: 'Saved searches, by name',
    answer: answers.SavedSearchList,
  },
  {
    method: 'get',
    path: '/saved-searches/export',
    summary: 'The list of saved searches as a file',
    query: z.object({ format }),
    answer: answers.Lines,
    files: LIST_FILES,
  },
  {
    method: 'post',
    path: '/saved-searches',
    summary: 'Saves a search; 409 where its name is taken',
    body: bodies.SaveSearchBody,
    answer: answers.SavedSearch,
  },
  {
    method: 'get',
    path: '/saved-searches/{id}',
    summary: 'A saved search, where its news go, and its days',
    answer: answers.SavedSearchAnswer,
  },
  {
    method: 'put',
    path: '/saved-searches/{id}',
    summary:
      'Changes name or question (409 where somebody else did after that version); of another question only what is stored from now on is news',
    body: bodies.ChangeSearchBody,
    answer: answers.SavedSearch,
  },
  {
    method: 'delete',
    path: '/saved-searches/{id}',
    summary: 'It runs no more and tells nobody any more',
    answer: answers.Done,
  },
  {
    method: 'get',
    path: '/saved-searches/{id}/news',
    summary: 'What became news, the newest first, reprints under their originals',
    query: z.object({ sau: cursor }),
    answer: answers.SavedNews,
  },
  {
    method: 'get',
    path: '/saved-searches/{id}/deliveries',
    summary: 'What was sent, the newest 100',
    answer: answers.SavedDeliveries,
  },
  {
    method: 'post',
    path: '/saved-searches/{id}/targets',
    summary: 'Tells its news by e-mail or webhook',
    body: bodies.TargetBody,
    answer: answers.SavedTarget,
  },
  {
    method: 'delete',
    path: '/saved-searches/{id}/targets/{target}',
    summary: 'Tells nobody there any more',
    answer: answers.Done,
  },
  {
    method: 'post',
    path: '/saved-searches/{id}/feed',
    summary: 'A new address of its Atom feed; the former one is void',
    body: bodies.ByBody,
    answer: answers.Feed,
  },
  {
    method: 'delete',
    path: '/saved-searches/{id}/feed',
    summary: 'Ends its Atom feed',
    answer: answers.Done,
  },
  {
    method: 'get',
    path: '/status',
    summary: 'How the installation does',
    answer: answers.Status,
  },
  {
    method: 'get',
    path: '/reports',
    summary: 'Nights that have a morning report',
    answer: answers.ReportDays,
  },
  {
    method: 'get',
    path: '/reports/{day}',
    summary: 'The morning report of a night',
    answer: answers.Report,
  },
];
