import { USERS } from '../support/request-tracker/rig.ts';
import { test } from './support/fixtures.ts';
import { journeyOnRequestTracker } from './support/request-tracker-journey.ts';

const { maria } = USERS;

/** The other side of the world, and a larger helpdesk, are in the long run. */
test(`work done without Request Tracker reaches it once: ${maria.name} in ${maria.timeZone}`, async ({
  startConsole,
}) => {
  test.setTimeout(240_000);
  await journeyOnRequestTracker(startConsole, maria, { tickets: 200, articles: 10 });
});
