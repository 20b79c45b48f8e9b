import { createFramePool, type FramePool } from './frame-pool.ts';

/** Our own empty page, served with the frame's content security policy. */
const MESSAGE_PAGE = '/message.html';
const KEPT_FRAMES = 8;

/** The pool belongs to the document: panes come and go with every ticket, and its frames are what outlives them. */
const pools = new WeakMap<Document, FramePool>();

export function framePoolOf(page: Document): FramePool {
  const known = pools.get(page);
  if (known) return known;
  const pool = createFramePool({ page, url: MESSAGE_PAGE, size: KEPT_FRAMES });
  pools.set(page, pool);
  return pool;
}
