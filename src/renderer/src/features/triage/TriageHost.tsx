import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { handled, show, useInterface } from '../../state/interface-state.ts';
import { selectNone, targetsOf } from '../../state/selection.ts';
import { useText } from '../../state/text-context.tsx';
import { underWay } from '../../state/under-way.ts';
import { SkipPicker } from './SkipPicker.tsx';
import { SnoozePicker } from './SnoozePicker.tsx';
import { useChangeMarks } from './use-change-marks.ts';

/** What the agent keeps to themselves about tickets: commands for what is ticked, the open ticket, or the one with the bar. */
export function TriageHost() {
  const t = useText();
  const desk = useDesk();
  const changeMarks = useChangeMarks();
  const picker = useInterface((state) => state.picker);
  // Renders with what the commands are for, so that they are greyed in time.
  const any = useInterface((state) => targetsOf(state).length > 0);
  const targets = () => targetsOf(useInterface.getState());

  const star = async (): Promise<void> => {
    const tickets = await desk.selected(targets());
    // Some starred and some not: all get one.
    const starred = tickets.some((one) => !one.starred);
    await changeMarks(
      tickets.map(({ id }) => ({ ticketId: id, starred })),
      (count) => t(starred ? 'triage.starred' : 'triage.unstarred', { count }),
    );
  };
  const read = async (unread: boolean): Promise<void> => {
    const tickets = (await desk.selected(targets())).filter((one) => one.unread !== unread);
    await changeMarks(
      tickets.map(({ id }) => ({ ticketId: id, unread })),
      (count) => t(unread ? 'triage.unread' : 'triage.read', { count }),
    );
  };
  const wake = async (): Promise<void> => {
    await changeMarks(
      targets().map((ticketId) => ({ ticketId, snooze: null })),
      (count) => t('triage.unsnoozed', { count }),
    );
  };
  const isAny = (): boolean => any;
  useCommand('ticket.snooze', () => show({ picker: 'snooze' }), isAny);
  useCommand('ticket.unsnooze', () => void wake(), isAny);
  useCommand('ticket.star', () => void underWay(star()), isAny);
  useCommand('ticket.skip', () => show({ picker: 'skip' }), isAny);
  useCommand('ticket.markUnread', () => void underWay(read(true)), isAny);
  useCommand('ticket.markRead', () => void underWay(read(false)), isAny);

  /** They leave the list, and the next one is looked at. */
  const putOff = async (change: Parameters<typeof changeMarks>[0], label: Parameters<typeof changeMarks>[1]) => {
    show({ picker: null });
    const ids = await changeMarks(change, label);
    if (ids.length === 0) return;
    selectNone();
    handled(ids);
  };
  if (picker === 'snooze')
    return (
      <SnoozePicker
        count={targets().length}
        onChoose={(until, words) =>
          void putOff(
            targets().map((ticketId) => ({ ticketId, snooze: { until } })),
            (count) => t(until === null ? 'triage.snoozedUntilAnswer' : 'triage.snoozed', { count, when: words }),
          )
        }
      />
    );
  if (picker === 'skip')
    return (
      <SkipPicker
        count={targets().length}
        onChoose={(reason) =>
          void putOff(
            targets().map((ticketId) => ({ ticketId, skip: { reason } })),
            (count) => t('triage.skipped', { count, reason }),
          )
        }
      />
    );
  return null;
}
