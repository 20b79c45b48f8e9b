import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { isAgent } from '../desk.ts';
import type { User } from '../model.ts';
import { refusalOf } from '../refusal.ts';
import { addAttachmentContent, addConversationRoutes } from './conversation-routes.ts';
import { addDynamicContentRoutes } from './dynamic-content-routes.ts';
import { addEndRoutes } from './end-routes.ts';
import { addExportRoutes, type ExportRules } from './export-routes.ts';
import { addFindRoutes } from './find-routes.ts';
import { addJobRoutes } from './jobs.ts';
import { createBuckets, type Limits, type Taken } from './limits.ts';
import { addMetricRoutes } from './metric-routes.ts';
import { addOauthRoutes } from './oauth-routes.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addRatingRoutes } from './rating-routes.ts';
import { addSetupRoutes } from './setup-routes.ts';
import { addSideRoutes } from './side-routes.ts';
import { addTagRoutes } from './tag-routes.ts';
import { addTicketRoutes } from './ticket-routes.ts';
import { answer, type Ctx, createRouter, type Env, refuse, type Web } from './web.ts';
import { addWriteRoutes } from './write-routes.ts';

export type AppRules = ExportRules & {
  readonly limits: Limits;
  readonly apiTokens: readonly string[];
  readonly sideConversations: boolean;
};

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Who asks: `email/token:…` in basic authentication (a token acts as any agent, as at Zendesk), or a bearer token. */
const authenticate = (web: Web, header: string | undefined, tokens: readonly string[]): User | null => {
  const [scheme, credential = ''] = (header ?? '').split(' ');
  const { store } = web.desk;
  if (scheme?.toLowerCase() === 'bearer') {
    const grant = store.get('grants', credential);
    if (grant?.kind !== 'access' || grant.expiresAt <= web.desk.now()) return null;
    return store.get('users', grant.userId) ?? null;
  }
  if (scheme?.toLowerCase() !== 'basic') return null;
  const found = /^(.+)\/token:(.*)$/s.exec(Buffer.from(credential, 'base64').toString('utf8'));
  if (!found || !tokens.some((token) => sameText(token, found[2] ?? ''))) return null;
  const email = found[1]?.toLowerCase();
  return store.all('users').find((user) => user.active && isAgent(user) && user.email?.toLowerCase() === email) ?? null;
};

/** The desk's whole HTTP face, without a socket. */
export const createApp = (web: Web, rules: AppRules): Hono<Env> => {
  const app = createRouter();
  const take = createBuckets(web.desk.now);
  const { limits } = rules;

  app.use('*', async (c, next) => {
    // A page elsewhere whose name was made to point here must not reach the desk.
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(host))
      return refuse(web, refusalOf(403, 'Forbidden', 'This host is not served.'));
    await next();
    web.desk.store.commit();
    c.res.headers.set('date', new Date(web.desk.now()).toUTCString());
    c.res.headers.set('cache-control', 'no-store');
    return undefined;
  });

  const specific = (c: Ctx, user: User): Taken | null => {
    const path = c.req.path;
    const view = /^\/api\/v2\/views\/(\d+)\/(tickets|execute|count)/.exec(path);
    if (view) return take(`view:${view[1]}:${view[2]}:${user.id}`, limits.viewPerMinute, 60_000);
    if (path.startsWith('/api/v2/incremental/')) return take('export', limits.exportPerMinute, 60_000);
    const update = c.req.method === 'PUT' ? /^\/api\/v2\/tickets\/(\d+)/.exec(path) : null;
    return update ? take(`update:${update[1]}:${user.id}`, limits.updatesPerTenMinutes, 600_000) : null;
  };
  app.use('/api/*', async (c, next) => {
    const user = authenticate(web, c.req.header('authorization'), rules.apiTokens);
    if (!user)
      return answer(web, { error: "Couldn't authenticate you" }, 401, {
        'www-authenticate': 'Basic realm="Web Password"',
      });
    c.set('user', user);
    const account = take('account', limits.accountPerMinute, 60_000);
    const special = account.allowed ? specific(c, user) : null;
    const over = !account.allowed ? account : special && !special.allowed ? special : null;
    const headers = {
      'x-rate-limit': String(account.limit),
      'x-rate-limit-remaining': String(account.remaining),
      'ratelimit-limit': String(account.limit),
      'ratelimit-remaining': String(account.remaining),
      'ratelimit-reset': String(account.resetS),
    };
    if (over)
      return answer(
        web,
        { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
        429,
        {
          ...headers,
          'retry-after': String(over.retryAfterS),
        },
      );
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  });

  addOauthRoutes(app, web);
  addAttachmentContent(app, web);
  addPeopleRoutes(app, web);
  addSideRoutes(app, web, rules.sideConversations);
  addTicketRoutes(app, web);
  addWriteRoutes(app, web);
  addEndRoutes(app, web);
  addTagRoutes(app, web);
  addJobRoutes(app, web);
  addConversationRoutes(app, web);
  addMetricRoutes(app, web);
  addExportRoutes(app, web, rules);
  addFindRoutes(app, web);
  addRatingRoutes(app, web);
  addSetupRoutes(app, web);
  addDynamicContentRoutes(app, web);
  app.notFound(() => answer(web, { error: 'InvalidEndpoint', description: 'Not found' }, 404));
  return app;
};
