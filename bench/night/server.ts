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

  function note(site: Site, path: string, reply: Reply): void {
    const account = accountOf(site);
    const { host } = site.paper;
    const url = host + path.replace(/\?utm_source=rss$/u, '');
    requests += 1;
    account.requests += 1;
    if (reply.of.kind === 'robots') {
      account.robots = reply.of.rules;
      rules.set(host, reply.of.rules);
      if (reply.of.rules === 'refuse' && account.sourcesAsked === 0) account.refused = true;
      return;
    }
    const rule = rules.get(host) ?? null;
    if (rule !== 'open')
      offend(`${url} was asked for while robots.txt says ${rule ?? 'nothing yet'}`);
    if (reply.of.kind === 'forbidden') offend(`${url} is forbidden by robots.txt`);
    if (reply.of.kind === 'unknown') offend(`${url} was never named`);
    if (reply.of.kind === 'source') {
      account.sourcesAsked += 1;
      account.sourcesAskedAt ??= now();
      noteSource(site, url, reply);
    }
    if (reply.of.kind === 'article' || reply.of.kind === 'astray') noteArticle(account, url, reply);
  }

  function noteSource({ paper }: Site, url: string, { status, body }: Reply): void {
    const honest = paper.validators === 'etag' || paper.validators === 'last-modified';
    if (status === 200) {
      const text = body.toString('latin1');
      if (honest && wholeSources.get(url) === text) {
        unchanged.asked += 1;
        unchanged.largest = Math.max(unchanged.largest, body.length);
      }
      wholeSources.set(url, text);
    } else if (status === 304 && honest) unchanged.asked += 1;
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
    note(site, path, reply);
    const send = () => write(response, reply, site.paper.gzip);
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

function write(response: ServerResponse, { status, headers, body, manner }: Reply, gzip: boolean) {
  switch (manner) {
    case 'hang':
      return;
    case 'cut':
    case 'long': {
      const length = manner === 'cut' ? body.length : body.length + 500;
      const sent = manner === 'cut' ? body.subarray(0, body.length >> 1) : body;
      response.writeHead(status, { ...headers, 'content-length': String(length) });
      response.write(sent, () => response.destroy());
      return;
    }
    case 'whole': {
      if (status === 304 || body.length === 0)
        return void response.writeHead(status, headers).end();
      const packed = gzip && status === 200 && body.length > 1_000;
      response.writeHead(status, packed ? { ...headers, 'content-encoding': 'gzip' } : headers);
      return void response.end(packed ? gzipSync(body, { level: 1 }) : body);
    }
    default:
      return manner satisfies never;
  }
}
