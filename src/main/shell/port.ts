import type { KeyChoices } from '#shared/commands/key-choices.ts';
import type { Notification } from '#shared/link/values.ts';

/** Keys that work while another program has the focus. */
export type GlobalShortcuts = {
  /** `key` as the catalogue writes it; false where another program has it. */
  register(key: string, pressed: () => void): boolean;
  unregister(key: string): void;
  /** Puts the window in front, with the focus. */
  bringUp(): void;
};

/** Where the two hosts differ, and all of it. Implemented by `electron/` and `browser/`. */
export type Shell = {
  readonly host: 'electron' | 'browser';
  /** Encrypts with the operating system's key; null where it offers none. */
  readonly secretBox: {
    encrypt(text: string): Promise<Uint8Array>;
    decrypt(bytes: Uint8Array): Promise<string>;
  } | null;
  notify(notification: Notification, text: { title: string; body: string }, onClick: () => void): void;
  setBadge(count: number): void;
  /** How the agent wants the keys: at the start, and whenever that changes. For menus that show them. */
  showKeys(choices: KeyChoices): void;
  /** Null where the host has none. */
  readonly globalShortcuts: GlobalShortcuts | null;
  /** Only https, mailto and tel; false when refused. */
  openExternal(url: string): Promise<boolean>;
  /** `fetch` through the system's proxy and certificates where the host has them. */
  readonly fetch: typeof globalThis.fetch;
  /** Told when the machine is about to sleep and when it wakes. Returns how to stop listening. */
  onSuspendResume(suspended: () => void, resumed: () => void): () => void;
};
