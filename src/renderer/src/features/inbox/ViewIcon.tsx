import {
  AlarmClock,
  Check,
  CircleDot,
  Hourglass,
  Inbox,
  Layers,
  type LucideIcon,
  Rows3,
  Star,
  User,
  UserX,
} from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'own:inbox': Inbox,
  'own:mine': User,
  'own:unassigned': UserX,
  'own:unread': CircleDot,
  'own:pending': Hourglass,
  'own:starred': Star,
  'own:snoozed': AlarmClock,
  'own:recent': Rows3,
  'own:solved': Check,
};

export function ViewIcon({ viewId }: { readonly viewId: string }) {
  const Icon = ICONS[viewId] ?? Layers;
  return <Icon size={16} strokeWidth={1.5} />;
}
