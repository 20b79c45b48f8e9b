import type { LinkPort } from '#shared/link/port.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noOwnViews } from '#shared/views/own-view.ts';
import { createAnnouncer } from './announce.ts';
import { createCallAnswers } from './answer-calls.ts';
import { createViews } from './answer-views.ts';
import { createCallMirror } from './call-mirror.ts';
import { createMainConnection } from './connect-main.ts';
import type { DeskApi, DeskEvent } from './desk-api.ts';
import { createOwnEventsFeed } from './feed-own-events.ts';
import { createReportFeed } from './feed-report.ts';
import { createLock } from './lock.ts';
import { noOwnLists } from './own-lists.ts';
import { serveDesk } from './serve-desk.ts';
import { serveMain } from './serve-main.ts';
import type { StoreContext, StoreEnv } from './store-context.ts';
import { createTellRinging } from './tell-ringing.ts';
import { createUpkeep } from './upkeep.ts';
import { watchSnoozes } from './watch-snoozes.ts';

/** The badge may lag a little behind; counting is not free. */
const BADGE_MS = 400;

export type Store = {
  readonly desk: DeskApi;
  /** Hands over a port to main, the first or a later one. */
  connect(port: LinkPort): Promise<void>;
  /** Reads what the first call would wait for. */
  readyForCalls(): Promise<void>;
  /** Begins to read what figures are made from, once all tickets are here; `zone` is the agent's (IANA). */
  readyForFigures(zone: string): void;
};

/** The store: what the worker runs, with everything of the world handed in. */
export function createStore(env: StoreEnv, storeId: string, emit: (event: DeskEvent) => void): Store {
  let badge = -1;
  let badgeWaits = false;
  const soonBadge = (): void => {
    if (badgeWaits) return;
    badgeWaits = true;
    env.after(BADGE_MS, () => {
      badgeWaits = false;
      const count = views.unreadOfMine();
      if (count === badge || !context.main) return;
      badge = count;
      emit({ type: 'badge', count });
      void context.main.setBadge(count).catch(() => {
        badge = -1;
      });
    });
  };
  const announce = createAnnouncer((event) => {
    if (event.type === 'changed' && event.views) soonBadge();
    if (event.type === 'link') badge = -1;
    emit(event);
  }, env.after);
  const accounts: StoreContext['accounts'] = new Map();
  const callMirror = createCallMirror({ main: () => context.main, tell: announce.tell, after: env.after });
  const feed = createReportFeed({
    env,
    accounts,
    calls: callMirror,
    runs: () => context.main?.commandRuns() ?? null,
    ownEvents: createOwnEventsFeed(() => context.main),
    settings: () => context.settings,
    tell: announce.tell,
  });
  const context: StoreContext = {
    env,
    announce,
    accounts,
    healths: new Map(),
    unopened: new Map(),
    lapsed: new WeakSet(),
    opening: createLock(),
    accountList: null,
    waiting: [],
    marksChanged: () => undefined,
    settings: defaultSettings(),
    ownViews: noOwnViews,
    own: noOwnLists(env.now()),
    calls: callMirror,
    feed,
    callsFail: false,
    journalFails: false,
    main: null,
    version: 0,
  };
  context.marksChanged = watchSnoozes(context).again;
  const upkeep = createUpkeep(context);
  const views = createViews(context);
  const calls = createCallAnswers(context, () => context.calls.newestFirst());
  const ringing = createTellRinging(context, calls.findCaller);
  const connection = createMainConnection(context, storeId, (onLeaseLost) =>
    serveMain(context, upkeep, onLeaseLost, ringing),
  );
  const { takeOver, whenMain } = connection;
  const desk = serveDesk(context, { upkeep, views, calls, takeOver, whenMain });
  return {
    desk,
    connect: connection.connect,
    readyForCalls: calls.readyForCalls,
    readyForFigures: feed.whenComplete,
  };
}
