import type { ChildProcess } from 'node:child_process';

/** The two ways in which a program of ours ends. A signal is not a quit: nobody is asked about unsent work. */
export type Endings = {
  /** Ctrl-C. Resolves with the exit code; null when it had to be killed after `limitMs`. */
  readonly stop: (limitMs?: number) => Promise<number | null>;
  /** `kill -9`: no chance to say goodbye. */
  readonly kill: () => Promise<void>;
};

export const endings = (child: ChildProcess, ended: Promise<number | null>): Endings => ({
  stop: async (limitMs = 5_000) => {
    child.kill('SIGINT');
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const code = await ended;
    clearTimeout(limit);
    return code;
  },
  kill: async () => {
    child.kill('SIGKILL');
    await ended;
  },
});
