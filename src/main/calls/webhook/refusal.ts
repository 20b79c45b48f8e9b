/** Why a request of a telephone system is refused: locale keys `calls.refused.<reason>`. */
export type RefusalReason =
  | 'host'
  | 'page'
  | 'method'
  | 'path'
  | 'token'
  | 'too-many'
  | 'too-large'
  | 'type'
  | 'json'
  | 'event'
  | 'field'
  | 'unknown-call';

/** `field` is the name of the field that is wrong, or empty. */
export type Refusal = { readonly status: number; readonly reason: RefusalReason; readonly field: string };

const STATUS: Readonly<Record<RefusalReason, number>> = {
  host: 403,
  page: 403,
  method: 405,
  path: 404,
  // As Zammad answers.
  token: 401,
  'too-many': 429,
  'too-large': 413,
  type: 415,
  json: 422,
  event: 422,
  field: 422,
  'unknown-call': 422,
};

export const refusal = (reason: RefusalReason, field = ''): Refusal => ({ status: STATUS[reason], reason, field });
