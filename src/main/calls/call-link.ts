import type { NewCall } from './begin-call.ts';
import { LINKED } from './take-event.ts';
import { toldName, toldNumber } from './told-number.ts';

/** What a link names or a web address carries: the same fields, as a telephone program fills them in. */
type LinkFields = {
  readonly number: string | null;
  readonly name: string | null;
  readonly direction: string | null;
  readonly id: string | null;
};

const LONGEST_LINK = 2_000;

/**
 * The call that a link asks to be shown: `holdfast://call?number=…&direction=in|out&name=…&id=…`, the same of a browser's own handler
 * (`web+holdfast:`), or `tel:`. Null for any other. It comes from any web page: nothing in it is believed but what can be shown.
 */
export function readCallLink(link: string): NewCall | null {
  if (link.length > LONGEST_LINK) return null;
  const text = link.trim();
  if (/^tel:/i.test(text)) return ofTel(text.slice('tel:'.length));
  const [, query, more = ''] = /^(?:web\+)?holdfast:(?:\/\/)?call\/?\?([^#]*)(.*)$/i.exec(text) ?? [];
  return query === undefined || more !== '' ? null : callOf(fieldsOf(query));
}

/** The fields of a query. A `+` before a number is one, though a query's `+` is a space: programs put the number in as it is. */
function fieldsOf(query: string): LinkFields {
  const fields = new URLSearchParams(query);
  return {
    number: fields.get('number'),
    name: fields.get('name'),
    direction: fields.get('direction'),
    id: fields.get('id'),
  };
}

/** Null where the fields do not make a call. */
function callOf({ number: written, name, direction, id }: LinkFields): NewCall | null {
  if (written === null) return null;
  const number = toldNumber(written);
  const way = direction === null || direction === '' ? 'in' : direction.toLowerCase();
  if (way !== 'in' && way !== 'out') return null;
  // Somebody who does not show their number may call; nobody can be called without.
  if (number === '' ? way === 'out' : !looksLikeNumber(written.trim())) return null;
  if (id !== null && !/^[\w.:@+-]{0,200}$/.test(id)) return null;
  return {
    externalId: id === null || id === '' ? null : `${LINKED}${id}`,
    direction: way,
    number,
    name: toldName(name ?? '').slice(0, 200),
    line: '',
    queue: '',
  };
}

const looksLikeNumber = (text: string): boolean =>
  text.length <= 60 && /\d/.test(text) && /^[+*#]?[\d A-Za-z().,;=/*#+-]+$/.test(text);

/** RFC 3966: what parts the digits goes; a number of one place alone (`phone-context`) is put behind it; an extension stays. */
function ofTel(address: string): NewCall | null {
  const [written = '', ...parameters] = decoded(address.split(/[?#]/)[0] ?? '').split(';');
  const valueOf = (name: string): string =>
    parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const context = /^\+[\d().-]+$/.test(valueOf('phone-context')) ? valueOf('phone-context') : '';
  const extension = valueOf('ext').replace(/\D/g, '');
  const number = `${context}${written}`.replace(/[\s().-]/g, '');
  if (!/\d|[*#]/.test(number)) return null;
  return callOf({
    number: extension === '' ? number : `${number};ext=${extension}`,
    name: null,
    direction: null,
    id: null,
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
