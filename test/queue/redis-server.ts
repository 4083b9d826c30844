/** A real Redis for a suite: on a free port of loopback, in a folder of its own, ended by its pid. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Kills it as a power cut would; what it wrote to disk stays. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

export const redisIsInstalled = () => spawnSync('redis-server', ['--version']).status === 0;

/** The message of a suite that cannot run here. */
export const REDIS_NOT_RUN = 'not run: the BullMQ suite, because there is no redis-server';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Every write is on disk before it is answered, so that a test may kill the server at any moment. */
export const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always'];

/** @param settings further arguments, as `['--requirepass', 'x']` */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'diembao-redis-'));
  let child: ChildProcess | null = null;
  let exited: Promise<unknown> = Promise.resolve();

  const start = async () => {
    const own = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
        .concat(['--maxmemory-policy', 'noeviction', '--daemonize', 'no'])
        .concat(settings),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child = own;
    exited = new Promise((resolve) => own.once('exit', resolve));
    let output = '';
    await new Promise<void>((resolve, reject) => {
      own.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready to accept connections')) resolve();
      });
      own.once('error', reject);
      own.once('exit', () => reject(new Error(`redis-server ended: ${output}`)));
    });
  };
  const kill = async () => {
    child?.kill('SIGKILL');
    child = null;
    await exited;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Answers as a Redis whose INFO says `info`, and OK to everything else. */
export async function startFalseRedis(info: string) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const command of chunk.toString().split(/(?=^\*\d+\r\n)/m))
        socket.write(
          /\r\ninfo\r\n/i.test(command)
            ? `$${Buffer.byteLength(info)}\r\n${info}\r\n`
            : /\r\nhello\r\n/i.test(command)
              ? "-ERR unknown command 'HELLO'\r\n"
              : '+OK\r\n',
        );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `redis://127.0.0.1:${address.port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
