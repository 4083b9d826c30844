/** A page of a browser that is watched: what it asks of other hosts, what its console complains of. */
import type { Page } from 'playwright-core';

export interface Watched {
  readonly page: Page;
  /** Where the page is, as faults shall name it. */
  at: string;
  /** So far, each with where it was. */
  readonly faults: string[];
}

/** @param home the only address that may be asked */
export function watch(page: Page, home: string): Watched {
  const watched: Watched = { page, at: '', faults: [] };
  const add = (fault: string) => watched.faults.push(`${watched.at}: ${fault}`);
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) add(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') add(message.text());
  });
  page.on('pageerror', (error) => add(error.message));
  return watched;
}
