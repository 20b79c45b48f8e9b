import { USERS } from '../support/request-tracker/rig.ts';
import { test } from './support/fixtures.ts';
import { journeyOnRequestTracker } from './support/request-tracker-journey.ts';

for (const user of [USERS.maria, USERS.anh])
  test(`work done without Request Tracker reaches it once: ${user.name} in ${user.timeZone}`, async ({
    startConsole,
  }) => {
    test.setTimeout(240_000);
    await journeyOnRequestTracker(startConsole, user, { tickets: 200, articles: 10 });
  });
