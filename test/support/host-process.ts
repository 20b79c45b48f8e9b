/**
 * The browser host as a process of its own with a core that echoes: `node --import tsx test/support/host-process.ts PAGE [arguments]`.
 * What is tested with it is the host; the core has tests of its own.
 */
import { browserHostProcess } from '#main/shell/browser/host-process.ts';
import { listPageFiles } from '#main/shell/page-files.ts';
import { echoCore } from './echo-core.ts';

const [page = '', ...argv] = process.argv.slice(2);

await browserHostProcess({
  argv,
  version: '0.0.0',
  createCore: echoCore,
  opens: 'always',
  source: () => ({ kind: 'built', files: listPageFiles(page) }),
});
