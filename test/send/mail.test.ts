/** A mail server that hangs, in each of its ways. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { senderAddress, sendMail } from '../../app/send/mail.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function server(begin: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    begin(socket);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => tcp.close(resolve));
  });
  return `smtp://127.0.0.1:${(tcp.address() as AddressInfo).port}`;
}

const LETTER = { to: ['lan@bao.example'], subject: 'Tin', text: 'Tin mới' };

describe('a mail server that hangs', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['without a greeting', () => undefined],
    [
      'after its greeting',
      (socket) => {
        socket.write('220 ready\r\n');
      },
    ],
    [
      'with a byte now and then',
      (socket) => {
        const drip = setInterval(() => socket.write('2'), 20);
        socket.on('close', () => clearInterval(drip));
      },
    ],
  ])('%s ends by time-out', async (_, begin) => {
    const smtp = await server(begin);
    await expect(
      sendMail(LETTER, { smtp, from: 'toa@bao.example', timeoutMs: 300 }),
    ).rejects.toThrow();
  });
});

it('the sender is the contact where that is an address', () => {
  expect(senderAddress('toa@bao.example', ['lan@bao.example'])).toBe('toa@bao.example');
  expect(senderAddress('https://bao.example/', ['lan@bao.example'])).toBe('lan@bao.example');
  expect(senderAddress(null, ['lan@bao.example'])).toBe('lan@bao.example');
});
