import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsWithDependencies, TSC } from '../../support/gate/checks.ts';
import { runCommand } from '../../support/gate/command.ts';

/** Every rule of the gate is seen to bite: each of these plants one small violation and expects it to be reported. */

const ROOT = resolve(import.meta.dirname, '../../..');
const TOOLS_TIMEOUT_MS = 60_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-rules-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const plant = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};
const tool = (name: string, ...args: readonly string[]) =>
  runCommand(join(ROOT, 'node_modules/.bin', name), args, { cwd: folder, signal: AbortSignal.timeout(50_000) });

const tsconfig = async (): Promise<string> => readFile(join(ROOT, 'tsconfig.json'), 'utf8');
const plantTsconfig = async (): Promise<void> => {
  const base = JSON.parse(await tsconfig());
  await plant({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { ...base.compilerOptions, lib: ['ES2024', 'DOM'] },
      include: ['**/*.ts', '**/*.tsx'],
    }),
  });
};

describe('dependency rules', () => {
  const fakePackage = (name: string) => ({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'module.exports = {};',
  });
  const nothing = 'export const nothing = 0;';
  const using = (...paths: readonly string[]) => `${paths.map((path) => `import '${path}';`).join('\n')}\n${nothing}`;

  /** The importing file of one violation, by rule. */
  const VIOLATIONS: Readonly<Record<string, readonly [file: string, imported: string]>> = {
    'no-cycles': ['src/main/sync/round.ts', './trip.ts'],
    'imports-resolve': ['src/main/sync/lost.ts', './nowhere.ts'],
    'shared-stands-alone': ['src/shared/leak.ts', 'node:fs'],
    'main-knows-no-window': ['src/main/peek.ts', '../renderer/src/ui/button.ts'],
    'window-knows-no-main': ['src/renderer/src/ui/reach.ts', '../../../main/sync/engine.ts'],
    'window-has-no-node': ['src/renderer/src/ui/disk.ts', 'node:fs'],
    'preload-only-passes-the-port': ['src/preload/more.ts', 'react'],
    'electron-in-its-shell': ['src/main/sync/window.ts', 'electron'],
    'electron-shell-behind-its-entry': ['src/main/sync/shell.ts', '../shell/electron/window.ts'],
    'dexie-in-the-store': ['src/renderer/src/state/table.ts', 'dexie'],
    'number-plans-in-the-store': ['src/renderer/src/features/calls/dial.ts', 'libphonenumber-js'],
    'store-behind-its-face': ['src/renderer/src/state/inside.ts', '../store/apply-batch.ts'],
    'workers-know-no-window': ['src/renderer/src/store/look.ts', '../state/interface-state.ts'],
    'features-by-their-face': ['src/renderer/src/features/inbox/pry.ts', '../ticket/insides.ts'],
    'frame-reaches-features-by-their-face': ['src/renderer/src/Shortcut.ts', './features/ticket/insides.ts'],
    'groundwork-knows-no-feature': ['src/renderer/src/ui/up.ts', '../features/ticket/index.ts'],
    'connectors-are-islands': ['src/main/connectors/zendesk/borrow.ts', '../request-tracker/wire.ts'],
    'connectors-know-no-engine': ['src/main/connectors/zendesk/reach.ts', '../../sync/engine.ts'],
    'connectors-behind-the-registry': ['src/main/sync/favour.ts', '../connectors/zendesk/index.ts'],
    'schemas-from-one-place': ['src/main/parse.ts', 'zod'],
    'product-without-tests': ['src/main/fixture.ts', '../../test/support/sample.ts'],
    'product-without-tools': ['src/main/tool.ts', 'knip'],
  };
  const BYSTANDERS = {
    'src/main/sync/trip.ts': using('./round.ts'),
    'src/main/sync/engine.ts': nothing,
    'src/main/shell/electron/window.ts': using('electron'),
    'src/main/connectors/request-tracker/wire.ts': nothing,
    'src/main/connectors/zendesk/index.ts': nothing,
    'src/renderer/src/ui/button.ts': nothing,
    'src/renderer/src/store/apply-batch.ts': using('dexie'),
    'src/renderer/src/state/interface-state.ts': nothing,
    'src/renderer/src/features/ticket/index.ts': using('./insides.ts'),
    'src/renderer/src/features/ticket/insides.ts': nothing,
    'test/support/sample.ts': nothing,
  };

  test('each is reported where it is broken, and nowhere else', { timeout: TOOLS_TIMEOUT_MS }, async () => {
    await plantTsconfig();
    await plant({
      'package.json': JSON.stringify({
        name: 'planted',
        dependencies: { dexie: '1.0.0', zod: '1.0.0', react: '1.0.0', 'libphonenumber-js': '1.0.0' },
        devDependencies: { electron: '1.0.0', knip: '1.0.0' },
      }),
      ...['dexie', 'zod', 'react', 'libphonenumber-js', 'electron', 'knip']
        .map(fakePackage)
        .reduce((all, one) => ({ ...all, ...one }), {}),
      ...BYSTANDERS,
      ...Object.fromEntries(Object.values(VIOLATIONS).map(([file, imported]) => [file, using(imported)])),
    });
    const config = join(ROOT, '.dependency-cruiser.cjs');
    const { output } = await tool('depcruise', 'src', 'test', '--config', config, '--output-type', 'json');

    const { summary } = JSON.parse(output.slice(output.indexOf('{')));
    const found: readonly { readonly rule: { readonly name: string }; readonly from: string }[] = summary.violations;
    for (const [rule, [file]] of Object.entries(VIOLATIONS))
      expect(found.some((one) => one.rule.name === rule && one.from === file) ? rule : `${rule} is silent`).toBe(rule);
    const broken: readonly string[] = Object.values(VIOLATIONS).map(([file]) => file);
    const elsewhere = found.filter((one) => !broken.includes(one.from) && one.rule.name !== 'no-cycles');
    expect(elsewhere.map((one) => `${one.rule.name}: ${one.from}`)).toEqual([]);

    const rules: readonly { readonly name: string }[] = createRequire(import.meta.url)(config).forbidden;
    expect(Object.keys(VIOLATIONS).sort()).toEqual(rules.map((rule) => rule.name).sort());
  });

  test('a run that looked at nothing is a problem', () => {
    const empty = JSON.stringify({ summary: { totalCruised: 0, violations: [] } });
    expect(problemsWithDependencies(empty, 80)).toContain('Only 0 modules');
    expect(problemsWithDependencies('', 80)).toContain('did not run');
    expect(problemsWithDependencies(JSON.stringify({ summary: { totalCruised: 80, violations: [] } }), 80)).toBe('');
  });
});

describe('lint', () => {
  const VIOLATIONS: Readonly<Record<string, string>> = {
    'typescript(no-floating-promises)': 'export const go = (): void => { Promise.resolve(1); };',
    'typescript(no-misused-promises)':
      'declare const ask: () => Promise<boolean>;\nexport const go = (): number => (ask() ? 1 : 0);',
    'typescript(await-thenable)': 'export const go = async (): Promise<number> => await 1;',
    'typescript(switch-exhaustiveness-check)':
      "export const go = (way: 'a' | 'b'): number => {\n  switch (way) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n};",
    'typescript(no-explicit-any)': 'export const anything: any = 1;',
    'typescript(consistent-type-definitions)': 'export interface Shape { readonly side: number }',
    'typescript(consistent-type-imports)':
      "import { Shape } from './shape.ts';\nexport const side = (shape: Shape): Shape => shape;",
    'typescript(no-non-null-assertion)': 'export const sure = (text: string | null): string => text!;',
    'import(no-default-export)': 'const one = 1;\nexport default one;',
    'eslint(no-console)': "console.log('here');\nexport const nothing = 0;",
    'eslint(eqeqeq)': 'export const same = (a: unknown, b: unknown): boolean => a == b;',
    'eslint(max-lines)': Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line};`).join('\n'),
    'react(exhaustive-deps)':
      "import { useEffect } from 'react';\nexport const useIt = (tell: () => void) => useEffect(() => tell(), []);",
    'react(rules-of-hooks)':
      "import { useState } from 'react';\nexport const useIt = (on: boolean) => (on ? useState(0) : null);",
    'react(no-danger)': 'export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
    'unicorn(prefer-node-protocol)': "import { join } from 'path';\nexport const path = join('a', 'b');",
    'vitest(no-focused-tests)': "import { test } from 'vitest';\ntest.only('alone', () => {});",
  };

  test('each rule is reported', { timeout: TOOLS_TIMEOUT_MS }, async () => {
    await plantTsconfig();
    const named = Object.entries(VIOLATIONS).map(([rule, text]) => ({
      rule,
      file: `${rule.replace(/\W+/g, '-')}${rule.includes('focused') ? '.test' : ''}.${text.includes('<p') ? 'tsx' : 'ts'}`,
      text,
    }));
    await plant({ 'shape.ts': 'export type Shape = { readonly side: number };' });
    await plant(Object.fromEntries(named.map(({ file, text }) => [file, text])));
    const config = join(ROOT, '.oxlintrc.json');
    const { output, exitCode } = await tool('oxlint', '-c', config, '--type-aware', '--format', 'json');

    expect(exitCode).not.toBe(0);
    const { diagnostics } = JSON.parse(output.slice(output.indexOf('{')));
    const found: readonly { readonly code: string; readonly filename: string }[] = diagnostics;
    const silent = named.filter(
      ({ rule, file }) => !found.some((one) => sameRule(one.code, rule) && one.filename.endsWith(file)),
    );
    expect(silent.map(({ rule }) => rule)).toEqual([]);

    const configured: Readonly<Record<string, unknown>> = JSON.parse(await readFile(config, 'utf8')).rules;
    const asked = Object.keys(configured).filter((rule) => configured[rule] !== 'off');
    expect(asked.map((rule) => rule.replace('/', '(').concat(')')).sort()).toEqual(Object.keys(VIOLATIONS).sort());
  });

  /** Plugins appear by their ESLint names: `typescript-eslint(no-floating-promises)`, `react-hooks(exhaustive-deps)`. */
  const sameRule = (code: string, rule: string): boolean =>
    code.slice(code.indexOf('(')) === rule.slice(rule.indexOf('('));
});

describe('the other checks', () => {
  test('format: a file that is not as Biome writes it', { timeout: TOOLS_TIMEOUT_MS }, async () => {
    const config = JSON.parse(await readFile(join(ROOT, '.biome.json'), 'utf8'));
    await plant({
      '.biome.json': JSON.stringify({ ...config, vcs: undefined, $schema: undefined }),
      'untidy.ts': 'export const   untidy = "yes"',
    });
    expect((await tool('biome', 'ci', '.')).exitCode).not.toBe(0);
    await plant({ 'untidy.ts': "export const untidy = 'no';\n" });
    expect((await tool('biome', 'ci', 'untidy.ts')).exitCode).toBe(0);
  });

  test.each([
    ['an absent index', 'export const first = (list: readonly string[]): string => list[0];', 'TS2322'],
    ['an enum', 'export enum Way { Up }', 'TS1294'],
    [
      'undefined for what is optional',
      'export const shape: { readonly side?: number } = { side: undefined };',
      'TS2375',
    ],
    [
      'a type imported as a value',
      "import { Shape } from './shape.ts';\nexport const same = (shape: Shape): Shape => shape;",
      'TS1484',
    ],
  ])('types: %s', { timeout: TOOLS_TIMEOUT_MS }, async (_name, text, code) => {
    await plantTsconfig();
    await plant({ 'shape.ts': 'export type Shape = { readonly side: number };', 'planted.ts': text });
    const signal = AbortSignal.timeout(50_000);
    const { output } = await runCommand(process.execPath, [join(ROOT, TSC), '-p', '.'], { cwd: folder, signal });
    expect(output).toContain(code);
  });

  test('unused: a file and an export that nobody wants', { timeout: TOOLS_TIMEOUT_MS }, async () => {
    const config = JSON.parse(await readFile(join(ROOT, '.knip.json'), 'utf8'));
    await plant({
      'package.json': JSON.stringify({ name: 'planted', type: 'module' }),
      '.knip.json': JSON.stringify({ ...config, $schema: undefined }),
      'src/main/electron.ts': "import { wanted } from './parts.ts';\nwanted();",
      'src/main/parts.ts': 'export const wanted = () => 1;\nexport const unwanted = () => 2;',
      'src/main/forgotten.ts': 'export const forgotten = () => 3;',
    });
    const { output, exitCode } = await tool('knip');
    expect(exitCode).not.toBe(0);
    expect(output).toContain('src/main/forgotten.ts');
    expect(output).toMatch(/unwanted\s.*src\/main\/parts\.ts/);
  });
});
