const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Enter: '↩', Escape: 'esc', ContextMenu: 'Menu' };
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', ContextMenu: 'Menu' };
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** What is printed on the keys of one chord or sequence: `Mod+K` is ["Ctrl", "K"], `g i` is ["G", "I"]. */
export const keyLabels = (key: string, mac: boolean): readonly string[] =>
  key
    .split(' ')
    .flatMap((chord) => (chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')))
    .map((name) => (mac ? MAC : OTHERS)[name] ?? ARROWS[name] ?? (name.length === 1 ? name.toUpperCase() : name));

/** As `aria-keyshortcuts` writes it; null for sequences, which it cannot say. */
export const ariaKey = (key: string, mac: boolean): string | null =>
  key.includes(' ') ? null : key.replace('Mod', mac ? 'Meta' : 'Control');
