import { keptPlace, copyOf, discard } from '../bench/stage/kept-profile.ts';
import { openConsole, untilSynced } from '../bench/stage/console.ts';
import { bar } from '../bench/figures/keys.ts';
import { showView, measureViews } from '../bench/figures/views.ts';
import { conversationPainted } from '../bench/figures/open-ticket.ts';
import { timeKey, untilStill } from '../bench/figures/time-key.ts';
import { sessions, start, stop } from './prof.mts';
const what = process.argv[2];
const { readdirSync } = await import('node:fs');
const root = '/tmp/wt/bench/.cache/bench/';
const folder = readdirSync(root).find((n) => n.startsWith('profile-' + process.argv[3] + '-'))!;
const { readFileSync } = await import('node:fs');
const place = await copyOf({ folder: root + folder, tickets: Number(process.argv[3]), newestAt: JSON.parse(readFileSync(root + folder + '/kept.json', 'utf8')).newestAt });
const bench = await openConsole(place, 'unlimited');
const { page } = bench;
await bench.tell({ say: 'open' });
await untilSynced(page, 60000);
const s = await sessions(bench.context, page);
const both = async () => { await start(s.page); await start(s.worker); };
const end = async (n: string) => { await stop(s.page, n + '-page'); await stop(s.worker, n + '-worker', 14); };
if (what === 'keys') {
  await showView(page, 'Everything'); await untilStill(page); await both();
  for (let i = 0; i < 100; i++) await timeKey(page, i % 10 < 7 ? 'j' : 'k', bar);
  await end('keys');
}
if (what === 'open') {
  await showView(page, 'Everything'); await timeKey(page, 'Enter', conversationPainted); await untilStill(page); await both();
  for (let i = 0; i < 40; i++) { await timeKey(page, 'j', conversationPainted); await untilStill(page); }
  await end('open');
}
if (what === 'views') { await both(); console.log(await measureViews(bench)); await end('views'); }
await bench.close(); await discard(place);
