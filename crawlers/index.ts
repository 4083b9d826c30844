/** The door of crawling. */
export { crawlBackfill } from './backfill.ts';
export {
  checkPublic,
  PrivateAddress,
  publicConnector,
  type Resolve,
  systemResolve,
} from './connect.ts';
export { crawlNewspaper } from './crawl.ts';
export { type HttpOptions, openHttp } from './http.ts';
export type {
  BackfillOptions,
  CrawlMode,
  CrawlOptions,
  CrawlProgress,
  CrawlSummary,
  Fetched,
  FetchOptions,
  Http,
} from './port.ts';
