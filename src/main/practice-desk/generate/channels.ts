import type { User, Via, ViaChannel } from '../model.ts';

/** How often each channel is used: one entry is one share. */
export const CHANNELS: readonly ViaChannel[] = [
  'email',
  'email',
  'email',
  'email',
  'email',
  'email',
  'web',
  'web',
  'chat',
  'chat',
  'voice',
  'twitter',
  'facebook',
];

/** Where a message came from, in the shape of each channel. */
export const viaOf = (channel: ViaChannel, user: User): Via => ({
  channel,
  source: {
    from:
      channel === 'email'
        ? { address: user.email, name: user.name }
        : channel === 'voice'
          ? { formatted_phone: user.phone, name: user.name }
          : channel === 'twitter' || channel === 'facebook'
            ? { name: user.name, profile_url: null }
            : {},
    to: channel === 'email' ? { address: 'help@fjell-fathom.example', name: 'Fjell & Fathom' } : {},
    rel:
      channel === 'voice' ? 'inbound' : channel === 'twitter' ? 'mention' : channel === 'facebook' ? 'message' : null,
  },
});
