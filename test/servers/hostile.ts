/** Answers of servers that misbehave, each under the name of what it does. */
import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Answer } from './loopback.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export const html =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { ...HTML, ...headers }).end(body);
  };

export const xml =
  (body: string | ((origin: string) => string), headers: Record<string, string> = {}): Answer =>
  (_, response, origin) => {
    const text = typeof body === 'string' ? body : body(origin);
    response.writeHead(200, { 'content-type': 'application/xml', ...headers }).end(text);
  };

export const text =
  (body: string): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
  };

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_, response) => {
    response.writeHead(code, { ...HTML, ...headers }).end(body);
  };

/** The first answers in turn, the last one for ever. */
export const inTurn = (...answers: readonly Answer[]): Answer => {
  let i = 0;
  return (...args) => answers[Math.min(i++, answers.length - 1)]?.(...args);
};

export const redirect = (to: string | ((origin: string) => string), code = 302): Answer => {
  return (_, response, origin) => {
    response.writeHead(code, { location: typeof to === 'string' ? to : to(origin) }).end();
  };
};

/** `/x` -> `/x?1` -> `/x?2` -> … : never the same address twice. */
export const redirectChain = (path: string, length: number): Record<string, Answer> =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      i === 0 ? path : `${path}?${i}`,
      redirect(`${path}?${i + 1}`),
    ]),
  );

/** Answers 304 to a matching If-None-Match, else the page with its ETag. */
export const withEtag =
  (
    etag: string,
    body: string | ((origin: string) => string),
    type = HTML['content-type'],
  ): Answer =>
  (request, response, origin) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const whole = typeof body === 'string' ? body : body(origin);
    response.writeHead(200, { 'content-type': type, etag }).end(whole);
  };

/** Sent in pieces without a length, so that only counting finds out. */
export const hugePage =
  (bytes: number): Answer =>
  async (_, response) => {
    response.writeHead(200, HTML);
    const piece = Buffer.alloc(64 * 1024, 'a');
    for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
      if (!response.write(piece)) {
        await new Promise<void>((resolve) => {
          const go = () => {
            response.off('drain', go).off('close', go);
            resolve();
          };
          response.on('drain', go).on('close', go);
        });
      }
    }
    response.end();
  };

/** A few KB that unpack to `bytes`. */
export const bomb = (bytes: number): Answer => {
  const packed = gzipSync(Buffer.alloc(bytes));
  return html(packed, { 'content-encoding': 'gzip' });
};

/** A complete answer whose gzip stream is cut. */
export const cutGzip: Answer = (_, response) => {
  const packed = gzipSync(randomBytes(20_000));
  response
    .writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
    .end(packed.subarray(0, packed.length / 2));
};

/** The connection breaks in the middle of a gzip stream. */
export const brokenGzip: Answer = (_, response) => {
  const packed = gzipSync(randomBytes(20_000));
  response.writeHead(200, {
    ...HTML,
    'content-encoding': 'gzip',
    'content-length': String(packed.length),
  });
  response.write(packed.subarray(0, packed.length / 2), () => response.destroy());
};

/** `deflate` without the zlib head, as some servers send it. */
export const rawDeflate = (body: string): Answer =>
  html(deflateRawSync(body), { 'content-encoding': 'deflate' });

/** Headers at once, then one byte now and then, for ever. */
export const slowLoris: Answer = (_, response) => {
  response.writeHead(200, HTML);
  response.write('<html>');
  const timer = setInterval(() => response.write('.'), 20);
  response.once('close', () => clearInterval(timer));
};

/** Takes the request and says nothing. */
export const silence: Answer = () => undefined;

/** Cuts the connection without an answer. */
export const reset: Answer = (request) => {
  request.socket.resetAndDestroy();
};

/** A page that only sets a cookie and loads itself again, as some front servers send it to strangers. */
export const cookieWall: Answer = html(
  '<html><body><script>document.cookie="K1="+"9f2c"+"; path=/";window.location.reload(true);</script></body></html>',
);

/** The same by headers. */
export const refreshWall: Answer = html(
  '<html><head><meta http-equiv="refresh" content="0"></head><body></body></html>',
  { 'set-cookie': 'k=1' },
);

/** A bot check with status 200. */
export const challenge: Answer = html(
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cType:"managed"};</script></body></html>',
);

/** A firewall's refusal with status 200. */
export const firewall: Answer = html(
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 123</body></html>',
);

/** Answers a range from the beginning with that part. */
export const withRanges =
  (body: () => string, headers: OutgoingHttpHeaders = {}): Answer =>
  (request, response) => {
    const whole = Buffer.from(body());
    const last = /^bytes=0-(\d+)$/u.exec(request.headers.range ?? '')?.[1];
    if (last === undefined) return void response.writeHead(200, { ...HTML, ...headers }).end(whole);
    const part = whole.subarray(0, Number(last) + 1);
    const range = `bytes 0-${part.length - 1}/${whole.length}`;
    response.writeHead(206, { ...HTML, ...headers, 'content-range': range }).end(part);
  };

/** Says "not modified" to every condition, whatever has changed. */
export const alwaysUnchanged =
  (answer: Answer): Answer =>
  (request, response, origin) => {
    if (request.headers['if-none-match'] || request.headers['if-modified-since']) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('etag', '"always"');
    return answer(request, response, origin);
  };

/** Another ETag each time, for the same body. */
export const changingEtag = (body: string, type = HTML['content-type']): Answer => {
  let i = 0;
  return (_, response) => {
    i += 1;
    response.writeHead(200, { 'content-type': type, etag: `"${i}"` }).end(body);
  };
};

/** Announces more than it sends, then breaks off. */
export const cutShort: Answer = (_, response) => {
  response.writeHead(200, { ...HTML, 'content-length': '10000' });
  response.write('<html><body><h1>Bài', () => response.destroy());
};

/** The connection breaks inside a body without a length. */
export const cutChunked: Answer = (_, response) => {
  response.writeHead(200, HTML);
  response.write('<html><body><h1>Bài', () => response.destroy());
};

/** Announces less than it sends. */
export const shortLength: Answer = (request) => {
  request.socket.end(
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html><body>the rest of it',
  );
};

/** A status line and headers without end. */
export const endlessHeaders: Answer = (request) => {
  const { socket } = request;
  socket.write('HTTP/1.1 200 OK\r\n');
  const more = () => {
    while (!socket.destroyed && socket.write(`x-${'a'.repeat(1000)}: b\r\n`));
  };
  socket.on('drain', more);
  more();
};

/** What is no HTTP at all. */
export const noHttp: Answer = (request) => {
  request.socket.end('SSH-2.0-OpenSSH_9.6\r\n');
};

/** Redirects that swing between two addresses. */
export const swing = (a: string, b: string): Record<string, Answer> => ({
  [a]: redirect(b),
  [b]: redirect(a),
});

/** Bytes in another charset than the one that is declared. */
export const wrongCharset: Answer = html(Uint8Array.of(0x3c, 0x68, 0x31, 0x3e, 0xd0, 0xe0, 0xff), {
  'content-type': 'text/html; charset=utf-8',
});
