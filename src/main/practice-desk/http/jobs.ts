import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { iso } from '../desk.ts';
import { notFound } from '../refusal.ts';
import { answer, type Env, refuse, type Web } from './web.ts';

type JobRow = { readonly id: string } & Readonly<Record<string, unknown>>;
const presentJob = (web: Web, job: JobRow) => ({ ...job, url: `${web.address()}/api/v2/job_statuses/${job.id}.json` });

/** Jobs are done at once here; the answer says `queued` as Zendesk's does, the job itself `completed`. */
export const addJob = (web: Web, results: readonly Readonly<Record<string, unknown>>[]) => {
  const id = createHash('sha256')
    .update(`${web.desk.seed}:job:${web.desk.store.nextId('jobs', 1)}`)
    .digest('hex')
    .slice(0, 32);
  const job = {
    id,
    status: 'completed' as const,
    total: results.length,
    progress: results.length,
    message: `Completed at ${iso(web.desk.now())}`,
    results,
  };
  web.desk.store.put('jobs', job);
  return { ...presentJob(web, job), status: 'queued', progress: null, message: null, results: null };
};

export const addJobRoutes = (app: Hono<Env>, web: Web): void => {
  const { store } = web.desk;
  app.get('/api/v2/job_statuses/:id', (c) => {
    const job = store.get('jobs', c.req.param('id'));
    return job ? answer(web, { job_status: presentJob(web, job) }) : refuse(web, notFound);
  });
};
