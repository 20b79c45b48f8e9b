import { PRODUCTS, type Product } from '../data/products.ts';
import type { Script, Theme } from '../data/theme.ts';
import type { Random } from '../random.ts';
import type { Customer } from './people.ts';

export type Facts = {
  readonly order: string;
  readonly product: Product;
  readonly slots: Readonly<Record<string, string>>;
};

const SIZES = ['XS', 'S', 'M', 'L', 'XL'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const SHORT_NAME: Readonly<Record<string, string>> = { ja: 'family', ko: 'whole', 'zh-CN': 'whole', vi: 'last' };

/** How the team addresses a customer: the given name, wherever the language puts it. */
const firstName = (customer: Customer): string => {
  const words = customer.user.name.split(' ');
  const way = SHORT_NAME[customer.user.locale];
  return (way === 'last' ? words.at(-1) : way === 'whole' ? customer.user.name : words[0]) ?? customer.user.name;
};

/** What a ticket is about: one order, one product, and all that the texts' slots are filled with. */
export const makeFacts = (random: Random, customer: Customer): Facts => {
  const product = random.pick(PRODUCTS);
  const order = `FF-${random.between(204000, 298999)}`;
  const size = product.name.includes('boots') ? String(random.between(38, 45)) : random.pick(SIZES);
  const otherSize = product.name.includes('boots')
    ? String(Number(size) + 1)
    : (SIZES[(SIZES.indexOf(size) + 1) % SIZES.length] ?? 'M');
  return {
    order,
    product,
    slots: {
      order,
      product: product.name,
      price: `€${product.price}`,
      size,
      otherSize,
      city: customer.city,
      day: random.pick(DAYS),
      code: random.pick(['FJORD15', 'ROPECLUB', 'AUTUMN20', 'TRAIL10']),
      tracking: `NO${random.between(100000000, 999999999)}SE`,
      first: firstName(customer),
    },
  };
};

export const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);

const GREETINGS = [
  'Hi,',
  'Hello,',
  'Hi there,',
  'Good morning,',
  'Hello Fjell & Fathom,',
  'Dear customer care,',
  'Hey,',
  'Good evening,',
];
const CLOSINGS = ['Thanks', 'Thank you,', 'Best regards', 'Kind regards,', 'Cheers', 'Many thanks in advance', 'Best'];

/** Deals the variants of a list in turn, shuffled, so that none comes twice before all have come once. */
export const createDealer = (random: Random) => {
  const decks = new Map<readonly string[], string[]>();
  return (items: readonly string[]): string => {
    let deck = decks.get(items);
    if (!deck || deck.length === 0) {
      deck = [...random.shuffle(items)];
      decks.set(items, deck);
    }
    return deck.pop() ?? '';
  };
};
export type Dealer = ReturnType<typeof createDealer>;

/** A customer's first message in English. Chats are short and have no letter around them. */
export const openingText = (
  theme: Theme,
  deal: Dealer,
  random: Random,
  customer: Customer,
  slots: Facts['slots'],
  formal: boolean,
): string => {
  const core = `${deal(theme.openings)} ${deal(theme.asks)}`;
  const text = formal
    ? `${random.pick(GREETINGS)}\n\n${core}\n\n${random.pick(CLOSINGS)}\n${random.chance(0.5) ? customer.user.name : firstName(customer)}`
    : core;
  return fill(text, slots);
};

export type Turn = { readonly by: 'customer' | 'agent' | 'note'; readonly text: string };

/** What follows the opening: as long as `turns` says, ending with thanks when it is settled. */
export const laterTurns = (
  theme: Theme,
  deal: Dealer,
  random: Random,
  slots: Facts['slots'],
  turns: number,
  settled: boolean,
): readonly Turn[] => {
  const out: Turn[] = [];
  const say = (by: Turn['by'], text: string): void => void out.push({ by, text: fill(text, slots) });
  for (let turn = 0; turn < turns; turn++) {
    if (turn === 0 && random.chance(0.35)) say('note', deal(theme.notes));
    if (settled && turn >= turns - 1) say('agent', deal(theme.resolutions));
    else if (turn % 2 === 0) say('agent', deal(theme.replies));
    else say('customer', deal(theme.followUps));
  }
  if (settled && turns > 0 && random.chance(0.45)) say('customer', deal(theme.thanks));
  return out;
};

export const scriptTurns = (script: Script, slots: Facts['slots']): readonly Turn[] =>
  script.turns.map(([by, text]) => ({
    by: by === 'c' ? 'customer' : by === 'a' ? 'agent' : 'note',
    text: fill(text, slots),
  }));
