import { useEffect, useRef } from 'react';
import { CommandScope, useCommand } from '#renderer/commands/use-command.tsx';
import {
  DraftState,
  Guards,
  MessageField,
  RefusedBecause,
  saysNothing,
  useCaret,
  useDraft,
  useMessage,
} from '#renderer/features/composer/index.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { focusInvalid } from '#renderer/ui/focus-invalid.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { useFinishCall } from '../wrap-up/use-finish-call.ts';
import { WrapUp } from '../wrap-up/WrapUp.tsx';
import { wrapUpIn } from '../wrap-up/wrap-up-fields.ts';
import styles from './CallDrawer.module.css';
import type { NotesPlace } from './find-notes.ts';

type Props = {
  readonly call: Call;
  readonly place: NotesPlace;
  /** How often the agent has asked for the caret here; 0 leaves it where it is. */
  readonly asked: number;
  readonly hasCaret: boolean;
  readonly onLeave: () => void;
  readonly onFinished: (ticketId: TicketId | null) => void;
};

/** What the agent writes down about a call, and once it has ended what becomes of it. */
export function CallNotes({ call, place, asked, hasCaret, onLeave, onFinished }: Props) {
  const t = useText();
  const draft = useDraft(place);
  const message = useMessage(draft);
  const { field, files } = message;
  const form = useRef<HTMLDivElement>(null);
  const isAlone = useInterface((state) => state.composer === null && !state.newTicket);
  useCaret(field, draft, { count: asked, takeQuoted: () => '' });
  const isSilent = saysNothing(draft) && files.coming.length === 0;
  const wrapUp = wrapUpIn(draft.fields, call, isSilent);
  const phase = phaseOf(call);
  // One that nobody answered is only seen, unless something was written down.
  const isToFinish = phase === 'wrapping' || (phase === 'missed' && !isSilent);
  const finishing = useFinishCall({ call, message, wrapUp, onFinished });
  const { sending, problem, callProblem, objections, lack, forgetLack, finish } = finishing;

  // Half-typed words elsewhere keep the caret: the drawer says what is missing, and another press goes there.
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea, select') ?? false;
    const isHere = form.current?.contains(document.activeElement) ?? false;
    if (lack && (isHere || !isTyping || lack.attempt > 1)) focusMissing(form);
  }, [lack]);

  return (
    <>
      {isToFinish ? <FinishCommand enabled={!sending} onFinish={() => void finish()} /> : null}
      <CommandScope active={hasCaret || isAlone}>
        <NotesCommands canFinish={isToFinish && !sending} onFinish={() => void finish()} onLeave={onLeave} />
        <div ref={form} className={styles.body} data-ended={isToFinish ? '' : undefined}>
          <div className={styles.notes}>
            <MessageField
              message={message}
              kind="note"
              to={{
                requester: null,
                number: '',
                toBe: {
                  accountId: place.accountId,
                  requester: { remoteId: call.personRemoteId, name: call.name, email: null },
                  subject: '',
                  groupId: null,
                  priority: null,
                  tags: [],
                },
              }}
              complete={(text) => text}
              disabled={sending}
              className={styles.words}
              label={t('calls.notes.field')}
              placeholder={t('calls.notes.placeholder')}
            />
          </div>
          {isToFinish ? (
            <WrapUp
              call={call}
              message={message}
              wrapUp={wrapUp}
              lack={lack}
              disabled={sending}
              onChange={(fields) => {
                forgetLack();
                draft.write({ fields: { ...draft.fields, ...fields } });
              }}
            />
          ) : null}
        </div>
        {problem ? <RefusedBecause problem={problem} /> : null}
        {callProblem ? (
          <p className={styles.problem} role="alert">
            {t(`calls.wrap.problem.${callProblem}`)}
          </p>
        ) : null}
        <Guards objections={objections} text={draft.text} files={files.kept.length + files.coming.length} />
        <footer className={styles.foot}>
          {isToFinish ? (
            <CommandButton command="call.wrapUp" look="primary" label={t('calls.wrap.finish')} />
          ) : (
            <span className={styles.hint}>{t('calls.notes.later')}</span>
          )}
          <span className={styles.grow} />
          <DraftState draft={draft} hintId={message.hintId} />
        </footer>
      </CommandScope>
    </>
  );
}

/** A group of choices takes no focus itself. */
const focusMissing = (form: React.RefObject<HTMLElement | null>): void => {
  const group = form.current?.querySelector<HTMLElement>('[role="radiogroup"][aria-invalid="true"] input');
  if (group) group.focus();
  else focusInvalid(form);
};

/** There only while it is for this call: until then the bar may have it for another. */
function FinishCommand({ enabled, onFinish }: { readonly enabled: boolean; readonly onFinish: () => void }) {
  useCommand('call.wrapUp', onFinish, () => enabled);
  return null;
}

/** Keys of the composer mean the notes here, and what notes have not got means nothing: never a message that is written elsewhere. */
function NotesCommands({
  canFinish,
  onFinish,
  onLeave,
}: {
  readonly canFinish: boolean;
  readonly onFinish: () => void;
  readonly onLeave: () => void;
}) {
  const never = (): boolean => false;
  useCommand('composer.send', onFinish, () => canFinish);
  useCommand('composer.leave', onLeave);
  useCommand('composer.sendAndSolve', onFinish, never);
  useCommand('composer.flip', onLeave, never);
  useCommand('composer.cc', onLeave, never);
  return null;
}
