import { USERS } from '../support/request-tracker/rig.ts';
import { test } from './support/fixtures.ts';
import { journeyOnRequestTracker } from './support/request-tracker-journey.ts';

for (const user of [USERS.maria, USERS.anh])
  test(`work done without Request Tracker reaches it once, among 1,000 tickets: ${user.name} in ${user.timeZone}`, async ({
    startConsole,
  }) => {
    await journeyOnRequestTracker(startConsole, user, { tickets: 1_000, articles: 50 });
  });
