import type { GroupName } from './theme.ts';

export type MacroText = {
  readonly title: string;
  readonly description: string;
  /** Only for these groups. */
  readonly group?: readonly GroupName[];
  /** Only for "you". */
  readonly personal?: boolean;
  /** `reason`, `product`, `order`, `returnBy` and `vip` are custom fields; `group` and `status_name` go by name. */
  readonly actions: readonly (readonly [string, string | readonly string[]])[];
  /** Names and texts of files that go along with what it writes. */
  readonly files?: Readonly<Record<string, string>>;
};

const reply = (text: string, then: MacroText['actions']): MacroText['actions'] => [
  ['comment_value', text],
  ['comment_mode_is_public', 'true'],
  ...then,
];

export const MACROS: readonly MacroText[] = [
  {
    title: 'Take it',
    description: 'Assign to me and open',
    actions: [
      ['assignee_id', 'current_user'],
      ['status', 'open'],
    ],
  },
  {
    title: 'Delivery::Carrier search opened',
    description: 'Tells the customer that we look for the parcel',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI have opened a search with the carrier. They answer within one working day, and I will write to you as soon as I hear from them.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['current_tags', 'carrier_search'],
        ['reason', 'delivery'],
      ],
    ),
  },
  {
    title: 'Delivery::Lost, new one on its way',
    description: 'After the carrier has given up',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nthe carrier could not find your parcel. A new one leaves our warehouse today, and the tracking number comes by email tonight. I am sorry for the wait.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['current_tags', 'resent'],
        ['reason', 'delivery'],
      ],
    ),
  },
  {
    title: 'Delivery::Ask for the address',
    description: 'Address incomplete',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\ncould you send me the full address, with house number and postcode? The label is not complete.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['reason', 'delivery'],
      ],
    ),
  },
  {
    title: 'Returns::Send the return label',
    description: 'Label and instructions',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nyour return label is on its way to you by email. Pack the item as it came, put the label over the old one and hand it in at any pick-up point within 30 days.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['current_tags', 'return_label'],
        ['reason', 'return'],
      ],
    ),
  },
  {
    title: 'Returns::Exchange for another size',
    description: 'Reserves the size',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI have put the size you need aside for fourteen days. As soon as the carrier scans your return, it leaves us.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['current_tags', 'exchange'],
        ['reason', 'return'],
      ],
    ),
  },
  {
    title: 'Returns::Outside thirty days',
    description: 'Store credit instead',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nthe thirty days for a refund are over, but if the item is unused I can offer you store credit for the full amount. Would that help?\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['reason', 'return'],
      ],
    ),
  },
  {
    title: 'Refund::Paid out',
    description: 'Refund done',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nthe refund has left us today. Banks take three to five working days to show it.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['current_tags', 'refunded'],
        ['reason', 'refund'],
      ],
    ),
  },
  {
    title: 'Warranty::Ask for photos',
    description: 'Photo, order number, when it happened',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI am sorry to hear that. Could you send me two photos, one close up and one of the whole item? With the order number I can open the warranty case at once.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['current_tags', 'photos_asked'],
        ['reason', 'warranty'],
      ],
    ),
  },
  {
    title: 'Warranty::Repair in the workshop',
    description: 'On hold until the workshop is done',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nour workshop can repair this. It takes about ten working days, and shipping both ways is on us.\n\n{{current_user.first_name}}',
      [
        ['status', 'hold'],
        ['current_tags', 'workshop'],
        ['reason', 'warranty'],
      ],
    ),
  },
  {
    title: 'Warranty::Replace',
    description: 'New item instead of a repair',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nthis should not happen, and a repair would not last. I am sending you a new one. You need not return the old one.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['current_tags', 'replaced'],
        ['reason', 'warranty'],
      ],
    ),
  },
  {
    title: 'Gear::Washing down and shells',
    description: 'Care advice',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nwash it at 30 degrees with a detergent for down or membranes, no softener, rinse twice, and tumble dry on low with two tennis balls. The membrane needs warmth to shed water again.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['reason', 'product_question'],
      ],
    ),
  },
  {
    title: 'Billing::Copy of the invoice',
    description: 'Sent to the billing address',
    group: ['Accounts & billing'],
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\na copy of the invoice is on its way to your billing address by email.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['reason', 'billing'],
      ],
    ),
  },
  {
    title: 'Billing::VAT number added',
    description: 'Corrected invoice',
    group: ['Accounts & billing'],
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI have added your VAT number, and the corrected invoice replaces the first one.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['reason', 'billing'],
      ],
    ),
  },
  {
    title: 'Account::Password reset',
    description: 'Link is good for one hour',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI have sent a new link to your address. It works once and for one hour; please look in the spam folder too.\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['reason', 'account'],
      ],
    ),
  },
  {
    title: 'Account::Delete on request',
    description: 'Data protection: hand over',
    actions: [
      ['status', 'open'],
      ['current_tags', 'gdpr'],
      ['priority', 'high'],
      ['reason', 'account'],
    ],
  },
  {
    title: 'Escalate to the team lead',
    description: 'Note, priority, tag',
    actions: [
      ['priority', 'urgent'],
      ['current_tags', 'escalated'],
      ['comment_value', 'Escalated by {{current_user.name}}: please look at this today.'],
      ['comment_mode_is_public', 'false'],
    ],
  },
  {
    title: 'Close as praise',
    description: 'Say thank you',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nthank you for taking the time to tell us. I have read it out at our morning round, and it made the workshop smile.\n\n{{current_user.first_name}}',
      [
        ['status', 'solved'],
        ['reason', 'praise'],
      ],
    ),
  },
  {
    title: 'Ask again (no answer for a while)',
    description: 'Reminder before solving',
    actions: reply(
      'Hello {{ticket.requester.first_name}},\n\nI have not heard from you about "{{ticket.title}}". Is it settled, or may I still help?\n\n{{current_user.first_name}}',
      [
        ['status', 'pending'],
        ['current_tags', 'reminded'],
      ],
    ),
  },
  {
    title: 'Spam',
    description: 'No answer, solve',
    actions: [
      ['status', 'solved'],
      ['current_tags', 'spam'],
      ['reason', 'other'],
    ],
  },
];
