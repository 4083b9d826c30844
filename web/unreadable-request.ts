/**
 * What the HTTP parser refuses before any route sees it: an address longer than all headers may be together, or what is
 * no HTTP at all. Node alone would answer with no word.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { codeOf } from '../core/errors.ts';

const ANSWERS = {
  long: {
    status: '414 URI Too Long',
    text: 'Địa chỉ hoặc câu hỏi quá dài; hãy rút ngắn lại. / Too long an address: ask for less.\n',
  },
  late: {
    status: '408 Request Timeout',
    text: 'Yêu cầu gửi quá chậm. / The request came too slowly.\n',
  },
  wrong: {
    status: '400 Bad Request',
    text: 'Yêu cầu không đọc được. / The request cannot be read.\n',
  },
} as const;

function answerTo(code: string) {
  if (code === 'HPE_HEADER_OVERFLOW') return ANSWERS.long;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? ANSWERS.late : ANSWERS.wrong;
}

/** How long the rest of what is being sent is read and thrown away, so that the answer arrives. */
const LINGER_MS = 2_000;

export function answerUnreadable(server: Pick<Server, 'on'>): void {
  server.on('clientError', (error: Error, stream) => {
    const socket = stream as Socket;
    if (!socket.writable || codeOf(error) === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const { status, text } = answerTo(codeOf(error));
    const head = [
      `HTTP/1.1 ${status}`,
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
    socket.removeAllListeners('data');
    socket.on('data', () => undefined);
    socket.setTimeout(LINGER_MS, () => socket.destroy());
  });
}
