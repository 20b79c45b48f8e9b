// Which way the parts may depend on each other. `test/unit/gate/rules-bite.test.ts` plants one violation of each rule.

const SHELL_ONLY = '^(src/main/shell/electron/|src/main/electron\\.ts$|src/preload/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other can only be understood, loaded and tested together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that does not resolve would hide its file from every other rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^(virtual:|vite/)', '\\?'] },
    },
    {
      name: 'shared-stands-alone',
      comment: 'src/shared runs everywhere, so it imports no part, no Node and no DOM library.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: {
        pathNot: [
          '^src/shared/',
          '^resources/(locales|keymaps)/',
          '^node_modules/(zod|@formatjs|ulid|birpc|papaparse|libphonenumber-js)/',
        ],
      },
    },
    {
      name: 'main-knows-no-window',
      comment: 'Main may run without a window; what both need is in src/shared.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/(renderer|preload)/' },
    },
    {
      name: 'window-knows-no-main',
      comment: 'The window talks to main over the link alone.',
      severity: 'error',
      from: { path: '^src/(renderer|preload)/' },
      to: { path: '^src/main/' },
    },
    {
      name: 'window-has-no-node',
      comment: 'The renderer is sandboxed and runs in a plain browser as well.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-only-passes-the-port',
      comment: 'The preload is one sandboxed bundle with nothing in it but the hand-over.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/(preload|shared)/', '^node_modules/electron/'] },
    },
    {
      name: 'electron-in-its-shell',
      comment: "`require('electron')` throws where the binary is missing, so only the shell and the preload import it.",
      severity: 'error',
      from: { path: '^(src|test)/', pathNot: [SHELL_ONLY, '^test/support/electron-stand-in', '^test/.*electron'] },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'electron-shell-behind-its-entry',
      comment: 'The browser host must load without Electron.',
      severity: 'error',
      from: { path: '^src/', pathNot: SHELL_ONLY },
      to: { path: '^(src/main/shell/electron/|src/main/electron\\.ts$)' },
    },
    {
      name: 'dexie-in-the-store',
      comment: 'The store worker owns the database.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/src/store/' },
      to: { path: '^node_modules/dexie/' },
    },
    {
      name: 'number-plans-in-the-store',
      comment:
        'The plans of all countries are 100 kB and more: the store worker reads numbers, when somebody calls, and the window asks it.',
      severity: 'error',
      from: { path: '^src/(main|preload|renderer/src/(?!store/))' },
      to: { path: '^node_modules/libphonenumber-js/', reachable: true },
    },
    {
      name: 'store-behind-its-face',
      comment: 'The window holds the store worker by its API and its client; the workers know nothing of the window.',
      severity: 'error',
      from: { path: '^src/renderer/src/(commands|features|state|ui|report)/' },
      to: {
        path: '^src/renderer/src/store/',
        pathNot: '^src/renderer/src/store/desk-(api|views|tickets|actions|own|calls|call-log|metrics|surveys)\\.ts$',
      },
    },
    {
      name: 'workers-know-no-window',
      comment: 'Store, report and templates run in workers, without a document.',
      severity: 'error',
      from: { path: '^src/renderer/src/(store|report|templates)/' },
      to: { path: ['^src/renderer/src/(commands|features|state|ui)/', '^node_modules/(react|react-dom|@base-ui)/'] },
    },
    {
      name: 'features-by-their-face',
      comment:
        "A feature is used through its face, never through another's insides: its index, the frame that messages are painted in, and the sentences for failures (by themselves, so that the dialogs stay lazy).",
      severity: 'error',
      from: { path: '^src/renderer/src/features/([^/]+)/' },
      to: {
        path: '^src/renderer/src/features/([^/]+)/',
        pathNot: [
          '^src/renderer/src/features/$1/',
          '^src/renderer/src/features/[^/]+/index\\.tsx?$',
          '^src/renderer/src/features/ticket/message-frame/MessageFrame\\.tsx$',
          '^src/renderer/src/features/settings/failure-text\\.ts$',
        ],
      },
    },
    {
      name: 'frame-reaches-features-by-their-face',
      comment: 'The frame puts features side by side and knows nothing of their insides.',
      severity: 'error',
      from: { path: '^src/renderer/src/[^/]+$' },
      to: { path: '^src/renderer/src/features/', pathNot: '^src/renderer/src/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'groundwork-knows-no-feature',
      comment: 'Primitives, commands and state serve every feature, so they import none.',
      severity: 'error',
      from: { path: '^src/renderer/src/(ui|commands|state)/' },
      to: { path: '^src/renderer/src/features/' },
    },
    {
      name: 'connectors-are-islands',
      comment: 'A connector can be read, tested and removed without the others.',
      severity: 'error',
      from: { path: '^src/main/connectors/([^/]+)/' },
      to: { path: '^src/main/connectors/[^/]+/', pathNot: '^src/main/connectors/($1)/' },
    },
    {
      name: 'connectors-know-no-engine',
      comment: 'Connectors are given what they need by their ports.',
      severity: 'error',
      from: { path: '^src/main/connectors/[^/]+/' },
      to: { path: '^src/main/(sync|journal|settings|credentials|shell|practice-desk)/' },
    },
    {
      name: 'connectors-behind-the-registry',
      comment: 'Sync reads capabilities and never asks which connector it has.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/connectors/' },
      to: { path: '^src/main/connectors/[^/]+/' },
    },
    {
      name: 'schemas-from-one-place',
      comment: 'Zod must be told not to compile before its first schema is made; src/shared/schema.ts does so.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shared/schema\\.ts$' },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'product-without-tests',
      comment: 'Nothing that ships imports what tests are made of.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'product-without-tools',
      comment:
        'What ships imports what is installed with it; the launcher and the development host run from source alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/((start|build|dev)\\.mjs|shell/browser/reloading-page\\.ts)$' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: ['^node_modules/(electron|vite|@types)/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
    },
  },
};
