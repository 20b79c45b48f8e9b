import { createHash } from 'node:crypto';
import { type AddressInfo, connect, createServer } from 'node:net';

/** The lock as a watch and those who ask it know it. */
export type Watched = { readonly id: string; readonly watchPort: number };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const proofOf = (id: string): string => hash(`holdfast ${id}`);
/** Only who may read the lock can make it. */
const leaveOf = (id: string): string => hash(`holdfast link ${id}`);

/** An answer on loopback takes a millisecond; a holder that is busy for longer than this is still told apart by its process. */
const ANSWER_MS = 1_000;
/** A link is shorter. */
const LONGEST = 4_096;

/** Proves on loopback that this process wrote the lock, and takes links that other starts were given. */
export async function startWatch(
  id: string,
  onLink: (link: string) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((socket) => {
    let said = '';
    socket.on('error', () => socket.destroy());
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.length > LONGEST) socket.destroy();
    });
    socket.on('end', () => {
      const [leave, link = ''] = said.split('\n');
      if (leave === leaveOf(id) && link !== '') onLink(link);
    });
    socket.end(proofOf(id));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // The watch never keeps a process alive that has nothing else to do.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** `silent`: something listens and says nothing: stopped in a debugger, or another program. */
export type WatchAnswer = 'alive' | 'silent' | 'gone';

/** Asks whether the holder of a lock lives, and gives it a link where there is one to give. */
export function askWatch({ id, watchPort }: Watched, link: string | null = null): Promise<WatchAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ port: watchPort, host: '127.0.0.1', timeout: ANSWER_MS, allowHalfOpen: true });
    let answer = '';
    const settle = (as: WatchAnswer): void => {
      socket.destroy();
      resolve(as);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > 64) settle('gone');
    });
    socket.on('end', () => {
      if (answer !== proofOf(id)) settle('gone');
      else if (link === null) settle('alive');
      else socket.end(`${leaveOf(id)}\n${link}`, () => settle('alive'));
    });
    socket.on('error', () => settle('gone'));
    socket.on('timeout', () => settle('silent'));
  });
}
