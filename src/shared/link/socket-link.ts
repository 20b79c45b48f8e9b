import { z } from '../schema.ts';
import type { LinkPort } from './port.ts';

/** What this needs of a WebSocket: the browser's and that of `ws` both fit. It must be open or opening. */
export type SocketLike = {
  binaryType: string;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close' | 'error', listener: () => void): void;
};

/**
 * A link over a WebSocket. A message without bytes is one text frame: `v` and its JSON. One with bytes is a text frame (`b` and
 * the JSON with null where bytes belong, and the paths to them) followed by one binary frame for each, so that an attachment
 * travels at its own size.
 */
export function socketLink(socket: SocketLike): LinkPort {
  socket.binaryType = 'arraybuffer';
  return {
    post(message) {
      const found = findBytes(message, []);
      if (found.length === 0) return socket.send(`v${JSON.stringify(message)}`);
      socket.send(`b${JSON.stringify({ value: message, paths: found.map(({ path }) => path) }, withoutBytes)}`);
      for (const { bytes } of found) socket.send(new Uint8Array(bytes));
    },
    onMessage(listener) {
      const read = createReader(listener, () => socket.close());
      socket.addEventListener('message', (event) => read(event.data));
    },
    onClose(listener) {
      socket.addEventListener('close', listener);
    },
    close: () => socket.close(),
  };
}

type Path = readonly (string | number)[];
const headSchema = z.object({
  value: z.unknown(),
  paths: z.array(z.array(z.union([z.string(), z.number()]))),
});

/** A frame out of order or out of shape means that the rest cannot be trusted either: the connection is given up. */
function createReader(listener: (message: unknown) => void, giveUp: () => void): (data: unknown) => void {
  let head: { value: unknown; readonly paths: readonly Path[]; at: number } | null = null;
  const deliver = (): void => {
    if (!head || head.at < head.paths.length) return;
    const { value } = head;
    head = null;
    listener(value);
  };
  return (data) => {
    try {
      if (typeof data === 'string') {
        if (head) return giveUp();
        if (data[0] === 'v') return listener(JSON.parse(data.slice(1)));
        if (data[0] !== 'b') return giveUp();
        head = { ...headSchema.parse(JSON.parse(data.slice(1))), at: 0 };
        return deliver();
      }
      const path = head?.paths[head.at];
      if (!head || !path || !(data instanceof ArrayBuffer)) return giveUp();
      place(head.value, path, new Uint8Array(data));
      head.at++;
      deliver();
    } catch {
      giveUp();
    }
  };
}

function findBytes(value: unknown, path: Path): readonly { readonly path: Path; readonly bytes: Uint8Array }[] {
  if (value instanceof Uint8Array) return [{ path, bytes: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => findBytes(item, [...path, index]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => findBytes(item, [...path, key]));
  return [];
}

/** A Node `Buffer` has turned itself into an object by the time a replacer sees it, hence the look at the holder. */
function withoutBytes(this: unknown, key: string, value: unknown): unknown {
  const held = typeof this === 'object' && this !== null ? Reflect.get(this, key) : value;
  return held instanceof Uint8Array ? null : value;
}

function place(root: unknown, path: Path, bytes: Uint8Array): void {
  const last = path.at(-1);
  let holder: unknown = root;
  for (const key of path.slice(0, -1)) holder = own(holder, key);
  if (last === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, last))
    throw new Error('no such path');
  Reflect.set(holder, last, bytes);
}

const own = (holder: unknown, key: string | number): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
