import { checkSteps } from './support/gate/checks.ts';
import { runGate } from './support/gate/gate.ts';

process.exitCode = await runGate(checkSteps(), 5 * 60_000);
