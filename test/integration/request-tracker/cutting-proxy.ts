import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  readonly url: string;
  /** Cuts the next request that writes: before the helpdesk has it, or after it was done and before the answer is back. */
  readonly cutNext: (what: 'request' | 'answer') => void;
  readonly waiting: () => boolean;
  readonly close: () => Promise<void>;
};

/** Passes bytes to a port of this machine and breaks a connection when told to, as a failing link does. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let next: 'request' | 'answer' | null = null;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let cutting = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      const writes = /^(POST|PUT) /.test(bytes.toString('latin1', 0, 5));
      if (writes && next !== null) {
        const what = next;
        next = null;
        if (what === 'request') return void near.resetAndDestroy();
        cutting = true;
      }
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (cutting) near.resetAndDestroy();
      else near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutNext: (what) => {
      next = what;
    },
    waiting: () => next !== null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
