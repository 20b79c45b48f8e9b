import axe, { type RunOptions } from 'axe-core';

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The separators between panes are in no landmark, and a part by itself is in none either.
  rules: { region: { enabled: false } },
  resultTypes: ['violations'],
};
const THEMES = ['light', 'dark'] as const;

/** What axe finds in a part of the page, light and dark, once nothing moves any more. The theme is what it was when it resolves. */
export async function barriersIn(part: Document | Element = document): Promise<readonly string[]> {
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  const found: string[] = [];
  for (const theme of THEMES) {
    dataset['theme'] = theme;
    // One that is taken away while it runs rejects.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await axe.run(part, OPTIONS);
    for (const { id, nodes } of violations)
      found.push(`${theme}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  }
  if (before === undefined) delete dataset['theme'];
  else dataset['theme'] = before;
  return found;
}
