import { useDeskState } from '#renderer/state/desk-state.ts';
import { CallBar } from './bar/CallBar.tsx';
import { CallDrawer } from './notes/CallDrawer.tsx';

/** Calls that are not done, over the status line: their notes, and under them the bar. */
export function CallArea() {
  const some = useDeskState((state) => state.calls.length > 0);
  return some ? (
    <>
      <CallDrawer />
      <CallBar />
    </>
  ) : null;
}
