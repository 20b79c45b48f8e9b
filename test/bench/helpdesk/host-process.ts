import { fileURLToPath } from 'node:url';
import { systemClock } from '#main/clock.ts';
import { createCore } from '#main/core.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { browserHostProcess } from '#main/shell/browser/host-process.ts';
import { listPageFiles } from '#main/shell/page-files.ts';
import { VERSION } from '#main/version.ts';
import { benchConnector } from './bench-connector.ts';
import { generateDesk, sizeOf } from './generated-desk.ts';
import { createLivingDesk, type HandedOver } from './living-desk.ts';

/**
 * The browser host with the whole of main and the built page, where only the helpdesk is made up:
 * `host-process.ts TICKETS NEWEST_AT [--profile DIR …]`. Its parent says when the helpdesk opens and when it changes.
 */
export type ToHost =
  | { readonly say: 'open' }
  | { readonly say: 'change'; readonly tickets: number }
  | { readonly say: 'tell' };
export type FromHost = { readonly say: 'done'; readonly handedOver: HandedOver };

const [tickets = '', newestAt = '', ...argv] = process.argv.slice(2);
const PAGE = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

const desk = createLivingDesk(generateDesk(sizeOf(Number(tickets)), Number(newestAt)), Date.now);
let open: () => void = () => undefined;
const opened = new Promise<void>((resolve) => {
  open = resolve;
});

process.on('message', (message: ToHost) => {
  if (message.say === 'open') open();
  if (message.say === 'change') desk.change(message.tickets);
  process.send?.({ say: 'done', handedOver: desk.handedOver() } satisfies FromHost);
});
process.on('disconnect', () => process.exit(0));

await browserHostProcess({
  version: VERSION,
  argv,
  createCore: (options) =>
    createCore(options, {
      clock: { ...systemClock(), now: options.now },
      disk: nodeDisk,
      random: Math.random,
      connectors: [benchConnector(desk, opened)],
    }),
  opens: 'first',
  source: () => ({ kind: 'built', files: listPageFiles(PAGE) }),
});
