import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AccountId } from '#shared/domain/ids.ts';

/** Where everything of a profile lies. */
export const profilePaths = (directory: string) => {
  const account = (id: AccountId, ...rest: string[]): string => join(directory, 'accounts', id, ...rest);
  return {
    settings: join(directory, 'settings.json'),
    accounts: join(directory, 'accounts.json'),
    secrets: join(directory, 'secrets.json'),
    views: join(directory, 'views.json'),
    macros: join(directory, 'macros.json'),
    cannedResponses: join(directory, 'canned-responses.json'),
    feedback: join(directory, 'feedback.json'),
    uses: join(directory, 'uses.log'),
    commandRuns: join(directory, 'command-runs.log'),
    calls: join(directory, 'calls.log'),
    callsWebhook: join(directory, 'calls-webhook.json'),
    practiceDesk: join(directory, 'practice-desk'),
    accountFolders: join(directory, 'accounts'),
    account: (id: AccountId) => account(id),
    journal: (id: AccountId) => account(id, 'journal.log'),
    marks: (id: AccountId) => account(id, 'read-marks.log'),
    inlineImages: (id: AccountId) => account(id, 'inline-images.log'),
    ownEvents: (id: AccountId) => account(id, 'own-events'),
    surveys: (id: AccountId) => account(id, 'survey-answers.log'),
    limits: (id: AccountId) => account(id, 'limits.json'),
    attachment: (id: AccountId, remoteId: string) =>
      account(id, 'attachments', createHash('sha256').update(remoteId).digest('hex')),
    files: join(directory, 'files'),
    file: (sha256: string) => join(directory, 'files', sha256),
  };
};
export type ProfilePaths = ReturnType<typeof profilePaths>;
