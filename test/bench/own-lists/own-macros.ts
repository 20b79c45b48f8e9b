import { PRODUCTS } from '#main/practice-desk/data/products.ts';
import { createRandom, type Random } from '#main/practice-desk/random.ts';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { composeText } from './compose-text.ts';
import { MATTERS, type Matter } from './matters.ts';

const SEED = 4_200;

/** So many macros of an agent's own, one of five in Ukrainian; the same every time. */
export function generateMacros(count: number, updatedAt: number): readonly OwnMacro[] {
  return Array.from({ length: count }, (_, index): OwnMacro => {
    const random = createRandom(SEED, `macro ${index}`);
    const matters = index % 5 === 4 ? MATTERS.ukrainian : MATTERS.english;
    const matter = matters[index % matters.length] ?? random.pick(matters);
    const product = PRODUCTS[Math.floor(index / matters.length) % PRODUCTS.length] ?? random.pick(PRODUCTS);
    return {
      id: `MACR${String(index).padStart(22, '0')}`,
      title: `${matter.folder}::${product.name}::${matter.title} ${1 + Math.floor(index / (matters.length * PRODUCTS.length))}`,
      description: random.chance(0.6) ? `${matter.title}: ${product.name}, ${matter.tags.join(', ')}` : '',
      accountId: null,
      steps: stepsOf(random, matter, product.tag),
      updatedAt,
    };
  });
}

function stepsOf(random: Random, { language, first, tags }: Matter, productTag: string): MacroStep[] {
  const write: MacroStep = {
    do: 'write',
    public: random.chance(0.15) ? false : true,
    mode: random.pick(['insert', 'append', 'replace'] as const),
    format: 'markdown',
    text: composeText(random, language, first),
  };
  return [
    // Some only sort.
    ...(random.chance(0.9) ? [write] : []),
    { do: 'tags', added: [...tags, productTag], removed: random.chance(0.3) ? ['triage'] : [] },
    { do: 'status', status: random.pick(['open', 'pending', 'solved'] as const) },
    ...(random.chance(0.3)
      ? [{ do: 'priority', priority: random.pick(['low', 'normal', 'high'] as const) } as const]
      : []),
    ...(random.chance(0.3) ? [{ do: 'assign-me' } as const] : []),
    ...(random.chance(0.1) ? [{ do: 'snooze', until: '2d' } as const] : []),
  ];
}
