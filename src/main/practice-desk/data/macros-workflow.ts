import type { MacroText } from './macros.ts';

/** Macros that do more than answer: hand over, sort, and say what depends on the ticket. */
export const WORKFLOWS: readonly MacroText[] = [
  {
    title: 'Returns::Until when',
    description: 'Two weeks to send it back',
    actions: [
      [
        'comment_value',
        'Hello {{ticket.requester.first_name}},\n\n{% if ticket.ticket_field_[order] %}we look forward to your parcel for {{ticket.ticket_field_[order]}}.{% else %}please write the order number on the parcel.{% endif %} Send it within 14 days, and we refund it the day it arrives.\n\n{{current_user.first_name}}',
      ],
      ['comment_mode_is_public', 'true'],
      ['status_name', 'Waiting for the return parcel'],
      ['reason', 'return'],
      ['returnBy', ['days_from_now', '14']],
    ],
  },
  {
    title: 'Returns::Christmas rule',
    description: 'Back until Twelfth Night',
    actions: [
      ['returnBy', ['specific_date', '2027-01-06']],
      ['current_tags', 'christmas_return exchange'],
      ['remove_tags', 'return_label'],
    ],
  },
  {
    title: 'Hand over::To returns',
    description: 'Nobody in particular, with a note',
    actions: [
      ['group', 'Returns & refunds'],
      ['assignee_id', ''],
      ['comment_mode_is_public', 'false'],
      [
        'comment_value',
        'For returns, from {{current_user.name}}. {% unless ticket.assignee.name %}Nobody had it yet.{% endunless %}{% if ticket.assignee.name == current_user.name %}I had it.{% endif %}',
      ],
    ],
  },
  {
    title: 'Hand over::To billing',
    description: 'They see the order number',
    actions: [
      ['group', 'Accounts & billing'],
      ['assignee_id', ''],
      ['type', 'task'],
      ['comment_value', 'Order: {{ticket.ticket_field_[order] | default: "not given"}}'],
      ['comment_mode_is_public', 'false'],
    ],
  },
  {
    title: 'Hand over::Mine, in my group',
    description: 'Takes it to where I am',
    actions: [
      ['group_id', 'current_groups'],
      ['assignee_id', 'current_user'],
      ['status', 'open'],
    ],
  },
  {
    title: 'Warranty::What the workshop needs',
    description: 'A list to tick off; on hold until it is there',
    actions: [
      [
        'comment_value_html',
        '<p>Hello {{ticket.requester.first_name}},</p><p>our workshop needs <strong>three things</strong>:</p><ul><li>the item, dry and clean</li><li>a note with your phone number</li><li>the <a href="https://fjell-fathom.example/warranty">warranty form</a></li></ul><p>{{current_user.first_name}}<br>Fjell &amp; Fathom</p>',
      ],
      ['comment_mode_is_public', 'true'],
      ['status_name', 'Waiting for the workshop'],
      ['reason', 'warranty'],
    ],
  },
  {
    title: 'Gear::Size table',
    description: 'Short where one chats',
    actions: [
      [
        'comment_value_html',
        '<p>Hello {{ticket.requester.first_name}},</p><table><tr><th>Size</th><th>Chest</th></tr><tr><td>M</td><td>98 cm</td></tr><tr><td>L</td><td>104 cm</td></tr></table><p>{{current_user.first_name}}</p>',
      ],
      ['comment_value', ['channel:chat', 'M is 98 cm around the chest, L is 104 cm.']],
      ['reason', 'product_question'],
    ],
  },
  {
    title: 'Close the loop by channel',
    description: 'Thanks in the tone of the channel',
    actions: [
      ['comment_value', ['channel:all', 'Thank you for writing to us.']],
      ['comment_value', ['channel:chat', 'Thanks! Anything else?']],
      [
        'comment_value',
        [
          'channel:web',
          'Hello {{ticket.requester.first_name | upcase}},\n\nthank you for writing to us about “{{ticket.title}}”.\n\n{{current_user.name}}',
        ],
      ],
      ['comment_mode_is_public', 'true'],
      ['status', 'pending'],
    ],
  },
  {
    title: 'Sort::Start the tags again',
    description: 'Only what this macro says',
    actions: [
      ['remove_tags', 'old_tag unchecked'],
      ['set_tags', 'sorted unchecked'],
      ['current_tags', 'by_hand'],
    ],
  },
  {
    title: 'Sort::Part of a bigger fault',
    description: 'An incident, for a lead to set the priority',
    actions: [
      ['type', 'incident'],
      ['priority', ''],
      [
        'subject',
        '{% if ticket.tags contains "b2b" %}Business: {% endif %}{{ticket.title}} ({{ticket.ticket_field_option_title_[product] | default: "no product"}})',
      ],
    ],
  },
  {
    title: 'Sort::No product after all',
    description: 'Takes product and type away',
    actions: [
      ['product', ''],
      ['type', ''],
    ],
  },
  {
    title: 'Club::Welcome',
    description: 'Rope club member from today',
    group: ['Orders & delivery', 'Accounts & billing'],
    actions: [
      ['vip', 'true'],
      ['product', 'vardo_shell'],
      ['order', 'FF-000001'],
      ['current_tags', 'rope_club'],
      [
        'comment_value',
        'Welcome to the rope club, {{ticket.requester.first_name}}!{% if ticket.organization.name %} And greetings to {{ticket.organization.name}}.{% elsif ticket.group.name == "Orders & delivery" %} Your card comes with the next parcel.{% else %} Your card comes by post.{% endif %}',
      ],
      ['comment_mode_is_public', 'true'],
    ],
  },
  {
    title: 'Club::Leave',
    description: 'No member any more',
    personal: true,
    actions: [
      ['vip', 'false'],
      ['remove_tags', 'rope_club'],
    ],
  },
  {
    title: 'Returns::Where to, in their language',
    description: 'Address and what to write on the parcel, as the customer reads it',
    actions: [
      ['comment_value', '{{dc.greeting}}\n\n{{dc.return_address}}\n\n{{dc.sign_off}}'],
      ['comment_mode_is_public', 'true'],
      ['reason', 'return'],
      ['status', 'pending'],
    ],
  },
  {
    title: 'Returns::Slip to print',
    description: 'With the return slip',
    actions: [
      [
        'comment_value',
        'Hello {{ticket.requester.first_name}},\n\nplease print the attached slip, fill it in and put it into the parcel.\n\n{{current_user.first_name}}',
      ],
      ['comment_mode_is_public', 'true'],
      ['reason', 'return'],
    ],
    files: {
      'return-slip.txt':
        'FJELL & FATHOM · RETURN SLIP\n\nOrder number: ______________________\n\nName: ______________________________\n\nWhat comes back, and why:\n\n____________________________________\n\n____________________________________\n\n[ ] money back   [ ] another size   [ ] repair\n',
    },
  },
  {
    title: 'Hand over::And keep me in the loop',
    description: 'To the warranty people; I still hear of it',
    actions: [
      ['group', 'Gear & warranty'],
      ['assignee_id', ''],
      ['follower', 'current_user'],
      ['comment_mode_is_public', 'false'],
      [
        'comment_value',
        'Please have a look at {{ticket.ticket_field_option_title_[product] | default: "the item"}}. I follow this.',
      ],
    ],
  },
  {
    title: 'Sort::A lead should know',
    description: 'High, and Sunniva hears of it',
    actions: [
      ['priority', 'high'],
      ['follower_name', 'Sunniva Berge'],
      ['follower', 'current_user'],
      ['current_tags', 'lead_informed'],
    ],
  },
  {
    title: 'Note to myself',
    description: 'Opens a note',
    personal: true,
    actions: [['comment_mode_is_public', 'false']],
  },
];
