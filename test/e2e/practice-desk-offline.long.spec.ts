import { test } from './support/fixtures.ts';
import { journeyOnPracticeDesk } from './support/practice-desk-journey.ts';

test('work done without the helpdesk reaches it once, whatever breaks on the way, as an administrator', async ({
  startConsole,
}) => {
  await journeyOnPracticeDesk(startConsole, 'administrator');
});
