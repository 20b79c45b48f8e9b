import type { Core } from '#main/core-face.ts';
import type { LinkPort } from '#shared/link/port.ts';

/** A core that echoes, for tests of what is around it. It tells every window of the calls that links ask for. */
export const echoCore = async (): Promise<Core> => {
  const ports: LinkPort[] = [];
  return {
    connectStore(port) {
      ports.push(port);
      port.onMessage((message) => port.post({ echo: message }));
    },
    unsentCount: () => 0,
    stop: async () => {},
    runCommand: () => {},
    takeCallLink(link) {
      const isCall = /^(?:tel:|holdfast:\/\/call\?number=)/.test(link);
      if (isCall) for (const port of ports) port.post({ call: link });
      return isCall;
    },
    showNotification: () => {},
  };
};
