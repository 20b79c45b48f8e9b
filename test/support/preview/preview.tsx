import { defaultSettings, settingsSchema } from '#shared/settings/settings.ts';
import { createCommandRegistry } from '../../../src/renderer/src/commands/registry.ts';
import { mountApp } from '../../../src/renderer/src/mount-app.tsx';
import { productPanes } from '../../../src/renderer/src/product-panes.ts';
import { createSampleDesk, type SampleDesk } from '../sample-desk.ts';
import { sampleMetrics } from '../sample-metrics.ts';

declare global {
  interface Window {
    sampleDesk?: SampleDesk;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

// `?theme=dark&density=compact&tickets=100000&locale=pseudo&accounts=0`
const asked = new URLSearchParams(location.search);
const settings = settingsSchema.parse({ ...defaultSettings(), ...Object.fromEntries(asked) });
const tickets = Number(asked.get('tickets') ?? 48);
const desk: SampleDesk = createSampleDesk({
  settings,
  tickets,
  metrics: sampleMetrics({ now: Date.now(), tickets, headers: async (ids) => desk.headers(ids) }),
  ...(asked.get('accounts') === '0' ? { accounts: [] } : {}),
});
window.sampleDesk = desk;
mountApp(root, { desk, panes: productPanes(), registry: createCommandRegistry(), now: Date.now, mac: false });
