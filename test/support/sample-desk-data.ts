import type { Account } from '#shared/domain/account.ts';
import type { Article, Group, Macro, Person, TicketField } from '#shared/domain/desk.ts';
import type { Channel, Priority, Status } from '#shared/domain/ticket.ts';

export const SAMPLE_ACCOUNT_ID = 'sample';
export const ME_ID = 'agent-1';

const person = (remoteId: string, name: string, role: Person['role'], more: Partial<Person> = {}): Person => ({
  remoteId,
  name,
  email: `${name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '.')}@example.com`,
  phone: null,
  role,
  organizationId: null,
  locale: 'en',
  timeZone: 'Europe/London',
  active: true,
  groupIds: [],
  notes: null,
  ...more,
});

export const sampleAccount: Account = {
  id: SAMPLE_ACCOUNT_ID,
  connectorId: 'practice',
  label: 'Fern & Field',
  config: { address: 'http://127.0.0.1:4100' },
  me: {
    remoteId: ME_ID,
    name: 'Robin Hale',
    email: 'robin@fernandfield.example',
    administrator: false,
    groupIds: ['g-orders', 'g-returns'],
  },
  practice: true,
};

export const sampleAgents: readonly Person[] = [
  person(ME_ID, 'Robin Hale', 'agent', { groupIds: ['g-orders', 'g-returns'] }),
  person('agent-2', 'Inés Carrasco', 'agent', { groupIds: ['g-orders'] }),
  person('agent-3', 'Nguyễn Thị Hồng', 'agent', { groupIds: ['g-returns'] }),
  person('agent-4', 'Остап Лисенко', 'agent', { groupIds: ['g-tech'] }),
];

export const sampleRequesters: readonly Person[] = [
  person('p-1', 'Maren Lindqvist', 'requester', {
    phone: '+46 70 555 01 12',
    locale: 'sv',
    timeZone: 'Europe/Stockholm',
    notes: 'Runs a climbing school; orders in bulk each spring.',
  }),
  person('p-2', 'Олена Шевчук', 'requester', { email: 'olena.shevchuk@example.ua', locale: 'uk' }),
  person('p-3', 'Trần Quốc Bảo', 'requester', { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }),
  person('p-4', 'Daniel Okafor', 'requester', { phone: '+44 20 7946 0991' }),
  person('p-5', '佐藤 美咲', 'requester', { email: 'misaki.sato@example.jp', locale: 'ja' }),
  person('p-6', 'Priya Raghunathan', 'requester'),
  person('p-7', 'Дмитрий Волков', 'requester', { email: 'd.volkov@example.com', locale: 'ru' }),
  person('p-8', 'Chloé Marchand-Dubois', 'requester', { locale: 'fr', timeZone: 'Europe/Paris' }),
  person('p-9', 'Tom Whitaker', 'requester'),
  person('p-10', 'Amina El Fassi', 'requester'),
  person('p-11', 'Jonas Brandt', 'requester', { locale: 'de', timeZone: 'Europe/Berlin' }),
  person('p-12', 'Ruth Abernathy', 'requester', { timeZone: 'America/New_York' }),
];

export const sampleGroups: readonly Group[] = [
  { remoteId: 'g-orders', name: 'Orders', statusNames: null },
  { remoteId: 'g-returns', name: 'Returns', statusNames: null },
  { remoteId: 'g-tech', name: 'Technical', statusNames: null },
];

export const sampleFields: readonly TicketField[] = [
  { remoteId: 'f-order', title: 'Order number', type: 'text', options: [], required: false, editable: true },
  {
    remoteId: 'f-product',
    title: 'Product',
    type: 'dropdown',
    options: [
      { value: 'tents', label: 'Tents' },
      { value: 'boots', label: 'Boots' },
      { value: 'stoves', label: 'Stoves' },
    ],
    required: false,
    editable: true,
  },
];

export const sampleMacros: readonly Macro[] = [
  {
    remoteId: 'm-1',
    title: 'Returns::Send label',
    description: 'Sends the return label and waits for the parcel',
    active: true,
    position: 1,
    restriction: null,
    steps: [{ do: 'status', status: 'pending' }],
    attachments: 'none',
    updatedAt: 0,
  },
];

export type SampleTopic = {
  readonly subject: string;
  readonly preview: string;
  readonly status: Status;
  readonly priority: Priority | null;
  readonly channel: Channel;
  readonly tags: readonly string[];
};

const topic = (
  subject: string,
  preview: string,
  status: Status,
  priority: Priority | null,
  channel: Channel,
  ...tags: string[]
): SampleTopic => ({ subject, preview, status, priority, channel, tags });

export const sampleTopics: readonly SampleTopic[] = [
  topic(
    'Tent pole snapped on the second night',
    'We were two days from the road, so I splinted it with a spoon. Is the pole under warranty?',
    'new',
    'high',
    'email',
    'warranty',
    'tents',
  ),
  topic(
    'Де моє замовлення 48213?',
    'Доброго дня! Трекінг не оновлюється вже п’ять днів, а в суботу ми їдемо в Карпати.',
    'open',
    'urgent',
    'web',
    'delivery',
  ),
  topic(
    'Charged twice for the same stove',
    'My bank shows two payments of £64.00 on the 14th. Only one order in my account.',
    'open',
    'high',
    'chat',
    'billing',
  ),
  topic(
    'Đổi cỡ giày leo núi',
    'Mình đặt cỡ 42 nhưng hơi chật, có thể đổi sang 43 được không ạ?',
    'pending',
    'normal',
    'web',
    'exchange',
    'boots',
  ),
  topic(
    'Which sleeping bag for −10 °C?',
    'We camp in Abisko in late September. I sleep cold. Would the Juniper be enough with a liner?',
    'open',
    'low',
    'email',
    'advice',
  ),
  topic(
    'Missed call from +44 20 7946 0991',
    'Voicemail, 0:42: “Hi, it’s Daniel about the return label, it says expired when I scan it…”',
    'new',
    'normal',
    'phone',
    'returns',
  ),
  topic(
    '返品ラベルについて',
    '返品用のラベルが印刷できません。PDFを開くと白紙になってしまいます。',
    'open',
    'normal',
    'email',
    'returns',
  ),
  topic(
    'Invoice with VAT number, please',
    'Our accountant needs the invoice for order 47990 made out to Brandt Bergsport GmbH.',
    'on-hold',
    'normal',
    'email',
    'billing',
  ),
  topic(
    'Не приходит код подтверждения',
    'Уже третий раз запрашиваю код для входа, письма нет даже в спаме.',
    'open',
    'high',
    'chat',
    'account',
  ),
  topic(
    'Gift wrapping for three parcels',
    'They go to three addresses. Can each have its own card? I can pay the difference.',
    'pending',
    'low',
    'web',
    'orders',
  ),
  topic(
    '@fernandfield the zip on my Larch jacket is stuck again 😩',
    'second time this winter! love the jacket, hate the zip. what are my options',
    'new',
    null,
    'social',
    'warranty',
  ),
  topic(
    'Colis endommagé à la livraison',
    'Le carton était ouvert et le réchaud manque. J’ai des photos si besoin.',
    'open',
    'high',
    'email',
    'delivery',
    'claims',
  ),
  topic(
    'Thank you!',
    'The new pole arrived in time. You saved our trip; the kids send a drawing.',
    'solved',
    'normal',
    'email',
  ),
  topic(
    'Change the delivery address before it ships',
    'I moved last week and the old address is still on order 48266. It says “packing”.',
    'open',
    'urgent',
    'chat',
    'delivery',
  ),
  topic(
    'Stove will not light above 2,000 m',
    'Works at home, clicks and nothing at the hut. Same cartridge, cleaned the jet twice.',
    'on-hold',
    'normal',
    'email',
    'stoves',
  ),
  topic(
    'Discount for a scout group of 24',
    'We would need 12 two-person tents by the first of May. Is there a group price?',
    'closed',
    'low',
    'web',
    'sales',
  ),
];

const article = (
  remoteId: string,
  title: string,
  path: readonly string[],
  body: string,
  internal = false,
): Article => ({
  remoteId,
  title,
  body,
  path,
  locale: 'en',
  draft: false,
  internal,
  labels: [],
  createdAt: Date.UTC(2026, 1, 3),
  updatedAt: Date.UTC(2026, 8, 14),
  url: null,
});

export const sampleArticles: readonly Article[] = [
  article(
    'a-1',
    'How long do returns take?',
    ['Orders', 'Returns'],
    '<h2>From parcel to refund</h2><p>We refund within <strong>five working days</strong> after the parcel reaches us. Your bank may take two more.</p><ul><li>Returns are free within 60 days.</li><li>Boots may have been worn indoors.</li></ul>',
  ),
  article(
    'a-2',
    'Printing a return label',
    ['Orders', 'Returns'],
    '<p>Open the order, choose <em>Return</em>, and print the label. A code for the parcel shop works without a printer.</p>',
  ),
  article(
    'a-3',
    'Changing an address after ordering',
    ['Orders', 'Delivery'],
    '<p>While the order says <em>packing</em> an agent can change it. After that, the carrier can.</p>',
  ),
  article(
    'a-4',
    'Warranty on tent poles',
    ['Products', 'Tents'],
    '<p>Poles are covered for three years. Ask for a photo of the break.</p>',
  ),
  article(
    'a-5',
    'Choosing a sleeping bag',
    ['Products', 'Sleeping bags'],
    '<p>Read the comfort figure, not the limit. Who sleeps cold adds 5 °C.</p>',
  ),
  article(
    'a-6',
    'Refunds above £200',
    ['Internal', 'Billing'],
    '<p>Ask the shift lead in <code>#billing</code> before promising a date.</p>',
    true,
  ),
];
