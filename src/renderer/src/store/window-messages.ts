import type { DeskEvent } from './desk-api.ts';

/** What the window tells its worker beside calls. A port travels with the message. */
export type FromWindow =
  | { readonly type: 'holdfast:port' }
  | { readonly type: 'holdfast:socket'; readonly url: string }
  | null
  | undefined;

/** What the worker calls in the window. */
export type WindowFace = { deskEvent(event: DeskEvent): void };
