import { type Imported, type Names, nameIn, output, personNames, translate } from './translate.ts';

const PERSON = {
  firstname: 'first_name',
  lastname: 'last_name',
  fullname: 'name',
  email: 'email',
  phone: 'phone',
  note: 'notes',
  'organization.name': 'organization.name',
};

/**
 * https://admin-docs.zammad.org/en/latest/system/variables.html. `ticket.id` is left out: in Zammad it is the number in the
 * address of a page, and what people call a ticket by is `ticket.number`.
 */
const NAMES: Names = {
  ...personNames('ticket.customer', 'ticket.requester', PERSON),
  ...personNames('ticket.owner', 'ticket.assignee', PERSON),
  ...personNames('user', 'current_user', PERSON),
  'ticket.number': 'ticket.id',
  'ticket.title': 'ticket.title',
  'ticket.state.name': 'ticket.custom_status',
  'ticket.priority.name': 'ticket.priority',
  'ticket.group.name': 'ticket.group.name',
  'ticket.organization.name': 'ticket.organization.name',
  'ticket.tags': 'ticket.tags',
  'ticket.created_at': 'ticket.created_at',
  'ticket.updated_at': 'ticket.updated_at',
  'article.body': 'ticket.latest_comment',
  'article.created_at': 'ticket.latest_comment.created_at',
};

/** `#{ticket.customer.firstname}` */
export const fromZammad = (text: string): Imported =>
  translate(text, /#\{([^{}\n]*)\}/gu, ([name = '']) => output(nameIn(NAMES, name), undefined));
