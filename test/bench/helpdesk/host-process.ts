import { fileURLToPath } from 'node:url';
import { systemClock } from '#main/clock.ts';
import { createCore } from '#main/core.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { browserHostProcess } from '#main/shell/browser/host-process.ts';
import { listPageFiles } from '#main/shell/page-files.ts';
import { VERSION } from '#main/version.ts';
import type { Person } from '#shared/domain/desk.ts';
import { benchConnector } from './bench-connector.ts';
import { callersOf } from './callers.ts';
import { generateDesk, sizeOf } from './generated-desk.ts';
import { createLivingDesk, type HandedOver } from './living-desk.ts';

/**
 * The browser host with the whole of main and the built page, where only the helpdesk is made up:
 * `host-process.ts TICKETS NEWEST_AT [--profile DIR …]`. Its parent says when the helpdesk opens and when it changes.
 */
export type ToHost =
  | { readonly say: 'open' }
  | { readonly say: 'change'; readonly tickets: number }
  | { readonly say: 'tell' }
  /** The customer at this place of those with a ticket of late calls. */
  | { readonly say: 'ring'; readonly place: number };
/** `at`: when it began to do as told, in UTC ms with fractions. */
export type FromHost = { readonly say: 'done'; readonly handedOver: HandedOver; readonly at: number };

const [tickets = '', newestAt = '', ...argv] = process.argv.slice(2);
const PAGE = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

const generated = generateDesk(sizeOf(Number(tickets)), Number(newestAt));
const desk = createLivingDesk(generated, Date.now);
const CALLERS = 60;
let callers: readonly Person[] = [];
let takeCallLink: ((link: string) => boolean) | null = null;
let open: () => void = () => undefined;
const opened = new Promise<void>((resolve) => {
  open = resolve;
});

process.on('message', (message: ToHost) => {
  if (message.say === 'open') open();
  if (message.say === 'change') desk.change(message.tickets);
  if (message.say === 'ring' && callers.length === 0) callers = callersOf(generated, CALLERS);
  const at = performance.timeOrigin + performance.now();
  if (message.say === 'ring')
    takeCallLink?.(`holdfast://call?number=${encodeURIComponent(callers[message.place]?.phone ?? '')}&direction=in`);
  process.send?.({ say: 'done', handedOver: desk.handedOver(), at } satisfies FromHost);
});
process.on('disconnect', () => process.exit(0));

await browserHostProcess({
  version: VERSION,
  argv,
  createCore: async (options) => {
    const core = await createCore(options, {
      clock: { ...systemClock(), now: options.now },
      disk: nodeDisk,
      random: Math.random,
      connectors: [benchConnector(desk, opened)],
    });
    takeCallLink = core.takeCallLink;
    return core;
  },
  opens: 'first',
  source: () => ({ kind: 'built', files: listPageFiles(PAGE) }),
});
