/** The one spelling of a URL: no fragment, no tracking parameters, no default port, no trailing "?". */

/** Parameters that tell where a reader came from and never what the page is. */
const TRACKING =
  /^(?:utm_.+|fbclid|gclid|dclid|yclid|msclkid|zarsrc|zalo_.+|igshid|mc_[ce]id|ref_src|_ga|gidzl)$/u;

/**
 * @param url absolute, or relative to `base`
 * @returns null for what is not an http(s) URL
 */
export function canonicalUrl(url: string, base?: string): string | null {
  if (!URL.canParse(url.trim(), base)) return null;
  const parsed = new URL(url.trim(), base);
  if (!/^https?:$/u.test(parsed.protocol)) return null;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name.toLowerCase())) parsed.searchParams.delete(name);
  }
  return parsed.href.replace(/\?$/u, '');
}
