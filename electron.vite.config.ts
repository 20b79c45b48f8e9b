import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { defaultClientConditions } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Three bundles, as `electron-vite build` makes them without Electron's binary. The browser host is a second entry of main. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      // Bundled, so that a start reads two files instead of hundreds and a package carries no node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { electron: at('src/main/electron.ts'), browser: at('src/main/browser.ts') },
        // Optional native parts of `ws`, which it does without.
        external: ['electron', 'bufferutil', 'utf-8-validate'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS script.
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    publicDir: at('resources/icons/page'),
    plugins: [react()],
    // One that names characters needs a DOM where a package is read for a window, and our workers have none.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // Both hosts serve over their own origin; inlined assets would only be bytes that a policy has to allow.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: at('src/renderer/index.html'), message: at('src/renderer/message.html') } },
    },
  },
});
