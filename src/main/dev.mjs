// What `npm run dev` runs: the browser host from source. A change in main starts it again; the page reloads by itself.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const dev = fileURLToPath(new URL('dev.ts', import.meta.url));
const child = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', dev, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself; a second one would make it kill the host in the middle of stopping.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
