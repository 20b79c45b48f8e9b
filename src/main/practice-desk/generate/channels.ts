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

/** Where mail to the shop goes. */
const SHOP = { address: 'help@fjell-fathom.example', name: 'Fjell & Fathom' };

/** Where a message came from, in the shape of each channel; `copied` are addresses in copy of a mail. */
export const viaOf = (channel: ViaChannel, user: User, copied: readonly string[] = []): Via => ({
  channel,
  source: {
    from:
      channel === 'email'
        ? {
            address: user.email,
            name: user.name,
            ...(copied.length > 0 ? { original_recipients: [SHOP.address, ...copied] } : {}),
          }
        : channel === 'voice' || channel === 'sms'
          ? { formatted_phone: user.phone, name: user.name }
          : channel === 'twitter' || channel === 'facebook'
            ? { name: user.name, profile_url: null }
            : {},
    to: channel === 'email' ? SHOP : {},
    rel:
      channel === 'voice' ? 'inbound' : channel === 'twitter' ? 'mention' : channel === 'facebook' ? 'message' : null,
  },
});
