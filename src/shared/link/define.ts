import type { z } from '../schema.ts';

/**
 * One side of a link: every method with the schemas of its arguments and its result. Both ends parse what arrives.
 * `lane` orders calls that wait: `agent` is what a person waits for, `sync` gives way.
 */
export type Method = {
  readonly args: z.ZodTuple;
  readonly result: z.ZodType;
  readonly lane: 'agent' | 'sync';
};
export type Contract = Readonly<Record<string, Method>>;

/** What the side that serves `C` implements. */
export type Implementation<C extends Contract> = {
  readonly [Name in keyof C]: (
    ...args: z.infer<C[Name]['args']> extends readonly unknown[] ? z.infer<C[Name]['args']> : never
  ) => Promise<z.infer<C[Name]['result']>>;
};

/** What the side that calls `C` holds. Every call rejects with `LinkClosed` once the link is down. */
export type Client<C extends Contract> = Implementation<C>;

export class LinkClosed extends Error {
  constructor() {
    super('The link is closed.');
    this.name = 'LinkClosed';
  }
}
