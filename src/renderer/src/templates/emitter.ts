import type { Emitter } from 'liquidjs';
import { LIMITS, Stopped } from './limits.ts';
import { printed } from './printed.ts';

/** Collects what a template writes, up to the limit. */
export const createEmitter = (): Emitter => ({
  buffer: '',
  write(value: unknown) {
    this.buffer += printed(value);
    if (this.buffer.length > LIMITS.outputLength) throw new Stopped('too-much-output');
  },
});
