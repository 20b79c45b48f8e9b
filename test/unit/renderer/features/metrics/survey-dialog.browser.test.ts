import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { barriersIn } from '../../../../support/barriers.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { NOW, ticket } from '../../store/fixtures.ts';
import { keptSurveys } from '../../store/kept-surveys.ts';

let stop = (): void => undefined;
let registry: ReturnType<typeof createCommandRegistry>;
let held: ReturnType<typeof keptSurveys>['held'];

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  const surveys = keptSurveys();
  held = surveys.held;
  const desk = await storeDesk({ tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })] }, surveys.does);
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  await expect.poll(() => registry.canRun('metrics.importSurvey')).toBe(true);
}
afterEach(() => stop());

const choose = async (lines: readonly string[]): Promise<void> => {
  registry.run('metrics.importSurvey', 'palette');
  const dialog = page.getByRole('dialog', { name: 'Import answers of a survey' });
  await expect.element(dialog.getByRole('combobox', { name: 'What was asked' })).toHaveFocus();
  const input = document.querySelector<HTMLInputElement>('input[type=file][accept*=csv]');
  if (!input) throw new Error('no field for a file');
  await userEvent.upload(input, new File([lines.join('\n')], 'survey.csv', { type: 'text/csv' }));
};
const LINES = [
  'ticket,score,date,comment',
  ...[10, 9, 9, 7, 2].map((score, at) => `${(at % 2) + 1},${score},2026-11-23 0${at}:00,"Fine, thanks"`),
  '1,many,2026-11-23,',
];

test('a file is looked at, imported with Enter, counted in a figure, and counts nothing the second time', async () => {
  await choose(LINES);
  const dialog = page.getByRole('dialog');
  await expect
    .element(dialog.getByText('5 new answers, nobody without an answer, none here already, 1 line left out.'))
    .toBeVisible();
  await expect.element(dialog.getByText('5 of 5 have a ticket on this machine.')).toBeVisible();
  await expect.element(dialog.getByText('Line 7: “many” is no score from 0 to 10.')).toBeVisible();
  expect(await barriersIn(dialog.element())).toEqual([]);
  await expect.element(dialog.getByRole('button', { name: 'Import 5 lines' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(held.content).not.toContain('thanks');

  registry.run('go.metrics', 'key');
  // 3 promoters and 1 detractor of 5: 60 % - 20 % = 40.
  await expect.element(page.getByRole('option', { name: /^Net promoter score\s*40/ })).toBeVisible();
  await page.getByRole('option', { name: /^Net promoter score/ }).click();
  await expect.element(page.getByText(/Made from the answers of surveys that you imported/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /^Tickets behind it 2 tickets/ })).toBeVisible();

  await choose(LINES);
  await expect.element(dialog.getByText(/^No new answers, .*5 here already/)).toBeVisible();
  expect(await barriersIn(dialog.element())).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove them' }).click();
  await expect.element(dialog.getByText(/^They are removed/)).toBeVisible();
  await expect.element(dialog.getByText(/^5 new answers/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('option', { name: /^Net promoter score/ })).not.toBeInTheDocument();
});

test('a file without what is needed is refused with what to do', async () => {
  await choose(['who,score', 'me,9']);
  await expect.element(page.getByRole('alert')).toHaveTextContent('no column called date');
  expect(await barriersIn(page.getByRole('dialog').element())).toEqual([]);
  held.full = true;
  await page.getByRole('button', { name: 'Close' }).last().click();
  await choose(['ticket,score,date', '1,9,2026-11-23', '2,9,']);
  await expect.element(page.getByText(/^Line 3: no date such as/)).toBeVisible();
  await expect.element(page.getByText('Nov 23, 2026. 1 of 1 have a ticket on this machine.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 line' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('nothing counts twice');
});
