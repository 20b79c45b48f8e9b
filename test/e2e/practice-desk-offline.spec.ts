import { test } from './support/fixtures.ts';
import { journeyOnPracticeDesk } from './support/practice-desk-journey.ts';

test('work done without the helpdesk reaches it once, whatever breaks on the way, as an agent', async ({
  startConsole,
}) => {
  test.setTimeout(300_000);
  await journeyOnPracticeDesk(startConsole, 'agent');
});
