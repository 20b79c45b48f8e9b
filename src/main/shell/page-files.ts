import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export type PageFile = {
  readonly path: string;
  readonly mimeType: string;
  /** Named after its content by the build, so it never changes under this address. */
  readonly hashed: boolean;
  read(): Promise<Uint8Array<ArrayBuffer>>;
};

/** The built page: only what was listed at start is ever served, so that no address can climb out of the folder. */
export type PageFiles = { find(pathname: string): PageFile | null; readonly count: number };

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
};

/** Lists `folder` once; throws when it is not there. Source maps and files of an unknown type are left out. */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  const walk = (relative: string): void => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const inner = `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        walk(inner);
        continue;
      }
      const mimeType = MIME_TYPES[extname(entry.name)];
      if (!entry.isFile() || mimeType === undefined) continue;
      files.set(inner, {
        path: inner,
        mimeType,
        hashed: /^\/assets\/.*-[\w-]{8}\.\w+$/.test(inner),
        read: () => readFile(join(folder, inner)),
      });
    }
  };
  walk('');
  return { find: (pathname) => files.get(pathname === '/' ? '/index.html' : pathname) ?? null, count: files.size };
}
