import { useDeskState } from '#renderer/state/desk-state.ts';
import { CallBar } from './bar/CallBar.tsx';
import { NOTES } from './bar/use-stay-shown.ts';
import styles from './CallArea.module.css';
import { CallDrawer } from './notes/CallDrawer.tsx';

/** Calls that are not done, over the status line: their notes, and under them the bar. */
export function CallArea() {
  const some = useDeskState((state) => state.calls.length > 0);
  return (
    <>
      {some ? (
        <div className={styles.notes} {...{ [NOTES]: '' }}>
          <CallDrawer />
        </div>
      ) : null}
      <CallBar />
    </>
  );
}
