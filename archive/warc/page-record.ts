/** A raw page as a WARC record, and back. What a page is without is not made up: there are no request records. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RawPage } from '../../core/raw-page.ts';
import { httpBytes, parseHttp, payloadOf } from './http-message.ts';
import {
  digestFits,
  digestOf,
  isFault,
  recordBytes,
  recordId,
  type WarcFault,
  type WarcRecord,
} from './record.ts';

const zip = promisify(gzip);

/** Our own fields, which other readers pass over. */
const NEWSPAPER = 'DiemBao-Newspaper';
/** The URL that was asked for, where redirects led on to WARC-Target-URI. */
const ASKED = 'DiemBao-Asked-URI';

/** The gzip member of a page. The same page gives the same bytes. */
export async function pageMember(newspaper: string, page: RawPage): Promise<Uint8Array> {
  const block = httpBytes(page);
  const { finalUrl, url, fetchedAt, body } = page;
  return zip(
    recordBytes(
      [
        ['WARC-Type', 'response'],
        ['WARC-Record-ID', recordId(`${url} ${fetchedAt} ${digestOf(block)}`)],
        ['WARC-Date', fetchedAt],
        ['WARC-Target-URI', finalUrl],
        ['Content-Type', 'application/http; msgtype=response'],
        ['WARC-Block-Digest', digestOf(block)],
        ['WARC-Payload-Digest', digestOf(body)],
        [NEWSPAPER, newspaper],
        ...(url === finalUrl ? [] : [[ASKED, url] as const]),
      ],
      block,
    ),
  );
}

/** The member that begins a file and says what is in it. */
export async function infoMember(software: string, date: string): Promise<Uint8Array> {
  const block = Buffer.from(
    [
      `software: ${software}`,
      'format: WARC File Format 1.1',
      'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
      `description: raw pages; ${NEWSPAPER} is the newspaper, ${ASKED} the address before redirects; bodies are without content coding, headers that said so are named x-crawl-*`,
      '',
    ].join('\r\n'),
  );
  return zip(
    recordBytes(
      [
        ['WARC-Type', 'warcinfo'],
        ['WARC-Record-ID', recordId(`warcinfo ${software} ${date}`)],
        ['WARC-Date', date],
        ['Content-Type', 'application/warc-fields'],
        ['WARC-Block-Digest', digestOf(block)],
      ],
      block,
    ),
  );
}

export interface PageOfRecord {
  /** As the record names it; null in a file that is not ours. */
  readonly newspaper: string | null;
  readonly page: RawPage;
  readonly setsCookie: boolean;
}

/** `2026-11-24T22:13:16.123456Z`, to the millisecond. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/u;

function instantOf(text: string, now: Date): string | null {
  if (!DATE.test(text)) return null;
  const instant = new Date(text.replace(/(\.\d{3})\d+Z$/u, '$1Z'));
  if (Number.isNaN(instant.getTime()) || instant > now) return null;
  return instant.toISOString();
}

/** http and https only, without a name and password. */
function urlOf(text: string): string | null {
  const url = URL.parse(text.replace(/^<(.*)>$/u, '$1'));
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  return text.startsWith('<') ? text.slice(1, -1) : text;
}

/**
 * The page that the record holds, its digests proved.
 * @param maxBytes of its body
 * @param now no page was fetched later
 */
export async function pageOfRecord(
  { fields, block }: WarcRecord,
  maxBytes: number,
  now: Date,
): Promise<PageOfRecord | WarcFault> {
  const type = fields.get('warc-type') ?? '';
  if (type === 'revisit') return { code: 'revisit', message: 'the body stands elsewhere' };
  const uri = fields.get('warc-target-uri') ?? '';
  const http = /^\s*application\/http\b/iu.test(fields.get('content-type') ?? '');
  if (type !== 'response' || !http)
    return { code: 'no-page', message: `a ${type.slice(0, 40) || 'record without type'}` };
  if (fields.has('warc-truncated') || fields.has('warc-segment-number'))
    return { code: 'cut-short', message: 'the record says that it is only a part' };
  const finalUrl = urlOf(uri);
  const asked = urlOf(fields.get(ASKED.toLowerCase()) ?? uri);
  if (finalUrl === null || asked === null)
    return { code: 'no-page', message: `"${uri.slice(0, 80)}" is no http or https address` };
  const date = fields.get('warc-date') ?? '';
  const fetchedAt = instantOf(date, now);
  if (fetchedAt === null)
    return { code: 'bad-date', message: `WARC-Date is "${date.slice(0, 40)}"` };
  if (digestFits(fields.get('warc-block-digest') ?? '', block) === false)
    return { code: 'bad-digest', message: 'WARC-Block-Digest is another' };
  const message = await parseHttp(block, maxBytes);
  if (isFault(message)) return message;
  const payload = fields.get('warc-payload-digest') ?? '';
  // Writers do not agree on whether the payload's digest is of its coded bytes.
  if (
    digestFits(payload, payloadOf(block) ?? block) === false &&
    digestFits(payload, message.body) === false
  )
    return { code: 'bad-digest', message: 'WARC-Payload-Digest is another' };
  const { status, headers, body, setsCookie } = message;
  return {
    newspaper: fields.get(NEWSPAPER.toLowerCase()) ?? null,
    page: { url: asked, finalUrl, status, headers, body, fetchedAt },
    setsCookie,
  };
}
