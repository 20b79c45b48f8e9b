import { test } from './support/fixtures.ts';
import { journeyOnPracticeDesk } from './support/practice-desk-journey.ts';

for (const role of ['agent', 'administrator'] as const)
  test(`work done without the helpdesk reaches it once, whatever breaks on the way, as an ${role}`, async ({
    startConsole,
  }) => {
    await journeyOnPracticeDesk(startConsole, role);
  });
