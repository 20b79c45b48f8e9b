import type { Hono } from 'hono';
import type { RatingRow } from '../model.ts';
import { badRequest, forbidden, notFound } from '../refusal.ts';
import { answerList } from './lists.ts';
import { presentRating } from './present.ts';
import { answer, type Env, queryOf, refuse, type Web } from './web.ts';

/** `received`, `good`, `bad` and so on, with or without a comment where the name says so. */
const matches = (wanted: string, { score, comment }: RatingRow): boolean => {
  const [, kind, words] = /^(.+?)(_with_comment|_without_comment)?$/.exec(wanted) ?? [];
  if (words !== undefined && (words === '_with_comment') !== (comment !== null)) return false;
  return kind === 'received' ? score !== 'offered' : score === kind;
};

/** What customers said of how they were helped; the API lets administrators alone list it. */
export const addRatingRoutes = (app: Hono<Env>, web: Web): void => {
  const { store } = web.desk;
  app.get('/api/v2/satisfaction_ratings', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const query = queryOf(c);
    const score = query.get('score');
    const from = Number(query.get('start_time') ?? '0') * 1000;
    const to = Number(query.get('end_time') ?? '9999999999') * 1000;
    if (Number.isNaN(from) || Number.isNaN(to)) return refuse(web, badRequest('start_time and end_time are seconds.'));
    const rows = store.all('ratings').filter((one) => {
      const at = Date.parse(one.updated_at);
      return (score === null || matches(score, one)) && at >= from && at <= to;
    });
    return answerList(web, c, 'satisfaction_ratings', rows, presentRating, {
      key: (one) => one.created_at,
      descending: query.get('sort_order') === 'desc',
    });
  });
  app.get('/api/v2/satisfaction_ratings/:id{[0-9]+}', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const rating = store.get('ratings', Number(c.req.param('id')));
    return rating ? answer(web, { satisfaction_rating: presentRating(rating) }) : refuse(web, notFound);
  });
};
