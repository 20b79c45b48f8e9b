import type { Core } from '#main/core-face.ts';

/** A core that echoes, for tests of what is around it. */
export const echoCore = async (): Promise<Core> => ({
  connectStore: (port) => port.onMessage((message) => port.post({ echo: message })),
  unsentCount: () => 0,
  stop: async () => {},
  runCommand: () => {},
  takeCallLink: () => false,
  showNotification: () => {},
});
