import type { Theme } from './theme.ts';
import { ACCOUNT_THEMES } from './themes-accounts.ts';
import { GEAR_THEMES } from './themes-gear.ts';
import { ORDER_THEMES } from './themes-orders.ts';
import { RETURN_THEMES } from './themes-returns.ts';

export const THEMES: readonly Theme[] = [...ORDER_THEMES, ...RETURN_THEMES, ...GEAR_THEMES, ...ACCOUNT_THEMES];
