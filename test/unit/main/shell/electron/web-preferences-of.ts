import type { BrowserWindowConstructorOptions } from 'electron';
import { type Desk, lastWindow } from './start-desk.ts';

export const webPreferencesOf = (desk: Desk): BrowserWindowConstructorOptions['webPreferences'] =>
  lastWindow(desk).options.webPreferences;
