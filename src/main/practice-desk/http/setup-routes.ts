import type { Hono } from 'hono';
import { previewMacro } from '../apply-macro.ts';
import { groupsOf } from '../desk.ts';
import type { Macro, User } from '../model.ts';
import { forbidden, notFound } from '../refusal.ts';
import { POLICY } from '../sla/policy.ts';
import { canSee } from '../visibility.ts';
import { answerList } from './lists.ts';
import { presentArticle, presentField, presentMacro, presentMacroAttachment, presentTicket } from './present.ts';
import { answer, type Ctx, type Env, queryOf, refuse, type Web } from './web.ts';

/** What the desk is set up with: macros, fields, statuses, and the help centre. */
export const addSetupRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;

  const macros = (user: User): readonly Macro[] =>
    store
      .all('macros')
      .filter(
        (macro) =>
          macro.restriction === null ||
          macro.restriction.ids.some((id) => id === user.id || groupsOf(desk, user.id).includes(id)),
      );
  const macroOf = (c: Ctx, name: string) =>
    macros(c.get('user')).find((macro) => macro.id === Number(c.req.param(name)));
  const listMacros = (c: Ctx, items: readonly Macro[]) =>
    answerList(web, c, 'macros', items, presentMacro, { key: (macro) => macro.position, descending: false });
  app.get('/api/v2/macros', (c) => {
    const active = queryOf(c).get('active');
    return listMacros(
      c,
      macros(c.get('user')).filter((macro) => active === null || String(macro.active) === active),
    );
  });
  app.get('/api/v2/macros/active', (c) =>
    listMacros(
      c,
      macros(c.get('user')).filter((macro) => macro.active),
    ),
  );
  app.get('/api/v2/macros/search', (c) => {
    const text = (queryOf(c).get('query') ?? '').toLowerCase();
    return listMacros(
      c,
      macros(c.get('user')).filter((macro) => macro.title.toLowerCase().includes(text)),
    );
  });
  app.get('/api/v2/macros/:id{[0-9]+}', (c) => {
    const macro = macroOf(c, 'id');
    return macro ? answer(web, { macro: presentMacro(macro) }) : refuse(web, notFound);
  });
  app.get('/api/v2/macros/:id{[0-9]+}/attachments', (c) => {
    const macro = macroOf(c, 'id');
    if (!macro) return refuse(web, notFound);
    const attachments = (macro.attachment_ids ?? []).flatMap((id) => store.get('attachments', id) ?? []);
    return answer(web, { macro_attachments: attachments.map((one) => presentMacroAttachment(one, macro)) });
  });
  app.get('/api/v2/macros/:id{[0-9]+}/apply', (c) => {
    const macro = macroOf(c, 'id');
    return macro
      ? answer(web, { result: { ticket: previewMacro(desk, macro, null, c.get('user')) } })
      : refuse(web, notFound);
  });
  app.get('/api/v2/tickets/:id{[0-9]+}/macros/:macro{[0-9]+}/apply', (c) => {
    const macro = macroOf(c, 'macro');
    const ticket = store.get('tickets', Number(c.req.param('id')));
    if (!macro || !ticket || ticket.status === 'deleted' || !canSee(desk, c.get('user'), ticket))
      return refuse(web, notFound);
    const changes = previewMacro(desk, macro, ticket, c.get('user'));
    return answer(web, {
      result: { ticket: { ...presentTicket(ticket), ...changes }, comment: changes['comment'] ?? null },
    });
  });

  app.get('/api/v2/ticket_fields', (c) =>
    answerList(web, c, 'ticket_fields', store.all('ticketFields'), presentField, {
      key: (field) => field.position,
      descending: false,
    }),
  );
  app.get('/api/v2/ticket_fields/:id{[0-9]+}', (c) => {
    const field = store.get('ticketFields', Number(c.req.param('id')));
    return field ? answer(web, { ticket_field: presentField(field) }) : refuse(web, notFound);
  });
  app.get('/api/v2/slas/policies', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    return answerList(web, c, 'sla_policies', [POLICY], (policy) => ({
      url: `${web.address()}/api/v2/slas/policies/${policy.id}.json`,
      ...policy,
    }));
  });
  app.get('/api/v2/custom_statuses', (c) => {
    const wanted = queryOf(c).get('status_categories')?.split(',');
    const rows = store.all('customStatuses').filter((one) => !wanted || wanted.includes(one.status_category));
    return answer(web, {
      custom_statuses: rows.map((one) => ({
        ...one,
        raw_agent_label: one.agent_label,
        raw_end_user_label: one.end_user_label,
        raw_description: one.description,
        end_user_description: one.description,
      })),
    });
  });

  app.get('/api/v2/help_center/incremental/articles', (c) => {
    const start = Number(queryOf(c).get('start_time') ?? '0') * 1000;
    const size = Math.min(Number(queryOf(c).get('per_page') ?? '1000') || 1000, 1000);
    const rows = store
      .all('articles')
      .filter((article) => Date.parse(article.updated_at) >= start)
      .sort((one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at) || one.id - other.id);
    // A page never ends between two articles of one second, or the next start would skip or repeat for ever.
    let end = Math.min(size, rows.length);
    while (end < rows.length && rows[end]?.updated_at === rows[end - 1]?.updated_at) end += 1;
    const shown = rows.slice(0, end);
    const last = shown.at(-1);
    const endTime = last ? Math.floor(Date.parse(last.updated_at) / 1000) : Math.floor(desk.now() / 1000);
    return answer(web, {
      articles: shown.map(presentArticle),
      count: shown.length,
      end_time: endTime,
      next_page:
        end < rows.length
          ? `${web.address()}/api/v2/help_center/incremental/articles.json?start_time=${endTime + 1}&per_page=${size}`
          : null,
    });
  });
  for (const locale of ['', '/en-us', '/de', '/uk']) {
    const inLocale = () => store.all('articles').filter((one) => locale === '' || `/${one.locale}` === locale);
    app.get(`/api/v2/help_center${locale}/articles`, (c) => answerList(web, c, 'articles', inLocale(), presentArticle));
    app.get(`/api/v2/help_center${locale}/articles/:id{[0-9]+}`, (c) => {
      const article = store.get('articles', Number(c.req.param('id')));
      return article ? answer(web, { article: presentArticle(article) }) : refuse(web, notFound);
    });
    app.get(`/api/v2/help_center${locale}/sections/:id{[0-9]+}/articles`, (c) =>
      answerList(
        web,
        c,
        'articles',
        inLocale().filter((one) => one.section_id === Number(c.req.param('id'))),
        presentArticle,
      ),
    );
    app.get(`/api/v2/help_center${locale}/sections`, (c) =>
      answerList(web, c, 'sections', store.all('sections'), (one) => ({
        ...one,
        html_url: `${web.address()}/hc/en-us/sections/${one.id}`,
        outdated: false,
        source_locale: 'en-us',
      })),
    );
    app.get(`/api/v2/help_center${locale}/categories`, (c) =>
      answerList(web, c, 'categories', store.all('categories'), (one) => ({
        ...one,
        html_url: `${web.address()}/hc/en-us/categories/${one.id}`,
        outdated: false,
        source_locale: 'en-us',
      })),
    );
  }
};
