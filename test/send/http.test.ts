/** What leaves by HTTP goes where it was meant to, and nowhere inside. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hostAndPort, sendHttp } from '../../app/send/http.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function server(answer: number | null) {
  const asked: string[] = [];
  const web = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer !== null) response.writeHead(answer, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
  });
  const { port } = web.address() as AddressInfo;
  return { asked, port };
}

const post = { method: 'POST', body: '{}' } as const;

describe('a request that leaves', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://2130706433:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
  ])('does not go to %s', async (url) => {
    const { asked, port } = await server(200);
    await expect(
      sendHttp(url.replace('PORT', String(port)), post, { allowPrivate: [] }),
    ).rejects.toMatchObject({ code: 'send-private-address' });
    expect(asked).toEqual([]);
  });

  it('goes only to an address that was looked at: a name is asked once', async () => {
    const { asked, port } = await server(200);
    const answers = ['192.0.2.1', '127.0.0.1'];
    const looked: string[] = [];
    const resolve = async () => {
      const address = answers.shift() ?? '127.0.0.1';
      looked.push(address);
      return [{ address, family: 4 }];
    };
    await expect(
      sendHttp(`http://hook.example:${port}/`, post, { allowPrivate: [], resolve, timeoutMs: 300 }),
    ).rejects.toThrow();
    expect(looked).toEqual(['192.0.2.1']);
    expect(asked).toEqual([]);
  });

  it('goes to a private address that is allowed', async () => {
    const { asked, port } = await server(204);
    const url = `http://127.0.0.1:${port}/moc`;
    await sendHttp(url, post, { allowPrivate: [hostAndPort(url)] });
    expect(asked).toEqual(['/moc']);
  });

  it.each([302, 404, 500])('has not arrived where the answer is %i', async (code) => {
    const { asked, port } = await server(code);
    const url = `http://127.0.0.1:${port}/`;
    await expect(sendHttp(url, post, { allowPrivate: [hostAndPort(url)] })).rejects.toMatchObject({
      code: 'send-refused',
      message: `it answered ${code}`,
    });
    expect(asked).toEqual(['/']);
  });

  it('ends where the server never answers', async () => {
    const { port } = await server(null);
    const url = `http://127.0.0.1:${port}/`;
    await expect(
      sendHttp(url, post, { allowPrivate: [hostAndPort(url)], timeoutMs: 200 }),
    ).rejects.toThrow(/timeout|aborted/i);
  });
});
