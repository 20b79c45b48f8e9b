import { beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '#shared/settings/settings.ts';
import { initialDeskState, useDeskState } from '../../../../src/renderer/src/state/desk-state.ts';
import {
  beginWithFirstScreen,
  endFirstScreen,
  followFirstScreen,
  keepFirstRows,
  rowsBefore,
} from '../../../../src/renderer/src/state/first-screen.ts';
import { createSampleDesk } from '../../../support/sample-desk.ts';

const start = { viewId: 'own:inbox', sort: null };
const rows = await createSampleDesk({ tickets: 60 }).rows({ ...start, offset: 0, limit: 60 });
const settings = { ...defaultSettings(), density: 'compact' } as const;
/** What the store says of settings reaches both. */
const tellSettings = (): void => {
  useDeskState.setState({ settings });
  followFirstScreen({ type: 'settings', settings });
};
/** The window is loaded anew. */
const again = (): void => {
  endFirstScreen();
  useDeskState.setState(initialDeskState());
  beginWithFirstScreen();
};
beforeEach(() => {
  localStorage.clear();
  again();
});

test('the next start begins with the settings and the first rows of the last one', () => {
  expect(rowsBefore(start)).toBeNull();
  tellSettings();
  keepFirstRows(start, rows);
  again();
  expect(useDeskState.getState().settings.density).toBe('compact');
  expect(rowsBefore(start)).toEqual({ total: rows.total, groups: null, rows: rows.rows.slice(0, 40) });
  endFirstScreen();
  expect(rowsBefore(start)).toBeNull();
});

test('no other list begins with them, and none is kept', () => {
  keepFirstRows(start, rows);
  keepFirstRows({ viewId: 'own:mine', sort: null }, { total: 0, rows: [], groups: null });
  again();
  expect(rowsBefore(start)?.total).toBe(rows.total);
  expect(rowsBefore({ viewId: 'own:mine', sort: null })).toBeNull();
});

test('an account that is there no more leaves nothing behind but the settings', () => {
  tellSettings();
  keepFirstRows(start, rows);
  followFirstScreen({ type: 'accounts', accounts: [] });
  expect(JSON.stringify(localStorage)).not.toContain(rows.rows[0]?.subject);
  again();
  expect(rowsBefore(start)).toBeNull();
  expect(useDeskState.getState().settings.density).toBe('compact');
});

test('what cannot be read, or is of another version, is no first screen', () => {
  for (const kept of ['{', 'null', '[]', '{"format":0,"list":{"rows":[]}}']) {
    localStorage.setItem('holdfast.first-screen', kept);
    again();
    expect(rowsBefore(start)).toBeNull();
    expect(useDeskState.getState().settings).toEqual(defaultSettings());
  }
});
