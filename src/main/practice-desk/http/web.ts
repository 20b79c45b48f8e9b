import { type Context, Hono } from 'hono';
import type { Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { DESK_ADDRESS } from '../desk.ts';
import type { User } from '../model.ts';
import type { Refusal } from '../refusal.ts';

export type Env = { Variables: { user: User } };
export type Ctx = Context<Env>;

/** What the routes need beside the desk. */
export type Web = {
  readonly desk: Desk;
  /** Where the desk is reached, without a trailing slash. */
  readonly address: () => string;
};

/** Zendesk answers `/tickets` and `/tickets.json` alike. */
export const createRouter = (): Hono<Env> =>
  new Hono<Env>({
    getPath: (request) => {
      const path = new URL(request.url).pathname;
      return path.startsWith('/api/') ? path.replace(/\.json$/, '') : path;
    },
  });

/** An answer in JSON, with stored addresses turned into the desk's present one. */
export const answer = (
  web: Web,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(body).replaceAll(DESK_ADDRESS, web.address()), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const refuse = (web: Web, refusal: Refusal): Response =>
  answer(web, refusal.body, refusal.status, refusal.headers ?? {});

/** The request's JSON; null when it is none. */
export const readJson = async (c: Ctx): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch {
    return null;
  }
};

export const queryOf = (c: Ctx): URLSearchParams => new URL(c.req.url).searchParams;

/** `?ids=1,2,3`; what is no number is left out. */
export const idsOf = (c: Ctx, name = 'ids'): readonly number[] =>
  (queryOf(c).get(name) ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0);

/** What `include` names: `users,groups`, and nested in what it belongs to: `tickets(users,groups)`. */
export const includesOf = (c: Ctx): ReadonlySet<string> =>
  new Set((queryOf(c).get('include') ?? '').split(/[\s,()]+/).filter((name) => name !== ''));

export const orRefuse = <Value>(
  web: Web,
  result: Result<Value, Refusal>,
  onOk: (value: Value) => Response,
): Response => (result.ok ? onOk(result.value) : refuse(web, result.error));
