import { type Imported, type Names, nameIn, personNames, translate } from './translate.ts';

const PERSON = {
  name: 'name',
  firstname: 'first_name',
  lastname: 'last_name',
  email: 'email',
  phone: 'phone',
  language: 'language',
  time_zone: 'time_zone',
  company_name: 'organization.name',
};

/** https://support.freshdesk.com/support/solutions/articles/73000535240 */
const NAMES: Names = {
  ...personNames('ticket.requester', 'ticket.requester', PERSON),
  ...personNames('ticket.agent', 'ticket.assignee', PERSON),
  'ticket.id': 'ticket.id',
  'ticket.subject': 'ticket.title',
  'ticket.description': 'ticket.description',
  'ticket.description_text': 'ticket.description',
  'ticket.url': 'ticket.link',
  'ticket.status': 'ticket.status',
  'ticket.priority': 'ticket.priority',
  'ticket.source': 'ticket.via',
  'ticket.ticket_type': 'ticket.ticket_type',
  'ticket.tags': 'ticket.tags',
  'ticket.group.name': 'ticket.group.name',
  'ticket.company.name': 'ticket.organization.name',
  'ticket.latest_public_comment': 'ticket.latest_public_comment',
  'ticket.created_on': 'ticket.created_at',
};

const TAG_OR_OUTPUT = /(\{\{|\{%)((?:(?!\{\{|\{%|\}\}|%\})[^])*)(\}\}|%\})/gu;
/** A name with a point in it, or a text in quotation marks, which is passed over. */
const NAME_OR_TEXT = /"[^"]*"|'[^']*'|[a-z_]\w*(?:\.\w+)+/giu;
/** An output by one word, which is no name that we know. */
const ONE_WORD = /^\s*[a-z_]\w*\s*(?:\||$)/iu;

/** `{{ticket.requester.firstname}}`: Liquid as well, so filters and conditions stay, and only names change. */
export const fromFreshdesk = (text: string): Imported =>
  translate(text, TAG_OR_OUTPUT, ([open = '', inner = '', close = '']) => {
    let known = open === '{%' || !ONE_WORD.test(inner);
    const ours = inner.replace(NAME_OR_TEXT, (part) => {
      if (/^["']/.test(part)) return part;
      const name = nameIn(NAMES, part);
      known &&= name !== null;
      return name ?? part;
    });
    return known ? `${open}${ours}${close}` : null;
  });
