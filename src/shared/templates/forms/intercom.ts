import { type Imported, type Names, nameIn, output, personNames, translate } from './translate.ts';

const PERSON = { name: 'name', first_name: 'first_name', last_name: 'last_name', email: 'email', phone: 'phone' };
const REQUESTER = personNames('user', 'ticket.requester', PERSON);

/** https://developers.intercom.com/docs/references/unstable/rest-api/api.intercom.io/macros/macro_list, and attributes by their names. */
const NAMES: Names = {
  ...REQUESTER,
  ...personNames('contact', 'ticket.requester', PERSON),
  ...Object.fromEntries(Object.entries(REQUESTER).map(([theirs, ours]) => [theirs.slice('user.'.length), ours])),
  ...personNames('teammate', 'current_user', PERSON),
  ...personNames('author', 'current_user', PERSON),
  ...personNames('admin', 'current_user', PERSON),
  'company.name': 'ticket.organization.name',
  'conversation.id': 'ticket.id',
  'conversation.subject': 'ticket.title',
  'ticket.id': 'ticket.id',
  'ticket.title': 'ticket.title',
};

/** As it is written, and as the macros API has it in `body`. */
const FORMS =
  /\{\{\s*([\w.]+)\s*(?:\|\s*fallback:\s*(?:"([^"\n]*)"|“([^”\n]*)”|'([^'\n]*)'|&quot;(.*?)&quot;)\s*)?\}\}|<attribute\s+key="([\w.]+)"(?:\s+default="([^"]*)")?\s*\/?>/gu;

/** `{{first_name | fallback:"there"}}`, `<attribute key="user.name" default="there"/>` */
export const fromIntercom = (text: string): Imported =>
  translate(text, FORMS, ([written, straight, curly, single, entity, key, standard]) =>
    output(nameIn(NAMES, written ?? key ?? ''), straight ?? curly ?? single ?? entity ?? standard),
  );
