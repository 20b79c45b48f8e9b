import { startStore } from './desk/start-store.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

// First of all: what the store reads takes longest, and needs nothing of the window.
const store = startStore();
const { start } = await import('./start.ts');
start(root, store);
