/** Reports that leave by real connections to servers on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { judge } from '../../app/night/health.ts';
import { morningReport } from '../../app/night/report.ts';
import { reportText, reportTitle } from '../../app/night/report-text.ts';
import { channelsOf, type Message, sendersOf } from '../../app/night/senders.ts';

const NOTHING = {
  window: { start: 30, end: 330 },
  report: 360,
  sweeps: [],
  webhook: null,
  smtp: null,
  reportTo: [],
  heartbeat: null,
};
const report = morningReport({
  day: '2026-11-25',
  start: new Date('2026-11-24T17:30:00Z'),
  end: new Date('2026-11-24T22:30:00Z'),
  madeAt: new Date('2026-11-24T23:00:00Z'),
  rows: [],
  figures: new Map(),
  judgement: judge([], []),
});
const MESSAGE: Message = {
  title: reportTitle(report),
  text: reportText(report, (id) => id),
  report,
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly body: string;
}

async function web(status: number) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ method: request.method, path: request.url, body });
    response.writeHead(status, { location: '/elsewhere' }).end('được');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { asked, url: `http://127.0.0.1:${port}` };
}

async function post(refuse: boolean) {
  const letters: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(refuse ? new Error('no such box') : null),
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += String(chunk);
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done(null);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { letters, url: `smtp://127.0.0.1:${port}` };
}

describe('a report', () => {
  it('goes to a webhook as JSON, and a heartbeat is a GET', async () => {
    const { asked, url } = await web(200);
    const settings = { ...NOTHING, webhook: `${url}/hook`, heartbeat: `${url}/beat` };
    for (const { send } of sendersOf(settings, null)) await send(MESSAGE);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /hook',
      'GET /beat',
    ]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual(JSON.parse(JSON.stringify(MESSAGE)));
  });

  it.each([500, 404, 302])('is not sent where the answer is %i', async (status) => {
    const { url } = await web(status);
    const [sender] = sendersOf({ ...NOTHING, webhook: url }, null);
    await expect(sender?.send(MESSAGE)).rejects.toThrow();
  });

  it('goes by e-mail to all, with its data attached', async () => {
    const { letters, url } = await post(false);
    const to = ['lan@bao.example', 'minh@bao.example'];
    const [sender] = sendersOf({ ...NOTHING, smtp: url, reportTo: to }, 'toa@bao.example');
    await sender?.send(MESSAGE);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toEqual(to);
    expect(letters[0]?.text).toMatch(/^From: .*<toa@bao\.example>/m);
    expect(letters[0]?.text).toContain('diembao-2026-11-25.json');
  });

  it('is not sent where the mail server refuses', async () => {
    const { url } = await post(true);
    const [sender] = sendersOf({ ...NOTHING, smtp: url, reportTo: ['lan@bao.example'] }, null);
    await expect(sender?.send(MESSAGE)).rejects.toThrow(/no such box|recipients/);
  });

  it('goes nowhere where nothing is set, or no address for the mail', () => {
    expect(channelsOf(NOTHING)).toEqual([]);
    expect(channelsOf({ ...NOTHING, smtp: 'smtp://127.0.0.1' })).toEqual([]);
  });
});
