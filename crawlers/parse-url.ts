/** The URL, or null where the text is none. (`URL.parse` is younger than the oldest Node that we run on.) */
export function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
