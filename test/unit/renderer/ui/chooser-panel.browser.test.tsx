import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { ChooserPanel } from '../../../../src/renderer/src/ui/ChooserPanel.tsx';
import { type MountedPane, mountPane } from '../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../support/sample-desk.ts';

const NAMES = Array.from({ length: 200 }, (_, index) => `item ${index}`);
const BARRED = 'item 0';

describe('a chooser', () => {
  let pane: MountedPane;
  let chosen: (readonly [string, number])[];
  let made: string[];
  const row = (name: string) => {
    made.push(name);
    return name;
  };

  function Choosing({ names }: { readonly names: readonly string[] }) {
    const [text, setText] = useState('');
    const found = names.filter((name) => name.includes(text));
    return (
      <ChooserPanel
        label="Choose"
        placeholder="Choose"
        text={text}
        onText={setText}
        groups={[
          { label: 'Those', items: found.slice(0, 2) },
          { label: 'Others', items: found.slice(2) },
        ].filter(({ items }) => items.length > 0)}
        keyOf={keyOf}
        row={row}
        isBarred={isBarred}
        onChoose={(name, place) => chosen.push([name, place])}
        onClose={() => undefined}
        empty="nothing"
        beside={(pointed) => <output>{pointed ?? 'none'}</output>}
      />
    );
  }

  beforeEach(async () => {
    await page.viewport(1440, 900);
    chosen = [];
    made = [];
    pane = mountPane(createSampleDesk({ tickets: 1 }), <Choosing names={NAMES} />);
    await vi.waitUntil(() => document.activeElement === field());
  });
  afterEach(() => pane.unmount());

  const field = (): HTMLInputElement | null => document.querySelector('[role="combobox"]');
  const list = (): Element | null => document.getElementById(field()?.getAttribute('aria-controls') ?? '');
  const options = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
  const pointed = (): HTMLElement | null =>
    document.getElementById(field()?.getAttribute('aria-activedescendant') ?? '');
  const inSight = (element: Element | null): boolean => {
    const [box, around] = [element?.getBoundingClientRect(), list()?.getBoundingClientRect()];
    return !!box && !!around && box.top >= around.top && box.bottom <= around.bottom;
  };

  it('points at the first that may be chosen, and says what it is of how many', async () => {
    expect(list()?.getAttribute('role')).toBe('listbox');
    expect(pointed()?.textContent).toBe('item 1');
    expect(pointed()?.getAttribute('aria-selected')).toBe('true');
    expect([pointed()?.getAttribute('aria-posinset'), pointed()?.getAttribute('aria-setsize')]).toEqual(['2', '200']);
    expect(document.querySelector('output')?.textContent).toBe('item 1');
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual([['item 1', 1]]);
  });

  it('has the rows in sight in the page, and the others once one goes on', async () => {
    const inSightAtMost = Math.ceil((560 - 48) / 32);
    expect(options()).toHaveLength(inSightAtMost);
    expect(options().filter(inSight).length).toBeGreaterThan(10);
    const height = list()?.scrollHeight ?? 0;
    for (let down = 0; down < inSightAtMost; down++) await userEvent.keyboard('{ArrowDown}');
    expect(options()).toHaveLength(200);
    expect(pointed()?.textContent).toBe(`item ${1 + inSightAtMost}`);
    await expect.poll(() => inSight(pointed())).toBe(true);
    expect(Math.abs((list()?.scrollHeight ?? 0) - height)).toBeLessThan(200);
    await userEvent.keyboard('7');
    await expect.poll(() => options().length).toBe(inSightAtMost);
    expect(list()?.scrollTop).toBe(0);
    expect(pointed()?.textContent).toBe('item 7');
  });

  it('goes round with the arrows', async () => {
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(pointed()?.textContent).toBe('item 199');
    await expect.poll(() => inSight(pointed())).toBe(true);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(pointed()?.textContent).toBe('item 2');
    expect(document.querySelector('output')?.textContent).toBe('item 2');
  });

  it('shows the others when it is scrolled', async () => {
    list()?.scrollTo(0, 600);
    await expect.poll(() => options().length).toBe(200);
    expect(options().filter(inSight).length).toBeGreaterThan(10);
  });

  it('keeps what is pointed at when others come in above', async () => {
    await userEvent.keyboard('{ArrowDown}');
    pane.render(<Choosing names={['item new', ...NAMES]} />);
    await expect.poll(() => options()[0]?.textContent).toBe('item new');
    expect(pointed()?.textContent).toBe('item 2');
  });

  it('chooses nothing that is barred, by key or by click', async () => {
    await userEvent.keyboard('{ArrowUp}');
    expect(pointed()?.textContent).toBe(BARRED);
    expect(pointed()?.getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(options()[0] ?? document.body, { force: true });
    expect(chosen).toEqual([]);
    await userEvent.click(options()[3] ?? document.body);
    expect(chosen).toEqual([['item 3', 3]]);
    expect(document.activeElement).toBe(field());
  });

  it('leaves Enter to an input method that composes', async () => {
    await cdp().send('Input.imeSetComposition', { text: '5', selectionStart: 1, selectionEnd: 1 });
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    expect(chosen).toEqual([]);
    await cdp().send('Input.insertText', { text: '5' });
    await expect.poll(() => pointed()?.textContent).toBe('item 5');
  });

  it('makes no row anew that a letter leaves as it was', async () => {
    made = [];
    await userEvent.keyboard('i');
    expect(field()?.value).toBe('i');
    expect(made).toEqual([]);
  });

  it('says when there is nothing', async () => {
    await userEvent.keyboard('zzz');
    expect(options()).toEqual([]);
    expect(list()?.childElementCount).toBe(0);
    expect(pointed()).toBeNull();
    expect(document.body.textContent).toContain('nothing');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toEqual([]);
  });
});

const keyOf = (name: string): string => name;
const isBarred = (name: string): boolean => name === BARRED;
