import { replaceEqualDeep } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Call } from '#shared/calls/call.ts';
import type { Account, Health } from '#shared/domain/account.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Notice, StoreProblem } from '#shared/link/values.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import type { DeskEvent } from '../store/desk-api.ts';

type HealthEvent = Extract<DeskEvent, { readonly type: 'health' }>;
type LinkEvent = Extract<DeskEvent, { readonly type: 'link' }>;

/** What the store worker last told of accounts, sync, settings and the link, kept for whoever asks. */
export type DeskState = {
  /** Null until the worker has said which accounts there are. */
  readonly accounts: readonly Account[] | null;
  /** Of accounts that main tells of now; without a link there is none, since what it was may no longer be. */
  readonly health: Readonly<Record<AccountId, Health>>;
  /** Records kept aside because they did not parse, per account. */
  readonly unreadable: Readonly<Record<AccountId, number>>;
  readonly rows: Readonly<Record<AccountId, HealthEvent['rows']>>;
  readonly settings: Settings;
  /** Those that are not done, the newest first. */
  readonly calls: readonly Call[];
  /** There has been a call in this profile: main tells of calls only then. */
  readonly everCalled: boolean;
  readonly link: Pick<LinkEvent, 'state' | 'host' | 'secrets'>;
  /** By account, '' for the whole store. */
  readonly storage: Readonly<Record<AccountId, StoreProblem>>;
  /** Oldest first; each code once. */
  readonly notices: readonly Notice[];
};

export const initialDeskState = (): DeskState => ({
  accounts: null,
  health: {},
  unreadable: {},
  rows: {},
  settings: defaultSettings(),
  calls: [],
  everCalled: false,
  link: { state: 'connecting', host: null, secrets: null },
  storage: {},
  notices: [],
});

export const useDeskState = create<DeskState>(initialDeskState);

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** The state after an event; the same object when the event says nothing about it. */
export function afterDeskEvent(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'accounts':
      return { ...state, accounts: event.accounts };
    case 'health': {
      const id = event.health.accountId;
      return {
        ...state,
        health: { ...state.health, [id]: event.health },
        unreadable: { ...state.unreadable, [id]: event.unreadable },
        rows: { ...state.rows, [id]: event.rows },
      };
    }
    case 'settings':
      // What has not changed stays the same object: a keymap made anew would forget the first key of a sequence.
      return { ...state, settings: replaceEqualDeep(state.settings, event.settings) };
    case 'calls':
      return { ...state, calls: event.calls, everCalled: true };
    case 'link':
      return {
        ...state,
        health: event.state === 'connected' ? state.health : {},
        link: { state: event.state, host: event.host, secrets: event.secrets },
      };
    case 'storage': {
      const id = event.accountId ?? '';
      return {
        ...state,
        storage: event.problem ? { ...state.storage, [id]: event.problem } : without(state.storage, id),
      };
    }
    case 'notice':
      return {
        ...state,
        notices: [...state.notices.filter(({ code }) => code !== event.notice.code), event.notice],
      };
    case 'notice-over':
      return { ...state, notices: state.notices.filter(({ code }) => code !== event.code) };
    default:
      return state;
  }
}

/** Listens to the worker; returns how to stop. */
export const followDesk = (desk: { onEvent(listener: (event: DeskEvent) => void): () => void }): (() => void) =>
  desk.onEvent((event) => useDeskState.setState((state) => afterDeskEvent(state, event)));
