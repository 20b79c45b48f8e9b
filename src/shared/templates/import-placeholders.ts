import { fromFreshdesk } from './forms/freshdesk.ts';
import { fromIntercom } from './forms/intercom.ts';
import { fromFreeScout, fromHelpScout } from './forms/percent.ts';
import type { Imported } from './forms/translate.ts';
import { fromZammad } from './forms/zammad.ts';

/** Helpdesks whose placeholders can be put into ours. */
export const PLACEHOLDER_FORMS = ['zammad', 'freescout', 'freshdesk', 'intercom', 'helpscout'] as const;
export type PlaceholderForm = (typeof PLACEHOLDER_FORMS)[number];

const FORMS = {
  zammad: fromZammad,
  freescout: fromFreeScout,
  freshdesk: fromFreshdesk,
  intercom: fromIntercom,
  helpscout: fromHelpScout,
} as const satisfies Record<PlaceholderForm, (text: string) => Imported>;

/** A text of another helpdesk as a template of ours. What has no counterpart stays as it is and is named. */
export const importPlaceholders = (form: PlaceholderForm, text: string): Imported => FORMS[form](text);
