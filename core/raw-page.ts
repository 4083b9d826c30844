/** A page as a server sent it. What crawling makes and parsing reads. */

export interface RawPage {
  /** The URL that was asked for. */
  readonly url: string;
  /** Where redirects ended; equals `url` without any. */
  readonly finalUrl: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** After content decoding (gzip, br), before charset decoding. */
  readonly body: Uint8Array;
  /** When the answer was complete, ISO 8601 in UTC. */
  readonly fetchedAt: string;
}
