/** The door of crawling. */
export { crawlNewspaper } from './crawl.ts';
export { type HttpOptions, openHttp } from './http.ts';
export type {
  CrawlOptions,
  CrawlProgress,
  CrawlSummary,
  Fetched,
  FetchOptions,
  Http,
} from './port.ts';
