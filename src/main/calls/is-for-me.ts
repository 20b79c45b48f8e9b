/**
 * Whether a telephone means the agent, by whom it names: extensions, logins or names. Where it names nobody, or the agent has set
 * none, it may: a call that is shown too often costs less than one that is not.
 */
export function isForMe(users: readonly string[], mine: readonly string[]): boolean {
  const own = new Set(mine.map(plain).filter((name) => name !== ''));
  const named = users.map(plain).filter((name) => name !== '');
  return own.size === 0 || named.length === 0 || named.some((name) => own.has(name));
}

/** As telephones write one user: `201`, `+49 30 201`, `SIP/201-0000002a` (a channel of Asterisk), `sip:201@pbx.example`, `Ann  Berg`. */
function plain(user: string): string {
  const name = user
    .trim()
    .toLowerCase()
    .replace(/^(?:pjsip|sip|iax2|sccp|local|user)\/(.+?)(?:-[\da-f]{8,})?$/, '$1')
    .replace(/^(?:sips?|tel):/, '')
    .replace(/^(\d+)@.*$/, '$1');
  return /^[\d\s+()./-]+$/.test(name) ? name.replace(/\D/g, '') : name.replace(/\s+/g, ' ');
}
