import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Where a first start looks for its port: below what systems hand out by themselves (32768 on Linux, 49152 elsewhere), so
 * that no passing connection of another program holds it at the next start.
 */
const FIRST = 20_000;
const SPAN = 10_000;

/** Listens on 127.0.0.1 alone; `taken` when another program is there, or it may not. 0 picks any. */
export function listenOn(server: Server, port: number): Promise<Result<number, 'taken'>> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(err('taken'));
      else reject(error);
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(ok((server.address() as AddressInfo).port));
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ port, host: '127.0.0.1', exclusive: true });
  });
}

/** Listens on a port that a profile can keep. `random` gives numbers from 0 up to 1. */
export async function listenForGood(server: Server, random: () => number): Promise<Result<number, 'taken'>> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const listened = await listenOn(server, FIRST + Math.floor(random() * SPAN));
    if (listened.ok) return listened;
  }
  return err('taken');
}
