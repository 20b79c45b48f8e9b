/** What one step of the gate came to. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  /** What was skipped, by name; `allowed` ones are no failure even where nothing may be missing. */
  readonly skipped: readonly Skip[];
};
export type Skip = { readonly name: string; readonly allowed: boolean };

export const nothing: Tally = { passed: 0, failed: 0, skipped: [] };
export const onePassed: Tally = { passed: 1, failed: 0, skipped: [] };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: [] };
export const oneSkipped = (name: string): Tally => ({ passed: 0, failed: 0, skipped: [{ name, allowed: false }] });

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  skipped: tallies.flatMap((tally) => tally.skipped),
});

/** The gate's last line. */
export function closingLine(tally: Tally): string {
  const line = `${tally.passed} passed, ${tally.failed} failed`;
  return tally.skipped.length > 0 ? `${line}, ${tally.skipped.length} skipped` : line;
}

/** Whether the gate is open; `strict` is where everything is at hand, so that a skip hides something. */
export const isGreen = (tally: Tally, strict: boolean): boolean =>
  tally.failed === 0 && tally.passed > 0 && !(strict && tally.skipped.some((skip) => !skip.allowed));

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

/** Reads Vitest's JSON report. A file that could not be loaded has no assertions and counts as one failure. */
export function tallyVitest(report: VitestReport): Tally {
  const assertions = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    passed: assertions.filter((one) => one.status === 'passed').length,
    failed: assertions.filter((one) => one.status === 'failed').length + broken.length,
    skipped: assertions
      .filter((one) => one.status !== 'passed' && one.status !== 'failed')
      .map((one) => ({ name: one.fullName, allowed: false })),
  };
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
    }[];
  }[];
};
export type PlaywrightReport = { readonly suites: readonly PlaywrightSuite[]; readonly errors: readonly unknown[] };

/** Reads Playwright's JSON report. Passing on the second try is a failure; only Electron's project may be skipped. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const specs = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specs),
  ];
  const tests = report.suites
    .flatMap(specs)
    .flatMap((spec) => spec.tests.map((test) => ({ ...test, name: `${spec.title} (${test.projectName})` })));
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed:
      tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length + report.errors.length,
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({ name: test.name, allowed: test.projectName === 'electron' })),
  };
}
