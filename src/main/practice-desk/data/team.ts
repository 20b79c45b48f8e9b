import type { GroupName } from './theme.ts';

type Member = {
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'agent';
  readonly locale: string;
  readonly groups: readonly GroupName[];
  /** Sees only the tickets of own groups. */
  readonly restricted?: boolean;
};

/** The first is the administrator, the second is "you". */
export const TEAM: { readonly groups: readonly (readonly [GroupName, string])[]; readonly agents: readonly Member[] } =
  {
    groups: [
      ['Orders & delivery', 'Where things are, and getting them there'],
      ['Returns & refunds', 'Exchanges, returns, money back'],
      ['Gear & warranty', 'Advice, faults and the workshop'],
      ['Accounts & billing', 'Invoices, codes, sign-in, business customers'],
    ],
    agents: [
      {
        name: 'Sunniva Berge',
        email: 'sunniva.berge@fjell-fathom.example',
        role: 'admin',
        locale: 'nb',
        groups: ['Accounts & billing', 'Orders & delivery', 'Returns & refunds', 'Gear & warranty'],
      },
      {
        name: 'Robin Lindqvist',
        email: 'robin.lindqvist@fjell-fathom.example',
        role: 'agent',
        locale: 'en-US',
        groups: ['Orders & delivery', 'Returns & refunds', 'Gear & warranty'],
      },
      {
        name: 'Tomasz Zieliński',
        email: 'tomasz.zielinski@fjell-fathom.example',
        role: 'agent',
        locale: 'pl',
        groups: ['Orders & delivery'],
      },
      {
        name: 'Amélie Laurent',
        email: 'amelie.laurent@fjell-fathom.example',
        role: 'agent',
        locale: 'fr',
        groups: ['Returns & refunds', 'Orders & delivery'],
      },
      {
        name: 'Olena Shevchuk',
        email: 'olena.shevchuk@fjell-fathom.example',
        role: 'agent',
        locale: 'uk',
        groups: ['Gear & warranty', 'Returns & refunds'],
      },
      {
        name: 'Jonas Hartmann',
        email: 'jonas.hartmann@fjell-fathom.example',
        role: 'agent',
        locale: 'de',
        groups: ['Gear & warranty'],
      },
      {
        name: 'Linh Trần',
        email: 'linh.tran@fjell-fathom.example',
        role: 'agent',
        locale: 'vi',
        groups: ['Accounts & billing'],
      },
      {
        name: 'Marcus Adeyemi',
        email: 'marcus.adeyemi@fjell-fathom.example',
        role: 'agent',
        locale: 'en-GB',
        groups: ['Accounts & billing'],
        restricted: true,
      },
    ],
  };

export const ORGANIZATIONS: readonly (readonly [string, string, string])[] = [
  [
    'Hardanger Mountain School',
    'hardangerfjellskole.example',
    'Orders group gear each spring. Pays by invoice, 30 days.',
  ],
  ['Alpinzentrum Oberstdorf', 'alpinzentrum-oberstdorf.example', 'Rental shop. Needs delivery notes in German.'],
  ['Scouts of Wester Ross', 'westerrossscouts.example', 'Charity discount 15 %.'],
  ['Tatra Trail Rescue', 'tatratrailrescue.example', 'Rescue service: always high priority.'],
  ['Refuge du Lac Bleu', 'refugelacbleu.example', 'Mountain hut, deliveries by helicopter in June.'],
  ['Blue Fjord Kayaks', 'bluefjordkayaks.example', 'Reseller of dry bags.'],
];
