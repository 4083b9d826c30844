/**
 * Reading a page: bytes and a newspaper in, one named outcome and perhaps an article out. Pure, synchronous,
 * and it never throws.
 */
import { type Article, GENERIC, SCHEMA_VERSION } from '../core/article.ts';
import { messageOf } from '../core/errors.ts';
import type { Outcome } from '../core/outcomes.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Family, Newspaper } from '../newspapers/define.ts';
import { isArticleUrl } from '../newspapers/identity.ts';
import { VIETNAMESE_VERSION } from '../vietnamese/index.ts';
import { type AddressRules, addressesOf } from './addresses.ts';
import { type Body, readBody } from './body/read-body.ts';
import { nameKey } from './fields/dateline.ts';
import { type Fields, readFields } from './fields/steps.ts';
import { type FoundText, findText } from './generic/find-text.ts';
import { GENERIC_LAYOUT } from './generic/layout.ts';
import { type Choice, chooseLayout, claimsArticle, isExcluded } from './layout.ts';
import { decode } from './page/decode.ts';
import { openPage, type Page } from './page/document.ts';
import { refuseBytes, refuseSource } from './page/unreadable.ts';
import type { ParseContext, ParsePage, ParseResult } from './port.ts';
import { conferencePlaces } from './refine/conference-places.ts';
import { conferenceKeys, refine } from './refine/index.ts';
import { signature } from './signature.ts';
import { PARSER_VERSION } from './stamp.ts';

export type { ParseContext, ParsePage, ParseResult } from './port.ts';
export { signature, similarity } from './signature.ts';
export { PARSER_VERSION, parserStamp } from './stamp.ts';

/** What the steps have found so far; each adds its part. */
interface Work {
  readonly raw: RawPage;
  readonly context: ParseContext;
  html: string;
  page: Page | null;
  choice: Choice | null;
  /** Where the text stands if no layout says it. */
  text: FoundText | null;
  fields: Fields | null;
  body: Body | null;
}

/** A step ends the reading with an outcome, or lets it go on with null. */
type Step = (work: Work) => Outcome | null;

/** In order: what costs least is asked first, and the document is loaded once. */
const STEPS: readonly Step[] = [
  ({ raw }) => refuseBytes(raw),
  decodeText,
  ({ html }) => refuseSource(html),
  loadDocument,
  recogniseLayout,
  readTheFields,
  readTheBody,
];

/** All but quotes, dates, places, people, conferences and the signature. */
export const readPage: ParsePage = (raw, context) => {
  try {
    const work: Work = {
      raw,
      context,
      html: '',
      page: null,
      choice: null,
      text: null,
      fields: null,
      body: null,
    };
    for (const step of STEPS) {
      const outcome = step(work);
      if (outcome) return nothing(outcome, raw);
    }
    return assemble(work);
  } catch (error) {
    return nothing({ code: 'parser-failed', message: messageOf(error) }, raw);
  }
};

/** The whole record of a page. */
export const parsePage: ParsePage = (raw, context) => {
  const result = readPage(raw, context);
  if (!result.article) return result;
  try {
    const paragraphs = result.article.blocks.filter(({ type }) => type !== 'caption');
    const marks = signature(paragraphs.map(({ text }) => text));
    const article = refine(result.article, { province: context.newspaper?.province ?? null });
    return {
      ...result,
      article,
      signature: marks,
      conferenceKeys: conferenceKeys(article),
      conferencePlaces: conferencePlaces(article),
    };
  } catch (error) {
    const message = `refining failed: ${messageOf(error)}`;
    return { ...result, outcome: { code: 'parser-failed', message } };
  }
};

function nothing(outcome: Outcome, raw: RawPage): ParseResult {
  const aliases = [...new Set([raw.url, raw.finalUrl])];
  return {
    outcome,
    article: null,
    aliases,
    signature: [],
    conferenceKeys: [],
    conferencePlaces: [],
  };
}

function decodeText(work: Work): Outcome | null {
  const decoded = decode(work.raw.body, work.raw.headers['content-type']);
  if (!decoded.ok) return { code: 'bad-charset', message: decoded.reason };
  work.html = decoded.text;
  return null;
}

function loadDocument(work: Work): null {
  work.page = openPage(work.html, work.raw.finalUrl);
  return null;
}

function recogniseLayout(work: Work): Outcome | null {
  const { page, context } = work;
  if (!page) return null;
  const { newspaper, families } = context;
  if (newspaper && isExcluded(newspaper, page.url)) {
    return { code: 'not-an-article', message: 'the spec excludes this address' };
  }
  work.choice = chooseLayout(page, newspaper, families);
  if (work.choice) return null;
  const claims = newspaper?.hosts.includes(new URL(page.url).host)
    ? isArticleUrl(newspaper, page.url)
    : claimsArticle(page, families);
  if (!claims)
    return {
      code: 'not-an-article',
      message: 'neither the address nor the page says that it is one',
    };
  const found = findText(page);
  if (!found) return unknownLayout(families, 'no text was found without one');
  work.choice = { layout: GENERIC_LAYOUT, family: null, name: GENERIC };
  work.text = found;
  return null;
}

/** Also where the page could be read without a layout: the spec is broken all the same. */
function unknownLayout(families: readonly Family[], how: string): Outcome {
  return { code: 'layout-unknown', message: `no layout fits (of ${ids(families)}); ${how}` };
}

function ids(families: readonly Family[]): string {
  return families.map(({ id }) => id).join(', ') || 'none';
}

function readTheFields(work: Work): null {
  const { page, choice, context, raw } = work;
  if (!page || !choice) return null;
  work.fields = readFields({
    page,
    body: containerOf(work, page, choice),
    layout: choice.layout,
    datelines: context.newspaper?.datelines ?? [],
    names: ownNames(page, context.newspaper),
    fetchedAt: raw.fetchedAt,
  });
  return null;
}

/** "baonghean" of the host, the id and the name of the spec, as bracketed datelines print them. */
function ownNames(page: Page, newspaper: Newspaper | null): ReadonlySet<string> {
  const host = new URL(page.url).hostname.replace(/^(?:www|m|amp)\./u, '').split('.')[0] ?? '';
  const names = newspaper ? [newspaper.id, newspaper.name, host] : [host];
  return new Set(names.map(nameKey));
}

function readTheBody(work: Work): Outcome | null {
  const { page, choice, fields, context } = work;
  if (!page || !choice || !fields) return null;
  const container = containerOf(work, page, choice);
  if (container) {
    work.body = readBody({
      page: work.text?.page ?? page,
      layout: choice.layout,
      container,
      headline: fields.headline,
      sapo: fields.sapo,
      authors: fields.authors,
      datelines: context.newspaper?.datelines ?? [],
      names: ownNames(page, context.newspaper),
    });
  }
  if (work.text) {
    const found = fields.headline !== null && work.body && work.body.blocks.length > 0;
    return found ? null : unknownLayout(context.families, 'no text was found without one');
  }
  if (work.body?.encrypted || (work.body && work.body.blocks.length > 0)) return null;
  const isArticle =
    fields.headline !== null && isArticleUrl(rulesFor(page, choice, context.newspaper), page.url);
  return isArticle
    ? null
    : { code: 'not-an-article', message: 'the page has a layout of articles, but no text' };
}

/** The first container that is there; of several, the one with the most text. */
function containerOf({ text }: Work, page: Page, { layout }: Choice) {
  if (text) return text.container;
  for (const selector of layout.body.container) {
    const [first] = page.all(selector);
    if (first) return first;
  }
  return null;
}

/** A page of an unknown newspaper goes by its family's rules on its own host. */
function rulesFor(page: Page, choice: Choice, newspaper: Newspaper | null): AddressRules {
  if (newspaper) return newspaper;
  const { origin, host } = new URL(page.url);
  const article = choice.family?.article ?? {
    pattern: '^$',
    twins: [],
    exclude: [],
    identity: null,
  };
  return { origin, hosts: [host], article };
}

function assemble(work: Work): ParseResult {
  const { page, choice, fields, body, raw, context } = work;
  if (!page || !choice || !fields) throw new Error('a step left its part out');
  const { newspaper } = context;
  const { aliases, ...address } = addressesOf(page, raw.url, rulesFor(page, choice, newspaper));
  const blocks = [...(body?.blocks ?? [])];
  const missing: Record<string, string> = { ...fields.missing };
  const noBody = bodyFault(body);
  if (noBody) missing.blocks = noBody.message;
  const article: Article = {
    ...address,
    newspaper: newspaper?.id ?? null,
    section: fields.section,
    headline: fields.headline,
    sapo: fields.sapo,
    authors: [...fields.authors],
    tags: [...fields.tags],
    language: 'vi',
    publishedAt: fields.publishedAt,
    updatedAt: fields.updatedAt,
    publishedPrecision: fields.publishedPrecision,
    blocks,
    captions: [...(body?.captions ?? [])],
    quotes: [],
    dates: [],
    places: [],
    mainPlaces: [],
    people: [],
    conferences: [],
    stamps: {
      schema: SCHEMA_VERSION,
      parser: PARSER_VERSION,
      spec: newspaper?.hash ?? null,
      vietnamese: VIETNAMESE_VERSION,
      sources: {
        layout: choice.name,
        ...(work.text ? { blocks: 'readability' } : {}),
        ...fields.sources,
      },
      missing,
    },
  };
  return {
    outcome: work.text
      ? unknownLayout(context.families, 'read generically')
      : outcomeOf(fields, noBody),
    article,
    aliases,
    signature: [],
    conferenceKeys: [],
    conferencePlaces: [],
    original: fields.original,
  };
}

function bodyFault(body: Body | null): Outcome | null {
  if (!body) return { code: 'body-missing', message: 'no container of the layout is there' };
  if (body.encrypted) return { code: 'body-missing', message: 'the text is encrypted' };
  if (body.blocks.length === 0) return { code: 'body-missing', message: 'the container is empty' };
  return null;
}

/** The gravest fault names the outcome; the article is given all the same. */
function outcomeOf(fields: Fields, noBody: Outcome | null): Outcome {
  if (fields.headline === null) {
    return { code: 'headline-missing', message: fields.missing.headline ?? 'no headline' };
  }
  return noBody ?? fields.faults[0] ?? { code: 'article', message: 'read' };
}
