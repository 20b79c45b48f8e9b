import { memo } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { Copy } from '#shared/domain/ticket.ts';
import styles from './AddressField.module.css';
import { addressesIn } from './addresses.ts';

type Props = {
  /** Whom the helpdesk keeps in copy on the ticket; undefined while that is not known here. */
  readonly copies: readonly Copy[] | undefined;
  /** Addresses that are written as copies already. */
  readonly cc: string;
  /** Whether others could be in copy at all. */
  readonly canCopy: boolean;
};

/** Who gets a public reply besides those that the agent has written down. */
export const AlsoSent = memo(function AlsoSent({ copies, cc, canCopy }: Props) {
  const t = useText();
  const written = new Set(addressesIn(cc).map((address) => address.toLowerCase()));
  const others = copies?.filter(({ email }) => email === null || !written.has(email.toLowerCase()));
  const who = (others ?? []).map(({ name, email }) => (email === null || email === name ? name : `${name} <${email}>`));
  const sentence = others === undefined ? (canCopy ? t('composer.also.unknown') : '') : sentenceFor();
  return (
    <p className={styles.also} role="status" hidden={sentence === ''}>
      {sentence}
    </p>
  );

  function sentenceFor(): string {
    return who.length === 0 ? '' : t('composer.also', { who: t.intl.formatList(who, { type: 'conjunction' }) });
  }
});
