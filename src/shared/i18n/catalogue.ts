import accounts from '#resources/locales/en/accounts.json';
import app from '#resources/locales/en/app.json';
import batch from '#resources/locales/en/batch.json';
import calls from '#resources/locales/en/calls.json';
import canned from '#resources/locales/en/canned.json';
import commands from '#resources/locales/en/commands.json';
import composer from '#resources/locales/en/composer.json';
import entry from '#resources/locales/en/entry.json';
import errors from '#resources/locales/en/errors.json';
import feedback from '#resources/locales/en/feedback.json';
import host from '#resources/locales/en/host.json';
import inbox from '#resources/locales/en/inbox.json';
import knowledge from '#resources/locales/en/knowledge.json';
import macros from '#resources/locales/en/macros.json';
import metrics from '#resources/locales/en/metrics.json';
import notify from '#resources/locales/en/notify.json';
import outbox from '#resources/locales/en/outbox.json';
import settings from '#resources/locales/en/settings.json';
import templates from '#resources/locales/en/templates.json';
import ticket from '#resources/locales/en/ticket.json';
import triage from '#resources/locales/en/triage.json';

/** English is the reference: its keys are the keys there are. One file per feature, keys prefixed with its name. */
export const english = {
  ...accounts,
  ...app,
  ...batch,
  ...calls,
  ...canned,
  ...commands,
  ...composer,
  ...entry,
  ...errors,
  ...feedback,
  ...host,
  ...inbox,
  ...knowledge,
  ...macros,
  ...metrics,
  ...notify,
  ...outbox,
  ...settings,
  ...templates,
  ...ticket,
  ...triage,
};

export type TextKey = keyof typeof english;
export type Messages = Readonly<Record<TextKey, string>>;
