/**
 * The web of the simulation on loopback: one server, papers told apart by the host that is asked for. It keeps
 * account of every request and holds it against what the paper may expect of a polite visitor.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Piece } from './news.ts';
import type { Paper } from './papers.ts';
import { openSite, type Reply, type Site } from './site.ts';

const HOUR = 3_600_000;
/** When an article is looked at again after its first fetch, and a missing one after each failure. */
const LOOKS = [HOUR, 24 * HOUR, 7 * 24 * HOUR];
const TRIES = [HOUR, 6 * HOUR, 24 * HOUR, 24 * HOUR];

/** One paper's requests between two reports, and what they may be. */
export interface Account {
  readonly paper: string;
  requests: number;
  /** Articles asked for the first time, which the paper had named. */
  fresh: number;
  /** Second looks that were due, and tries at what is gone. */
  looks: number;
  robots: 'open' | 'refuse' | 'down' | null;
  /** robots.txt refused before any source was asked for. */
  refused: boolean;
  /** What its sources may cost: one each, and one for each current sitemap. */
  sources: number;
  sourcesAsked: number;
  /** When the first of them was asked for; null where none was. */
  sourcesAskedAt: number | null;
  /** Answers that were none, by the server's own fault: each may be asked for once more. */
  failed: number;
  /** Second looks that were taken: since when they were due, and when they were. */
  readonly taken: { readonly due: number; readonly at: number }[];
  /** Since when each article that was seen, and not asked for since, is due again. */
  waiting: readonly number[];
  /** Requests for articles that were neither new nor due. */
  readonly extra: string[];
}

export interface Web {
  readonly sites: readonly Site[];
  /** What no visitor may do, in words; empty at the end of a good run. */
  readonly offences: readonly string[];
  /** Of sources that had not changed since they were answered whole, where the server is honest. */
  readonly unchanged: { readonly asked: number; readonly largest: number };
  readonly requests: () => number;
  /** Ends the accounts of the time since the last call. */
  settle(): readonly Account[];
  /** Forgets who was asked what, as if nobody had ever come. */
  reset(): void;
  close(): Promise<void>;
}

interface Looked {
  /** Answered with its page. */
  seen: boolean;
  due: number[];
  failures: number;
}

/**
 * @param now the simulation's time
 * @param build what is served, once the port is known
 */
export async function startWeb(
  now: () => number,
  build: (port: number) => readonly { readonly paper: Paper; readonly pieces: readonly Piece[] }[],
): Promise<Web> {
  const byHost = new Map<string, Site>();
  const accounts = new Map<string, Account>();
  const looked = new Map<string, Looked>();
  const wholeSources = new Map<string, string>();
  const open = new Map<string, number>();
  const rules = new Map<string, Account['robots']>();
  const offences: string[] = [];
  const unchanged = { asked: 0, largest: 0 };
  let requests = 0;

  /** What has failed is not among it: how often that is tried again is the visitor's own affair. */
  const waitingAt = ({ paper, pieces, path }: Site): readonly number[] =>
    pieces.flatMap((piece) => {
      const state = looked.get(paper.host + path(piece));
      const due = state?.seen && state.failures === 0 ? state.due.filter((at) => at <= now()) : [];
      return due.length > 0 ? [Math.min(...due)] : [];
    });
  const accountOf = (site: Site): Account => {
    const known = accounts.get(site.paper.id);
    if (known) return known;
    const fresh: Account = {
      paper: site.paper.id,
      requests: 0,
      fresh: 0,
      looks: 0,
      robots: null,
      refused: false,
      sources: 0,
      sourcesAsked: 0,
      sourcesAskedAt: null,
      failed: 0,
      taken: [],
      waiting: [],
      extra: [],
    };
    accounts.set(site.paper.id, fresh);
    return fresh;
  };
  const offend = (what: string) => {
    if (offences.length < 100) offences.push(`${new Date(now()).toISOString()} ${what}`);
  };

  /** Answers whether it is an unchanged source. */
  function note(site: Site, path: string, reply: Reply): boolean {
    const account = accountOf(site);
    const { host } = site.paper;
    const url = host + path.replace(/\?utm_source=rss$/u, '');
    requests += 1;
    account.requests += 1;
    if (reply.status === 429 || reply.status >= 500 || reply.manner !== 'whole')
      account.failed += 1;
    if (reply.of.kind === 'robots') {
      account.robots = reply.of.rules;
      rules.set(host, reply.of.rules);
      if (reply.of.rules === 'refuse' && account.sourcesAsked === 0) account.refused = true;
      return false;
    }
    const rule = rules.get(host) ?? null;
    if (rule !== 'open')
      offend(`${url} was asked for while robots.txt says ${rule ?? 'nothing yet'}`);
    if (reply.of.kind === 'forbidden') offend(`${url} is forbidden by robots.txt`);
    if (reply.of.kind === 'unknown') offend(`${url} was never named`);
    if (reply.of.kind === 'source') {
      account.sourcesAsked += 1;
      account.sourcesAskedAt ??= now();
      return noteSource(site, url, reply);
    }
    if (reply.of.kind === 'article' || reply.of.kind === 'astray') noteArticle(account, url, reply);
    return false;
  }

  /** Answers whether it is one that must cost next to nothing. */
  function noteSource({ paper }: Site, url: string, { status, body }: Reply): boolean {
    const honest = paper.validators === 'etag' || paper.validators === 'last-modified';
    const text = body.toString('latin1');
    const same = honest && (status === 304 || (status === 200 && wholeSources.get(url) === text));
    if (status === 200) wholeSources.set(url, text);
    if (same) unchanged.asked += 1;
    return same;
  }

  function noteArticle(account: Account, url: string, reply: Reply): void {
    const known = looked.get(url);
    const failed = reply.status >= 400 || reply.manner !== 'whole';
    if (!known) account.fresh += 1;
    const state: Looked = known ?? { seen: false, due: [], failures: 0 };
    looked.set(url, state);
    const due = state.due.filter((at) => at <= now());
    if (due.length > 0) {
      account.looks += 1;
      account.taken.push({ due: Math.min(...due), at: now() });
    } else if (known) account.extra.push(`${reply.status} ${url}`);
    state.due = state.due.filter((at) => at > now());
    if (failed) {
      state.failures += 1;
      const after = TRIES[state.failures - 1];
      if (reply.status !== 410 && after !== undefined) state.due = [now() + after, ...state.due];
    } else if (!state.seen) {
      state.seen = true;
      state.failures = 0;
      state.due = LOOKS.map((looks) => now() + looks);
    }
  }

  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '/';
    const site = byHost.get(host);
    if (!site) {
      offend(`${host}${path} is of no paper`);
      response.writeHead(404).end();
      return;
    }
    const together = (open.get(host) ?? 0) + 1;
    open.set(host, together);
    if (together > 1) offend(`${host} was asked for ${together} things at once`);
    response.once('close', () => open.set(host, (open.get(host) ?? 1) - 1));
    const headers = {
      'if-none-match': request.headers['if-none-match'],
      'if-modified-since': request.headers['if-modified-since'],
    };
    const reply = site.answer(path, headers, now());
    const same = note(site, path, reply);
    const wanted = rangeOf(request.headers.range);
    const packs = site.paper.gzip && (request.headers['accept-encoding'] ?? '').includes('gzip');
    const send = () => {
      const taken =
        wanted === null
          ? write(response, reply, packs)
          : writeBeginning(response, reply, wanted, site.paper.ranges);
      if (same)
        response.once('close', () => {
          unchanged.largest = Math.max(unchanged.largest, taken());
        });
    };
    if (site.paper.slowMs > 0) setTimeout(send, site.paper.slowMs);
    else send();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const built = build(address.port);
  let sites = built.map(({ paper, pieces }) => openSite(paper, pieces));
  for (const site of sites) byHost.set(site.paper.host, site);

  return {
    get sites() {
      return sites;
    },
    offences,
    unchanged,
    requests: () => requests,
    settle() {
      const settled = sites.map((site) => ({
        ...accountOf(site),
        sources: site.sourceRequests(now()),
        waiting: waitingAt(site),
      }));
      accounts.clear();
      return settled;
    },
    reset() {
      accounts.clear();
      looked.clear();
      wholeSources.clear();
      rules.clear();
      sites = built.map(({ paper, pieces }) => openSite(paper, pieces));
      for (const site of sites) byHost.set(site.paper.host, site);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** How many bytes are wanted from the beginning; null where all. */
const rangeOf = (header: string | undefined): number | null => {
  const last = /^bytes=0-(\d+)$/u.exec(header ?? '')?.[1];
  return last === undefined ? null : Number(last) + 1;
};

/** Real milliseconds in which a visitor that has enough hangs up. */
const HANG_UP_MS = 500;

/**
 * To a question for the beginning: that part, or the whole, which is sent on until the visitor hangs up. Answers the bytes
 * of body that were sent.
 */
function writeBeginning(
  response: ServerResponse,
  { status, headers, body }: Reply,
  wanted: number,
  ranges: boolean,
): () => number {
  if (status !== 200 || ranges) {
    const part = status === 200 ? body.subarray(0, wanted) : body;
    const range = `bytes 0-${part.length - 1}/${body.length}`;
    const head = status === 200 ? { ...headers, 'content-range': range } : headers;
    response.writeHead(status === 200 ? 206 : status, head).end(part);
    return () => part.length;
  }
  let sent = wanted;
  response.writeHead(200, { ...headers, 'content-length': String(body.length) });
  response.write(body.subarray(0, wanted));
  const rest = setTimeout(() => {
    sent = body.length;
    response.end(body.subarray(wanted));
  }, HANG_UP_MS);
  response.once('close', () => clearTimeout(rest));
  return () => Math.min(sent, body.length);
}

/** Answers the bytes of body that were sent. */
function write(
  response: ServerResponse,
  { status, headers, body, manner }: Reply,
  gzip: boolean,
): () => number {
  const length = status === 304 ? 0 : body.length;
  switch (manner) {
    case 'hang':
      return () => 0;
    case 'cut':
    case 'long': {
      const length = manner === 'cut' ? body.length : body.length + 500;
      const sent = manner === 'cut' ? body.subarray(0, body.length >> 1) : body;
      response.writeHead(status, { ...headers, 'content-length': String(length) });
      response.write(sent, () => response.destroy());
      return () => sent.length;
    }
    case 'whole': {
      if (length === 0) {
        response.writeHead(status, headers).end();
        return () => 0;
      }
      const packed = gzip && status === 200 && body.length > 1_000;
      response.writeHead(status, packed ? { ...headers, 'content-encoding': 'gzip' } : headers);
      response.end(packed ? gzipSync(body, { level: 1 }) : body);
      return () => length;
    }
    default:
      return manner satisfies never;
  }
}
