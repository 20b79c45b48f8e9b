import { address } from './address.ts';
import { attachment } from './attachment.ts';
import { card } from './card.ts';
import { empty } from './empty.ts';
import type { Finding, Written } from './guard.ts';
import { noAddress } from './no-address.ts';
import { nobody } from './nobody.ts';
import { placeholder } from './placeholder.ts';
import { secret } from './secret.ts';

/** What is to be looked at before a message goes, as far as it can be told from the message alone. */
export function checkWords(written: Written): readonly Finding[] {
  const nothing = empty(written);
  if (nothing) return [nothing];
  return [placeholder, nobody, noAddress, address, attachment, card, secret].flatMap((guard) => guard(written) ?? []);
}
