/**
 * The browser host as a process of its own with a core that echoes: `node --import tsx test/support/host-process.ts PAGE [arguments]`.
 * What is tested with it is the host; the core has tests of its own.
 */
import type { Core } from '#main/core-face.ts';
import { browserHostProcess } from '#main/shell/browser/host-process.ts';
import { listPageFiles } from '#main/shell/page-files.ts';

const [page = '', ...argv] = process.argv.slice(2);

const echo = async (): Promise<Core> => ({
  connectStore: (port) => port.onMessage((message) => port.post({ echo: message })),
  unsentCount: () => 0,
  stop: async () => {},
  runCommand: () => {},
  showNotification: () => {},
});

await browserHostProcess({
  argv,
  version: '0.0.0',
  createCore: echo,
  source: () => ({ kind: 'built', files: listPageFiles(page) }),
});
