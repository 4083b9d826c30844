/**
 * Milliseconds that a Retry-After header asks to wait: seconds or an HTTP date (RFC 9110 §10.2.3).
 * Null where there is none or it says nothing; a date gone by is 0.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A date has letters ("Tue, 24 Nov 2026 22:13:16 GMT"); Date.parse would also take "-5" and "1.5".
  if (!/^[A-Za-z]{3}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
