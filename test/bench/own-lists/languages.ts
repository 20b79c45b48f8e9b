import { ARTICLES } from '#main/practice-desk/data/articles.ts';
import { SCRIPTS } from '#main/practice-desk/data/scripts.ts';

/** How a team writes in one of its languages: what everything begins and ends with, and what stands between. */
export type Language = {
  readonly locale: string;
  readonly greeting: string;
  readonly close: string;
  /** Where a customer of the club is told more. */
  readonly forTheClub: string;
  readonly paragraphs: readonly string[];
};

/** The customer's slots of the shop's texts, as placeholders. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  first: '{{ticket.requester.first_name}}',
  agent: '{{current_user.first_name}}',
  order: '{{ticket.ticket_field_order}}',
  product: '{{ticket.ticket_field_product}}',
  tracking: '{{ask:tracking number}}',
  price: '{{ask:price}}',
  day: '{{ask:day}}',
  city: '{{ask:city}}',
  code: 'FJORD15',
  size: 'M',
  otherSize: 'L',
};

/** A text of the shop's as a template. */
export const templateOf = (text: string): string =>
  text.replace(/\{(\w+)\}/gu, (slot, name: string) => PLACEHOLDERS[name] ?? slot);

/** Greetings are put in front of every text, whatever it is made of. */
const withoutGreeting = (text: string): string => {
  const [first = '', ...rest] = text.split('\n\n');
  return rest.length > 0 && first.length < 60 ? rest.join('\n\n') : text;
};

const saidByAgents = (locale: string): readonly string[] => [
  ...SCRIPTS.filter((script) => script.locale === locale).flatMap(({ turns }) =>
    turns.flatMap(([who, text]) => (who === 'a' ? [templateOf(withoutGreeting(text))] : [])),
  ),
  ...ARTICLES.filter((article) => article.locale === locale).flatMap(({ body }) => body),
];

export const ENGLISH = {
  locale: 'en',
  greeting: 'Hello {{ticket.requester.first_name | default: "there"}},',
  close: 'Kind regards\n{{current_user.first_name}}, {{ticket.account}}',
  forTheClub: 'As a member of the rope club you pay no shipping for it.',
  // For customers alone: what the team tells itself is no text for a reply.
  paragraphs: ARTICLES.filter(({ locale, state }) => locale === undefined && state === undefined).flatMap(
    ({ body }) => body,
  ),
} as const satisfies Language;

export const UKRAINIAN = {
  locale: 'uk',
  greeting: 'Добрий день, {{ticket.requester.first_name}}!',
  close: 'З повагою,\n{{current_user.first_name}}',
  forTheClub: 'Для учасників клубу доставка безкоштовна.',
  paragraphs: saidByAgents('uk'),
} as const satisfies Language;

/** What a shop in Bergen is written to in besides. */
export const OTHERS: readonly Language[] = [
  [
    'de',
    'Guten Tag {{ticket.requester.first_name}},',
    'Viele Grüße\n{{current_user.first_name}}',
    'Im Club ist der Versand frei.',
  ],
  [
    'fr',
    'Bonjour {{ticket.requester.first_name}},',
    'Bien à vous,\n{{current_user.first_name}}',
    'Pour le club, la livraison est offerte.',
  ],
  [
    'es',
    'Hola, {{ticket.requester.first_name}}:',
    'Un saludo,\n{{current_user.first_name}}',
    'Para el club, el envío es gratis.',
  ],
  [
    'pl',
    'Dzień dobry {{ticket.requester.first_name}},',
    'Pozdrawiam\n{{current_user.first_name}}',
    'Dla klubu wysyłka jest darmowa.',
  ],
  [
    'vi',
    'Chào {{ticket.requester.name}},',
    'Trân trọng,\n{{current_user.first_name}}',
    'Thành viên câu lạc bộ được miễn phí giao hàng.',
  ],
].map(([locale = '', greeting = '', close = '', forTheClub = '']) => ({
  ...{ locale, greeting, close, forTheClub },
  paragraphs: saidByAgents(locale),
}));
