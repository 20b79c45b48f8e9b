import type { Hono } from 'hono';
import { LOCALES } from '../data/locales.ts';
import { DESK_ADDRESS } from '../desk.ts';
import type { DynamicContentItem } from '../model.ts';
import { forbidden, notFound } from '../refusal.ts';
import { answerList } from './lists.ts';
import { answer, type Env, refuse, type Web } from './web.ts';

const api = `${DESK_ADDRESS}/api/v2`;

const present = (item: DynamicContentItem) => {
  const url = `${api}/dynamic_content/items/${item.id}`;
  return {
    url: `${url}.json`,
    ...item,
    variants: item.variants.map((variant) => ({ url: `${url}/variants/${variant.id}.json`, ...variant })),
  };
};

/** Languages, and texts in them. Zendesk shows those to administrators and to agents who may manage them: here all but restricted ones. */
export const addDynamicContentRoutes = (app: Hono<Env>, web: Web): void => {
  const { store } = web.desk;
  app.get('/api/v2/locales', (c) =>
    answerList(web, c, 'locales', LOCALES, (one) => ({
      url: `${api}/locales/${one.locale}.json`,
      ...one,
      native_name: one.name,
      rtl: false,
      default: one.id === 1,
    })),
  );
  app.get('/api/v2/dynamic_content/items', (c) =>
    c.get('user').ticket_restriction === null
      ? answerList(web, c, 'items', store.all('dynamicContent'), present)
      : refuse(web, forbidden),
  );
  app.get('/api/v2/dynamic_content/items/:id{[0-9]+}', (c) => {
    if (c.get('user').ticket_restriction !== null) return refuse(web, forbidden);
    const item = store.get('dynamicContent', Number(c.req.param('id')));
    return item ? answer(web, { item: present(item) }) : refuse(web, notFound);
  });
};
