/**
 * Tells a block page or challenge from an ordinary refusal. Only asked about answers that are errors
 * (403, 429, 503); a challenge that comes with status 200 is the parser's to notice.
 */

/** Words that stand in the pages of firewalls and bot checks, lower case. */
const MARKS = [
  'cf-challenge',
  'cf-error-details',
  'cdn-cgi/challenge-platform',
  'attention required! | cloudflare',
  'just a moment...',
  '_incapsula_resource',
  'ddos-guard',
  'sucuri website firewall',
  'captcha',
  'you have been blocked',
  'access denied',
  'request blocked',
];

export function isBlockPage(headers: Readonly<Record<string, string>>, body: Uint8Array): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  const text = new TextDecoder().decode(body).toLowerCase();
  return MARKS.some((mark) => text.includes(mark));
}
