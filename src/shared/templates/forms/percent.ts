import { type Imported, type Names, nameIn, output, personNames, translate } from './translate.ts';

const PERSON = { fullName: 'name', firstName: 'first_name', lastName: 'last_name', email: 'email', phone: 'phone' };
const SHARED: Names = {
  ...personNames('customer', 'ticket.requester', PERSON),
  ...personNames('user', 'current_user', PERSON),
  'customer.company': 'ticket.organization.name',
  subject: 'ticket.title',
  'conversation.number': 'ticket.id',
};

/** FreeScout's `replaceMailVars` (app/Misc/Mail.php). */
const FREESCOUT: Names = SHARED;
/** Help Scout's variables, whose form and names FreeScout has taken over. */
const HELP_SCOUT: Names = { ...SHARED, 'conversation.subject': 'ticket.title', 'conversation.url': 'ticket.link' };

/** `{%customer.firstName,fallback=there%}` */
const fromPercent = (text: string, names: Names): Imported =>
  translate(text, /\{%\s*([\w.]+)\s*(?:,\s*fallback=([^%\n]*))?%\}/gu, ([name = '', fallback]) =>
    output(nameIn(names, name), fallback?.trim()),
  );

export const fromFreeScout = (text: string): Imported => fromPercent(text, FREESCOUT);
export const fromHelpScout = (text: string): Imported => fromPercent(text, HELP_SCOUT);
