import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../core/clock.ts';
import { openHttp } from '../../crawlers/http.ts';
import type { Fetched, FetchOptions, Http } from '../../crawlers/port.ts';
import * as hostile from '../servers/hostile.ts';
import { type Loopback, startLoopback } from '../servers/loopback.ts';

const USER_AGENT = 'Mozilla/5.0 (compatible; DiemBao/test; +mailto:test@example.org)';
const now = new Date('2026-11-24T01:00:00Z');
const clock: Clock = { now: () => now, sleep: async () => undefined };
const LIMIT = 300_000;

let server: Loopback;
let other: Loopback;
let http: Http;

beforeAll(async () => {
  other = await startLoopback({ '/': hostile.html('other') });
  server = await startLoopback({
    '/plain': hostile.html('<p>Xin chào</p>', { etag: '"1"', 'set-cookie': 'a=b', 'x-twice': 'c' }),
    '/gzip': hostile.html(gzipSync('nén gzip'), { 'content-encoding': 'gzip' }),
    '/br': hostile.html(brotliCompressSync('nén br'), { 'content-encoding': 'br' }),
    '/twice': hostile.html(gzipSync(brotliCompressSync('hai lần')), {
      'content-encoding': 'br, gzip',
    }),
    '/deflate': hostile.rawDeflate('nén deflate'),
    '/unknown': hostile.html('x', { 'content-encoding': 'zork' }),
    '/empty': hostile.html(''),
    '/empty-gzip': hostile.html('', { 'content-encoding': 'gzip' }),
    '/etag': hostile.withEtag('"v1"', 'có thẻ'),
    '/ranges': hostile.withRanges(() => 'r'.repeat(5_000)),
    '/long': hostile.html('l'.repeat(5_000), { 'content-length': '5000' }),
    '/ranges-short': hostile.withRanges(() => 'r'.repeat(500)),
    '/ranges-unsaid': hostile.status(206, { 'content-range': 'bytes 0-9/*' }, 'r'.repeat(10)),
    '/no-range': hostile.status(416),
    '/chunked': (_, response) => {
      response.writeHead(200);
      response.write('c'.repeat(3_000));
      response.end('c');
    },
    '/lie': hostile.status(304),
    '/gone': hostile.status(410),
    '/forbidden': hostile.status(403, {}, 'no'),
    '/challenge': hostile.status(403, {}, '<title>Just a moment...</title>'),
    '/limited': hostile.status(429, { 'retry-after': '120' }),
    '/limited-date': hostile.status(503, { 'retry-after': 'Tue, 24 Nov 2026 01:05:00 GMT' }),
    '/broken': hostile.status(503),
    '/hop': hostile.redirect('/plain#part'),
    '/same': hostile.redirect('/same'),
    '/ping': hostile.redirect('/pong'),
    '/pong': hostile.redirect('/ping'),
    ...hostile.redirectChain('/endless', 20),
    '/nowhere': hostile.status(302),
    '/bad-target': hostile.redirect('http://['),
    '/to-foreign': hostile.redirect('https://example.org/x'),
    '/to-private': hostile.redirect(`${other.origin}/`),
    '/to-file': hostile.redirect('file:///etc/passwd'),
    '/huge': hostile.hugePage(10_000_000),
    '/announced': hostile.html(Buffer.alloc(LIMIT + 1, 'a'), {
      'content-length': String(LIMIT + 1),
    }),
    '/exact': hostile.html(Buffer.alloc(LIMIT, 'a')),
    '/bomb': hostile.bomb(50_000_000),
    '/cut-gzip': hostile.cutGzip,
    '/broken-gzip': hostile.brokenGzip,
    '/not-gzip': hostile.html('plain', { 'content-encoding': 'gzip' }),
    '/slow': hostile.slowLoris,
    '/silence': hostile.silence,
    '/reset': hostile.reset,
    '/cookie-wall': hostile.cookieWall,
    '/refresh-wall': hostile.refreshWall,
    '/challenge-200': hostile.challenge,
    '/firewall-200': hostile.firewall,
    '/cut-short': hostile.cutShort,
    '/cut-chunked': hostile.cutChunked,
    '/short-length': hostile.shortLength,
    '/endless-headers': hostile.endlessHeaders,
    '/no-http': hostile.noHttp,
    '/wrong-charset': hostile.wrongCharset,
    ...hostile.swing('/swing-a', '/swing-b'),
  });
  http = openHttp({
    userAgent: USER_AGENT,
    allowPrivate: [server.host],
    timeoutMs: 400,
    maxBytes: LIMIT,
    clock,
  });
});

afterAll(async () => {
  await http.close();
  await server.close();
  await other.close();
});

const get = (path: string, options: Partial<FetchOptions> = {}): Promise<Fetched> =>
  http.get(server.origin + path, { hosts: [server.host], ...options });

const bodyOf = (answer: Fetched) =>
  answer.kind === 'page' ? new TextDecoder().decode(answer.page.body) : answer;
const outcomeOf = (answer: Fetched) => (answer.kind === 'failed' ? answer.outcome : answer.kind);

describe('a page', () => {
  it('comes with what the archive keeps', async () => {
    const answer = await get('/plain');
    expect(answer).toMatchObject({
      kind: 'page',
      page: {
        url: `${server.origin}/plain`,
        finalUrl: `${server.origin}/plain`,
        status: 200,
        headers: { etag: '"1"', 'content-type': 'text/html; charset=utf-8' },
        fetchedAt: now.toISOString(),
      },
    });
    expect(bodyOf(answer)).toBe('<p>Xin chào</p>');
    expect(answer.kind === 'page' && answer.page.headers).not.toHaveProperty('set-cookie');
  });

  it('is asked for with our name and in Vietnamese', async () => {
    server.forget();
    await get('/plain');
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': USER_AGENT,
      'accept-language': 'vi',
      'accept-encoding': 'gzip, br, deflate',
    });
  });

  it.each([
    ['/gzip', 'nén gzip'],
    ['/br', 'nén br'],
    ['/twice', 'hai lần'],
    ['/deflate', 'nén deflate'],
    ['/empty', ''],
    ['/empty-gzip', ''],
    ['/exact', 'a'.repeat(LIMIT)],
  ])('%s is decoded', async (path, body) => {
    expect(bodyOf(await get(path))).toBe(body);
  });

  it('says where redirects ended, without a fragment', async () => {
    expect(await get('/hop')).toMatchObject({
      page: { url: `${server.origin}/hop`, finalUrl: `${server.origin}/plain` },
    });
  });

  it('is cut at the limit where that is asked for', async () => {
    const answer = await get('/huge', { maxBytes: 1000, cut: true });
    expect(bodyOf(answer)).toBe('a'.repeat(1000));
  });
});

describe('the beginning of a page', () => {
  const partOf = (answer: Fetched) => (answer.kind === 'page' ? answer.partOf : answer);

  it('comes as a range, with the length of the whole', async () => {
    const answer = await get('/ranges', { head: 1_000 });
    expect([bodyOf(answer), partOf(answer)]).toEqual(['r'.repeat(1_000), 5_000]);
    expect(server.requests.at(-1)?.headers).toMatchObject({
      range: 'bytes=0-999',
      'accept-encoding': 'identity',
    });
  });

  it('is cut off where the server sends the whole and says how long it is', async () => {
    const answer = await get('/long', { head: 1_000 });
    expect([bodyOf(answer), partOf(answer)]).toEqual(['l'.repeat(1_000), 5_000]);
    // The next request has a connection of its own.
    expect(bodyOf(await get('/plain'))).toBe('<p>Xin chào</p>');
  });

  it('is the whole where that is shorter, or nobody says how long it is', async () => {
    for (const path of ['/plain', '/ranges-short', '/gzip', '/chunked']) {
      const answer = await get(path, { head: 1_000 });
      expect([path, answer.kind, partOf(answer)]).toEqual([path, 'page', undefined]);
    }
  });

  it('is refused where a part of unknown length comes, or it breaks off', async () => {
    expect(await get('/ranges-unsaid', { head: 1_000 })).toMatchObject({ status: 206 });
    expect(await get('/no-range', { head: 1_000 })).toMatchObject({ status: 416 });
    expect(outcomeOf(await get('/cut-short', { head: 1_000 }))).toBe('cut-short');
  });
});

describe('a condition', () => {
  it('is answered by 304', async () => {
    expect(await get('/etag', { etag: '"v1"' })).toEqual({ kind: 'unchanged', status: 304 });
    expect(bodyOf(await get('/etag', { etag: '"v0"' }))).toBe('có thẻ');
  });

  it('a 304 without one is no answer', async () => {
    expect(outcomeOf(await get('/lie'))).toBe('client-error');
  });
});

describe('what goes wrong has a name', () => {
  it.each([
    ['/missing', 'gone'],
    ['/gone', 'gone'],
    ['/forbidden', 'client-error'],
    ['/challenge', 'blocked'],
    ['/cookie-wall', 'blocked'],
    ['/refresh-wall', 'blocked'],
    ['/challenge-200', 'blocked'],
    ['/firewall-200', 'blocked'],
    ['/cut-short', 'cut-short'],
    ['/cut-chunked', 'cut-short'],
    ['/endless-headers', 'unreachable'],
    ['/no-http', 'unreachable'],
    ['/swing-a', 'redirect-loop'],
    // What can be told from nothing here is the parser's to say.
    ['/short-length', 'page'],
    ['/wrong-charset', 'page'],
    ['/limited', 'rate-limited'],
    ['/limited-date', 'rate-limited'],
    ['/broken', 'server-error'],
    ['/same', 'redirect-loop'],
    ['/ping', 'redirect-loop'],
    ['/endless', 'redirect-loop'],
    ['/nowhere', 'client-error'],
    ['/bad-target', 'client-error'],
    ['/to-foreign', 'foreign-host'],
    ['/to-file', 'foreign-host'],
    ['/huge', 'too-large'],
    ['/announced', 'too-large'],
    ['/bomb', 'too-large'],
    ['/cut-gzip', 'broken-encoding'],
    ['/broken-gzip', 'broken-encoding'],
    ['/not-gzip', 'broken-encoding'],
    ['/unknown', 'broken-encoding'],
    ['/slow', 'timeout'],
    ['/silence', 'timeout'],
    ['/reset', 'unreachable'],
  ])('%s is %s', async (path, outcome) => {
    expect(outcomeOf(await get(path))).toBe(outcome);
  });

  it('with the wait that the server asks for', async () => {
    expect(await get('/limited')).toMatchObject({ status: 429, retryAfterMs: 120_000 });
    expect(await get('/limited-date')).toMatchObject({ status: 503, retryAfterMs: 300_000 });
  });

  it('an endless redirect is followed five times and no more', async () => {
    server.forget();
    await get('/endless');
    expect(server.requests.length).toBe(6);
  });

  it('a host that nobody listens on', async () => {
    const closed = await startLoopback({});
    await closed.close();
    const answer = await openHttp({ userAgent: USER_AGENT, allowPrivate: [closed.host] }).get(
      `${closed.origin}/`,
      { hosts: [closed.host] },
    );
    expect(outcomeOf(answer)).toBe('unreachable');
  });
});

describe('private addresses', () => {
  it('are refused where a redirect leads to them, though the host is the paper’s', async () => {
    const answer = await get('/to-private', { hosts: [server.host, other.host] });
    expect(outcomeOf(answer)).toBe('private-address');
    expect(other.requests).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'http://[::ffff:7f00:1]:1/',
    'http://0x7f.1:1/',
  ])('%s is refused', async (url) => {
    const answer = await http.get(url, { hosts: [new URL(url).host] });
    expect(outcomeOf(answer)).toBe('private-address');
  });

  it('the address that was checked is the one connected to: a name is looked up once', async () => {
    let asked = 0;
    const rebinding = openHttp({
      userAgent: USER_AGENT,
      allowPrivate: [],
      timeoutMs: 400,
      // What the name answers at a second question must not matter: there is none.
      resolve: async () => [{ address: asked++ === 0 ? '10.0.0.1' : '8.8.8.8', family: 4 }],
    });
    const hosts = [`paper.example:${new URL(server.origin).port}`];
    const answer = await rebinding.get(`http://${hosts[0]}/plain`, { hosts });
    expect(outcomeOf(answer)).toBe('private-address');
    expect(asked).toBe(1);
    await rebinding.close();
  });

  it('a name that the operator allows is looked up by the given resolver too', async () => {
    const host = `bao-mau.test:${new URL(server.origin).port}`;
    const named = openHttp({
      userAgent: USER_AGENT,
      allowPrivate: [host],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const answer = await named.get(`http://${host}/plain`, { hosts: [host] });
    expect(answer).toMatchObject({ kind: 'page', page: { status: 200 } });
    await named.close();
  });

  it('one private address among public ones is enough', async () => {
    const mixed = openHttp({
      userAgent: USER_AGENT,
      allowPrivate: [],
      timeoutMs: 400,
      resolve: async () => [
        { address: '8.8.8.8', family: 4 },
        { address: '::1', family: 6 },
      ],
    });
    const answer = await mixed.get('http://paper.example/', { hosts: ['paper.example'] });
    expect(outcomeOf(answer)).toBe('private-address');
    await mixed.close();
  });
});

it('a host that is not the paper’s is never asked, nor is what is no URL', async () => {
  server.forget();
  const hosts = ['elsewhere.example'];
  expect(outcomeOf(await http.get(`${server.origin}/plain`, { hosts }))).toBe('foreign-host');
  expect(outcomeOf(await http.get('nonsense', { hosts }))).toBe('client-error');
  expect(server.requests).toEqual([]);
});

it('a hop may be refused before it is taken', async () => {
  server.forget();
  const asked: string[] = [];
  const answer = await get('/hop', {
    beforeHop: async (url) => {
      asked.push(url);
      return 'robots-forbidden';
    },
  });
  expect(outcomeOf(answer)).toBe('robots-forbidden');
  expect(asked).toEqual([`${server.origin}/plain`]);
  expect(server.requests.map((r) => r.path)).toEqual(['/hop']);
});

it('requests to one host wait for each other', async () => {
  server.forget();
  const answers = await Promise.all(['/plain', '/slow', '/gzip', '/etag'].map((path) => get(path)));
  expect(answers.map(outcomeOf)).toEqual(['page', 'timeout', 'page', 'page']);
  expect(server.atOnce()).toBe(1);
});

it('the caller’s signal rejects with its reason', async () => {
  const stop = new AbortController();
  const pending = get('/silence', { signal: stop.signal });
  const reason = new Error('stop');
  stop.abort(reason);
  await expect(pending).rejects.toBe(reason);
});
