import { AtSign, CircleDashed, Globe, Mail, MessageCircle, MessageSquareText, Phone } from 'lucide-react';
import { memo } from 'react';
import type { Channel } from '#shared/domain/ticket.ts';
import { useText } from '../state/text-context.tsx';
import styles from './ChannelMark.module.css';
import { signOf } from './sign-of.ts';

const ICONS = {
  email: Mail,
  chat: MessageCircle,
  phone: Phone,
  web: Globe,
  social: AtSign,
  sms: MessageSquareText,
  other: CircleDashed,
} as const;

/** Where a ticket or message came in, with its name. */
export const ChannelMark = memo(function ChannelMark({
  channel,
  withName = false,
}: {
  readonly channel: Channel;
  readonly withName?: boolean;
}) {
  const t = useText();
  const Icon = ICONS[channel];
  const name = t(`app.channel.${channel}`);
  return (
    <span className={styles.mark} {...(withName ? {} : signOf(name))}>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      {withName ? <span>{name}</span> : null}
    </span>
  );
});
