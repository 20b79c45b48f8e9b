import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import type { CannedResponse } from '../../../../../src/shared/canned/canned-response.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { NOW, ticket } from '../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;
let saved: Promise<string> | null = null;
const createObjectURL = URL.createObjectURL;

const response = (id: string, shortcode: string, over: Partial<CannedResponse> = {}): CannedResponse => ({
  id: id.padStart(26, '0'),
  shortcode,
  title: `About ${shortcode}`,
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: `Words of ${shortcode}` }],
  files: [],
  updatedAt: NOW,
  ...over,
});
const LATE = response('1', 'late', { folder: ['Orders', 'A/B > C'], tags: ['x, y'], scope: 'team' });
const HELLO = response('2', 'hello', {
  variants: [
    { locale: null, text: 'Hello' },
    { locale: 'de', text: 'Hallo' },
  ],
});

const kept = async (): Promise<readonly CannedResponse[]> => (await desk.desk.cannedResponses()).entries;
const find = () => page.getByRole('combobox', { name: 'Find a canned response' });
const options = (): readonly string[] =>
  [...document.querySelectorAll('[role=dialog] [role=option]')]
    .map(({ firstChild }) => firstChild?.textContent ?? '')
    .filter((text) => text.startsWith('/'));
/** Its line is the last, which one comes to from the first by going up. */
const beginNew = async (): Promise<void> => {
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('option', { name: /^New response/ })).toHaveAttribute('data-highlighted');
  await userEvent.keyboard('{Enter}');
};
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const type = async (name: string, text: string): Promise<void> => {
  await field(name).fill(text);
};

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({ tickets: [ticket({ remoteId: '1' })] });
  await desk.desk.changeCanned({ remove: [], put: [LATE, HELLO] });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  // What is offered as a download, as text.
  URL.createObjectURL = (blob) => {
    saved = blob instanceof Blob ? blob.text() : null;
    return createObjectURL(blob);
  };
  stop = () => {
    URL.createObjectURL = createObjectURL;
    close();
    desk.stop();
  };
  await expect.poll(() => registry.canRun('go.canned')).toBe(true);
  registry.run('go.canned', 'key');
  await expect.element(find()).toHaveFocus();
  await expect.poll(options).toEqual(['/hello', '/late']);
}
afterEach(() => stop());

test('one is not saved while a word of it is composed', async () => {
  await beginNew();
  await expect.element(field('Title')).toHaveFocus();
  await userEvent.keyboard('Xin{Tab}xin{Tab}{Tab}');
  await expect.element(field('Text')).toHaveFocus();
  await cdp().send('Input.imeSetComposition', { text: 'chao', selectionStart: 4, selectionEnd: 4 });
  await expect.element(field('Text')).toHaveValue('chao');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await cdp().send('Input.insertText', { text: 'chào' });
  await expect.element(field('Text')).toHaveValue('chào');
  expect(await kept()).toHaveLength(2);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(async () => (await kept()).map(({ variants }) => variants[0]?.text)).toContain('chào');
});

test('one is made by keys: what is wrong stands at its field, and the shortcode is suggested', async () => {
  await expect.poll(async () => (await axe.run('[role=dialog]')).violations).toEqual([]);
  await beginNew();
  await expect.element(field('Title')).toHaveFocus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(field('Title')).toHaveAccessibleDescription('It needs a title of up to 200 letters.');
  await expect.element(field('Text')).toHaveAttribute('aria-invalid', 'true');
  expect(await kept()).toHaveLength(2);
  await userEvent.keyboard('Where is it{Tab}');
  await expect.element(field('Shortcode')).toHaveValue('where-is-it');
  for (const name of ['Title', 'Shortcode']) await expect.element(field(name)).toHaveAttribute('aria-invalid', 'false');
  await expect.element(field('Text')).toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('LATE');
  await type('Text', 'It is on its way.');
  await type('Folder', 'Orders › Late');
  await type('Tags', 'parcel, late');
  await page.getByRole('combobox', { name: 'For' }).selectOptions('team');
  await page.getByRole('button', { name: 'Add a language' }).click();
  await expect.element(page.getByRole('textbox', { name: /^Language/ }).last()).toHaveFocus();
  await userEvent.keyboard('pt_BR{Tab}{Tab}Está a caminho.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('A language is written as in pt-BR.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: /^Language/ }).last()).toHaveFocus();
  await expect.poll(async () => (await axe.run('[role=dialog]')).violations).toEqual([]);
  await page
    .getByRole('textbox', { name: /^Language/ })
    .last()
    .fill('pt-BR');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .element(field('Shortcode'))
    .toHaveAccessibleDescription('Another response has this shortcode. Nothing has changed; choose another.');
  await expect.element(field('Shortcode')).toHaveFocus();
  expect(await kept()).toHaveLength(2);
  await type('Tags', 'parcel, late, lost');
  await type('Tags', 'parcel, late');
  await expect.element(field('Shortcode')).toHaveAttribute('aria-invalid', 'true');
  await type('Shortcode', '/where');
  await expect.element(field('Shortcode')).toHaveAttribute('aria-invalid', 'false');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(find()).toHaveFocus();
  await expect.poll(options).toContain('/where');
  expect((await kept()).find(({ shortcode }) => shortcode === 'where')).toEqual({
    id: expect.stringMatching(/^[0-9A-Z]{26}$/),
    shortcode: 'where',
    title: 'Where is it',
    folder: ['Orders', 'Late'],
    tags: ['parcel', 'late'],
    scope: 'team',
    variants: [
      { locale: null, text: 'It is on its way.' },
      { locale: 'pt-BR', text: 'Está a caminho.' },
    ],
    files: [],
    updatedAt: NOW,
  });
});

test('one is changed; words that are not saved wait for it, and leaving them is warned of once', async () => {
  await userEvent.keyboard('late');
  await expect.poll(options).toEqual(['/late']);
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Title')).toHaveFocus();
  await type('Title', 'Late parcel');
  await userEvent.keyboard('{Escape}');
  await expect.element(find()).toHaveFocus();
  await expect.element(page.getByRole('option', { name: /late.*unsaved/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('The words of 1 response are not saved.');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Title')).toHaveValue('Late parcel');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(kept).toEqual([{ ...LATE, title: 'Late parcel' }, HELLO]);
  await expect.element(find()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('one is removed where Delete has nothing to delete, and is had back', async () => {
  await userEvent.keyboard('late');
  await expect.poll(options).toEqual(['/late']);
  await userEvent.keyboard('{ArrowLeft}{Delete}');
  await expect.element(find()).toHaveValue('lat');
  await expect.poll(options).toEqual(['/late']);
  await userEvent.keyboard('{Delete}');
  await expect.poll(kept).toEqual([HELLO]);
  await expect.poll(options).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('z');
  await expect.poll(kept).toEqual([HELLO, LATE]);
});

test('what was just done is not told over the buttons of a dialog', async () => {
  await page.viewport(1024, 700);
  await userEvent.keyboard('late{Delete}');
  await expect.element(page.getByText('Removed /late', { exact: true })).toBeVisible();
  await beginNew();
  await expect.element(field('Title')).toHaveFocus();
  const save = page.getByRole('button', { name: 'Save' }).element();
  const { left, top, height } = save.getBoundingClientRect();
  expect(document.elementFromPoint(left + 8, top + height / 2)?.closest('button')).toBe(save);
});

test('nothing that has the focus lies under the button that stays in sight', async () => {
  await beginNew();
  await expect.element(field('Title')).toHaveFocus();
  const covered: string[] = [];
  for (const height of [640, 660, 680]) {
    await page.viewport(1024, height);
    field('Title').element().focus();
    for (const name of ['Shortcode', 'Text', 'Folder', 'Tags']) {
      while (document.activeElement !== field(name).element()) await userEvent.tab();
      const { left, bottom } = field(name).element().getBoundingClientRect();
      if (document.elementFromPoint(left + 8, bottom - 4) !== field(name).element())
        covered.push(`${name} at ${height}`);
    }
  }
  expect(covered).toEqual([]);
});

test.each([
  ['CSV', 'text/csv'],
  ['JSON', 'application/json'],
])('what is taken to a file as %s is all the same when it comes back', async (form, mimeType) => {
  await page.getByRole('button', { name: `Export ${form}` }).click();
  await choose(new File([(await saved) ?? ''], `mine.${form}`, { type: mimeType }));
  await expect
    .element(page.getByRole('status').first())
    .toHaveTextContent('New: 0 · changed: 0 · the same: 2 · left out: 0.');
  await expect.element(page.getByRole('button', { name: 'Back' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(find()).toHaveFocus();
});

test('a file says what it would do before it does it, and is taken back as a whole', async () => {
  const lines = [
    'shortcode,title,text,scope',
    'late,Late parcel,Words of late,team',
    'new,Newly made,Words,personal',
    'two words,Bad,Words,personal',
    'third,,Words,personal',
    'fourth,Bad,Words,everybody',
  ];
  await choose(new File([lines.join('\r\n')], 'other.csv', { type: 'text/csv' }));
  await expect
    .element(page.getByRole('status').first())
    .toHaveTextContent('New: 1 · changed: 1 · the same: 0 · left out: 3.');
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  await expect.element(section('New')).toHaveTextContent('/new Newly made');
  await expect.element(section('Changed')).toHaveTextContent('/late Late parcel Title');
  await expect
    .element(section('Left out'))
    .toHaveTextContent(/Line 4 \(two words\).*Line 5 \(third\).*Line 6 \(fourth\)/);
  await expect.poll(async () => (await axe.run('[role=dialog]')).violations).toEqual([]);
  expect(await kept()).toEqual([LATE, HELLO]);
  await expect.element(page.getByRole('button', { name: 'Take 2 responses' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(options).toEqual(['/hello', '/late', '/new']);
  expect((await kept())[0]).toEqual({ ...LATE, title: 'Late parcel' });
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('z');
  await expect.poll(kept).toEqual([LATE, HELLO]);
});

test('what is no file of canned responses is left alone', async () => {
  await choose(new File(['a,b\n1,2\n'], 'other.csv', { type: 'text/csv' }));
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('This is not a file of canned responses. Nothing has changed.');
  await userEvent.keyboard('{Escape}');
  await expect.element(find()).toHaveFocus();
});

async function choose(file: File): Promise<void> {
  const picker = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]');
  if (!picker) throw new Error('no picker');
  await userEvent.upload(picker, file);
  await expect.element(page.getByRole('dialog', { name: `Import ${file.name}` })).toBeVisible();
}

test('what is typed and found nowhere is what a new one is called', async () => {
  await userEvent.keyboard('Out of stock');
  await expect.poll(options).toEqual([]);
  await expect.element(page.getByRole('option')).toHaveTextContent('New response “Out of stock”');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Title')).toHaveValue('Out of stock');
  await expect.element(field('Shortcode')).toHaveValue('out-of-stock');
});
