/** What the API answers, as schemas: the OpenAPI document is made from them, and tests hold every answer against them. */
import { z } from 'zod';
import { MorningReport } from '../../app/night/report.ts';
import { SavedQuestion } from '../../app/saved-searches/question.ts';
import { Article, Conference } from '../../core/article.ts';
import { OutcomeCode } from '../../core/outcomes.ts';
import { FACETS } from '../../core/search.ts';
import { PressReview } from '../../press-review/review.ts';

export const Failure = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});

const count = z.int().min(0);
const instant = z.string().describe('ISO 8601 in UTC');
const moment = z.string().describe('YYYY-MM-DDTHH:mm:ss+07:00');
const next = z.string().nullable().describe('Cursor of the next slice; null on the last');

export const Filters = z.object({
  ...Object.fromEntries(FACETS.map((facet) => [facet, z.array(z.string()).optional()])),
  from: z.string().optional(),
  to: z.string().optional(),
  undated: z.boolean().optional(),
  original: z.array(z.string()).optional(),
});

const Marked = z.object({
  text: z.string(),
  highlights: z.array(z.object({ start: count, end: count })),
});
const Passage = Marked.extend({ paragraph: z.int(), offset: count, cut: z.boolean() });
const Precision = Article.shape.publishedPrecision;

export const FoundArticle = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  newspaper: z.string().nullable(),
  section: z.string().nullable(),
  headline: Marked.nullable(),
  publishedAt: moment.nullable(),
  publishedPrecision: Precision,
  fetchedAt: instant.nullable(),
  original: z.string().nullable().describe('Id of the article that this one reprints'),
  withdrawnAt: instant.nullable(),
  tier: z.enum(['exact-phrase', 'exact-words', 'folded', 'none']),
  score: z.number(),
  snippet: Passage.nullable(),
  captions: z.array(
    Passage.extend({ image: z.string().nullable(), credit: z.string().nullable() }),
  ),
  quotes: z.array(
    Marked.extend({
      speaker: z.string().nullable(),
      office: z.string().nullable(),
      paragraph: z.int(),
    }),
  ),
  matched: z.object({ otherwise: z.array(z.string()), missing: z.array(z.string()) }),
  reprints: z.array(
    z.object({
      id: z.string(),
      url: z.string().nullable(),
      newspaper: z.string().nullable(),
      headline: z.string().nullable(),
      publishedAt: moment.nullable(),
      publishedPrecision: Precision,
    }),
  ),
});

const FacetValue = z.object({ value: z.string(), label: z.string(), count });

const Dropped = z.object({ drop: z.string(), unit: z.string().nullable() });

export const SearchAnswer = z.object({
  understood: z.object({
    text: z.string(),
    units: z.array(z.string()),
    without: z.array(z.string()),
    filters: Filters,
    exactOnly: z.boolean(),
    decoded: z.string().nullable(),
  }),
  total: count,
  loosened: z.enum(['words', 'most']).nullable(),
  sort: z.enum(['relevance', 'newest', 'oldest']),
  page: z.int().min(1),
  pageSize: z.int().min(1),
  pages: count,
  hits: z.array(FoundArticle),
  folded: count,
  facets: z.partialRecord(z.enum(FACETS), z.array(FacetValue)),
  facetSizes: z.partialRecord(z.enum(FACETS), count),
  loosenings: z.array(Dropped.extend({ and: Dropped.nullable(), total: count })),
});

export const FacetPage = z.object({
  facet: z.enum(FACETS),
  within: z.string(),
  order: z.enum(['count', 'name']),
  total: count,
  page: z.int().min(1),
  pageSize: z.int().min(1),
  pages: count,
  values: z.array(FacetValue),
  filters: Filters,
});

export const Suggestions = z.object({
  query: z.string(),
  groups: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      items: z.array(
        z.object({
          text: z.string(),
          detail: z.string().nullable(),
          count,
          question: z.string(),
          filter: z.object({ facet: z.enum(FACETS), values: z.array(z.string()) }).nullable(),
        }),
      ),
    }),
  ),
});

const byHand = z.object({ by: z.string(), at: instant });

export const Correction = z.object({
  id: z.int(),
  articleId: z.string(),
  by: z.string(),
  at: instant,
  withdrawn: byHand.nullable(),
  anchor: z.object({ paragraph: z.int(), start: count, end: count, exact: z.string() }),
  change: z.looseObject({ kind: z.enum(['quote', 'date', 'place', 'conference']) }),
});

export const StoredArticle = z.object({
  article: Article,
  corrections: z.array(
    Correction.extend({
      state: z.enum(['applied', 'replaced', 'stale', 'withdrawn']),
      finding: count.nullable(),
      was: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  revision: z.int().min(1),
  pageId: z.int().nullable(),
  fetchedAt: instant.nullable(),
  createdAt: instant,
  contentHash: z.string(),
  original: z.string().nullable(),
  withdrawnAt: instant.nullable(),
});

const NearArticle = z.object({
  id: z.string(),
  newspaper: z.string().nullable(),
  headline: z.string().nullable(),
  publishedAt: moment.nullable(),
  precision: Precision,
});

export const ArticleAnswer = StoredArticle.extend({
  reprints: z.array(z.string()),
  conferenceIds: z.array(z.string().nullable()).describe('One for each of article.conferences'),
  officialIds: z
    .array(z.string().nullable())
    .describe('One for each of article.people; null for who has no page'),
  around: z.object({
    conferences: z.array(
      z.object({ id: z.string(), name: z.string(), others: z.array(z.unknown()) }),
    ),
    near: z.array(NearArticle).nullable(),
  }),
});

export const Revisions = z.object({
  id: z.string(),
  headline: z.string().nullable(),
  all: z.array(z.object({ revision: z.int().min(1), createdAt: instant })),
  former: z.int(),
  later: z.int(),
  parts: z.array(
    z.object({
      part: z.string(),
      compared: z.boolean(),
      changes: z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })),
    }),
  ),
});

export const ArticleList = z.object({
  total: count,
  items: z.array(
    z.object({
      id: z.string(),
      newspaper: z.string().nullable(),
      url: z.string().nullable(),
      headline: z.string().nullable(),
      publishedAt: moment.nullable(),
      publishedPrecision: Precision,
      revision: z.int().min(1),
      original: z.string().nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
  next,
});

export const StoredConference = z.object({
  id: z.string(),
  conference: Conference,
  mentions: z.array(
    z.object({
      articleId: z.string(),
      newspaper: z.string().nullable(),
      headline: z.string().nullable(),
      publishedAt: moment.nullable(),
      url: z.string().nullable(),
      main: z.boolean(),
      original: z.string().nullable(),
    }),
  ),
});

export const IdentityAct = z.object({
  id: z.int(),
  kind: z.enum(['join', 'part']),
  by: z.string(),
  at: instant,
  withdrawn: byHand.nullable(),
  moved: z.array(z.string()),
  others: z.array(z.string()),
  stale: z.boolean(),
});

const HeldOffice = z.object({
  title: z.string(),
  former: z.boolean(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  articles: count,
});

const OfficialSummary = z.object({
  id: z.string(),
  name: z.string(),
  articles: count,
  quotes: count,
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  offices: z.array(HeldOffice),
});

export const OfficialList = z.object({
  total: count,
  items: z.array(OfficialSummary),
  next,
  closest: z.array(z.object({ official: OfficialSummary, held: HeldOffice })),
  loosenings: z.array(z.object({ drop: z.string().nullable(), total: count })),
});

export const OfficialAnswer = OfficialSummary.extend({
  names: z.array(z.string()),
  offices: z.array(HeldOffice.extend({ firstArticle: z.string(), lastArticle: z.string() })),
  namesakes: z.array(OfficialSummary),
  acts: z.array(IdentityAct),
});

const ArticleOf = z.object({
  articleId: z.string(),
  newspaper: z.string().nullable(),
  headline: z.string().nullable(),
  publishedAt: moment.nullable(),
  precision: Precision,
  original: z.string().nullable(),
  paragraph: z.int(),
});

export const OfficialArticles = z.object({ items: z.array(ArticleOf), next });

export const OfficialQuotes = z.object({
  items: z.array(
    ArticleOf.extend({
      quotes: z.array(
        z.object({
          text: z.string(),
          paragraph: z.int(),
          direct: z.boolean(),
          offices: z.array(z.string()),
        }),
      ),
    }),
  ),
  next,
});

export const ConferenceList = z.object({
  total: count,
  items: z.array(StoredConference),
  next,
  loosenings: z.array(z.object({ drop: z.string().nullable(), total: count })),
});

export const ConferenceDays = z.object({
  month: z.string(),
  total: count,
  days: z.array(z.object({ day: z.string(), conferences: count })),
});

export const ConferenceAnswer = StoredConference.extend({
  coverage: z.object({
    articles: z.array(
      z.object({
        id: z.string(),
        newspaper: z.string().nullable(),
        headline: z.string().nullable(),
        url: z.string().nullable(),
        publishedAt: moment.nullable(),
        precision: Precision,
        fetchedAt: z.string().nullable(),
        words: count,
        quotes: count,
        photographs: count,
        main: z.boolean(),
        reprints: z.object({ id: z.string(), newspaper: z.string().nullable() }).nullable(),
        first: z.boolean(),
      }),
    ),
    officials: z.array(
      z.object({
        name: z.string(),
        offices: z.array(z.string()),
        quotes: z.array(
          z.object({
            text: z.string(),
            articleId: z.string(),
            newspaper: z.string().nullable(),
            paragraph: z.int(),
            direct: z.boolean(),
          }),
        ),
      }),
    ),
    absent: z.array(z.object({ newspaper: z.string(), state: z.string() })),
  }),
  acts: z.array(IdentityAct),
});

export const Parted = z.object({ act: IdentityAct, id: z.string() });

const Listed = z.object({ value: z.string(), name: z.string(), count });
const Changed = z.object({ value: z.string(), name: z.string(), partial: z.boolean() });

export const LocalityList = z.object({ items: z.array(Listed) });

export const Tiles = z.object({
  items: z.array(
    z.object({
      value: z.string(),
      name: z.string(),
      row: count,
      column: count,
      count,
      shade: z.int().min(0).max(5),
    }),
  ),
});

export const Comparison = z.object({
  units: z.array(z.object({ value: z.string(), name: z.string(), total: count })),
  rows: z.array(z.object({ month: z.string(), counts: z.array(count) })),
});

export const Locality = z.object({
  value: z.string(),
  onToday: z.boolean(),
  unit: z.object({
    code: z.string(),
    name: z.string(),
    level: z.enum(['province', 'district', 'commune']),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  above: z.array(Listed),
  children: z.array(Listed),
  was: z.array(Changed.extend({ to: z.string().nullable() })),
  became: z.array(Changed),
  resolution: z.object({ day: z.string(), number: z.string().nullable() }).nullable(),
  total: count,
  months: z.array(FacetValue),
  newspapers: z.array(FacetValue),
  officials: z.array(FacetValue),
  latest: z.array(FoundArticle),
  conferences: z.array(StoredConference),
});

export const ExportSource = z.object({
  program: z.string(),
  version: z.string(),
  question: z.string(),
  units: z.array(z.string()),
  filters: Filters,
  exactOnly: z.boolean(),
  sort: z.string(),
  loosened: z.enum(['words', 'most']).nullable(),
  total: count,
  exportedAt: moment,
  citation: z.string(),
});

export const Status = z.object({
  free: z.number(),
  archive: z.object({
    urls: count,
    pages: count,
    articles: count,
    revisions: count,
    conferences: count,
    bytes: count,
  }),
  engine: z.object({
    id: z.string(),
    documents: count.nullable(),
    fault: z.object({ code: z.string(), message: z.string() }).nullable(),
    rebuild: z.string().nullable(),
  }),
  newspapers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      articles: count,
      run: z
        .object({ state: z.string(), startedAt: instant, finishedAt: instant.nullable() })
        .nullable(),
    }),
  ),
  incidentCounts: z.array(z.object({ newspaper: z.string(), code: OutcomeCode, count })),
  quarantined: count,
});

export const ReportDays = z.object({ days: z.array(z.string()) });
export const Report = MorningReport;

const SavedSearchShape = {
  id: z.string(),
  name: z.string(),
  question: SavedQuestion,
  madeBy: z.string(),
  madeAt: instant,
  checkedTo: instant.describe('What was stored until then has been looked at'),
  lastRunAt: instant.nullable(),
  total: count.nullable().describe('Everything that it found at the last run'),
  version: z.int().min(1).describe('Of its name and question'),
  feed: z.string().nullable().describe('Path of the Atom feed; null without one, and for readers'),
};
export const SavedTarget = z.object({
  id: z.string(),
  kind: z.enum(['mail', 'webhook']),
  address: z.string(),
  secret: z.string().nullable().describe('A webhook is signed with it; null for readers'),
  digestAt: z.int().nullable().describe('Minutes after midnight in Vietnam; null: at once'),
  madeAt: instant,
  composedAt: instant,
});
export const SavedSearch = z.object(SavedSearchShape);
export const SavedSearchList = z.object({ items: z.array(SavedSearch) });
export const SavedSearchAnswer = z.object({
  ...SavedSearchShape,
  targets: z.array(SavedTarget),
  days: z
    .array(z.object({ day: z.string(), runs: count, found: count, total: count }))
    .describe('The newest first'),
});
const ToldArticle = z.object({
  id: z.string(),
  headline: z.string(),
  newspaper: z.string().nullable(),
  newspaperName: z.string().nullable(),
  publishedAt: moment.nullable(),
  sapo: z.string().nullable(),
  url: z.string().nullable(),
  at: instant.or(z.literal('')).describe('When it became news'),
});
export const SavedNews = z.object({
  articles: z.array(ToldArticle.extend({ before: z.boolean(), reprints: z.array(ToldArticle) })),
  notices: z.array(z.object({ kind: z.enum(['more', 'nothing']), text: z.string(), at: instant })),
  next,
});
export const SavedDeliveries = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      search: z.string(),
      target: z.string(),
      madeAt: instant,
      after: count,
      upTo: count,
      state: z.enum(['waiting', 'sent', 'given-up']),
      attempts: count,
      dueAt: instant,
      lastAt: instant.nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export const Feed = z.object({ feed: z.string() });

/** A document of a press review. */
export const Printed = z.string().describe('A document');

export const StoredReview = z.object({
  id: z.string(),
  version: z.int().min(1),
  savedBy: z.string(),
  savedAt: instant,
  review: PressReview,
});
export const ReviewList = z.object({ items: z.array(StoredReview), next });
export const AddedToReview = StoredReview.extend({ added: count });
/** One line of a list in JSON Lines. */
export const Lines = z.looseObject({});
export const Done = z.object({ done: z.literal(true) });
