import { Forward, Lock, Reply } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import styles from './Composer.module.css';
import { ComposerForm } from './ComposerForm.tsx';
import { saysNothing, type Words } from './draft-place.ts';
import { ForwardForm } from './forward/ForwardForm.tsx';
import { messageAtHand } from './forward/message-at-hand.ts';
import { useBeginForward } from './forward/use-begin-forward.ts';
import { useCanForward } from './forward/use-can-forward.ts';
import { useReplyAll } from './recipients/use-reply-all.ts';
import { useCloseOnLeaving } from './use-close-on-leaving.ts';
import { type ComposerKind, type DraftHandle, useDraft } from './use-draft.ts';
import { takeSelectedWords } from './writing/take-selected-words.ts';

type Props = { readonly detail: TicketDetail; readonly conversation: Conversation | null };

/** Where the agent answers: folded to a line until asked for, and never unmounted while its ticket is open. */
export function Composer({ detail, conversation }: Props) {
  const { id: ticketId, accountId } = detail;
  const kind = useInterface((state) => state.composer);
  const reply = useDraft({ accountId, ticketId, kind: 'reply' });
  const note = useDraft({ accountId, ticketId, kind: 'note' });
  const forward = useDraft({ accountId, ticketId, kind: 'forward' });
  const drafts = { reply, note, forward };
  const canForward = useCanForward(accountId);
  // Counts requests to write, so that asking again brings the caret back.
  const [count, setCount] = useState(1);
  const quoted = useRef('');
  useCloseOnLeaving(ticketId);
  useReplyAll(detail, reply);
  useBeginForward(detail, conversation, forward);

  // The ticket that is read is the one that is answered, wherever the list's bar stands.
  const open = useCallback((wanted: Kind) => {
    show({ composer: wanted });
    setCount((before) => before + 1);
  }, []);
  const takeQuoted = useCallback(() => {
    const words = quoted.current;
    quoted.current = '';
    return words;
  }, []);
  useCommand('ticket.reply', () => {
    quoted.current = takeSelectedWords(document);
    open('reply');
  });
  useCommand('ticket.replyAll', () => {
    quoted.current = takeSelectedWords(document);
    show({ replyToAll: true });
    open('reply');
  });
  useCommand('ticket.note', () => open('note'));
  useCommand('ticket.forward', () => {
    show({ forwarding: { messageKey: messageAtHand(document) } });
    open('forward');
  });
  useCommand(
    'composer.flip',
    () => flip(drafts, kind, open),
    () => kind !== null && kind !== 'forward',
  );

  if (kind === null)
    return (
      <FoldedComposer
        drafts={drafts}
        usual={rulesOf(detail.ticket.channel).usual}
        canForward={canForward === 'yes'}
        onOpen={open}
      />
    );
  if (kind === 'forward')
    return <ForwardForm detail={detail} conversation={conversation} draft={forward} count={count} />;
  return (
    <ComposerForm
      // Each kind has a caret and undo steps of its own.
      key={kind}
      kind={kind}
      detail={detail}
      conversation={conversation}
      draft={drafts[kind]}
      asked={{ count, takeQuoted }}
    />
  );
}

type Kind = ComposerKind | 'forward';
const KINDS: readonly ComposerKind[] = ['reply', 'note'];

type Drafts = Readonly<Record<Kind, DraftHandle>>;

/** The other kind, with the words where it has none of its own. */
function flip(drafts: Drafts, kind: Kind | null, open: (kind: ComposerKind) => void): void {
  if (kind === null || kind === 'forward') return;
  const other = kind === 'reply' ? 'note' : 'reply';
  const [from, to] = [drafts[kind], drafts[other]];
  if (!saysNothing(from) && saysNothing(to)) {
    to.write({ text: from.text, cursorAt: from.cursorAt, files: from.files });
    void to.flush().then(() => from.discard({ wordsKept: true }));
  }
  open(other);
}

function FoldedComposer({
  drafts,
  usual,
  canForward,
  onOpen,
}: {
  readonly drafts: Drafts;
  /** Which stands first. */
  readonly usual: ComposerKind;
  readonly canForward: boolean;
  readonly onOpen: (kind: Kind) => void;
}) {
  const t = useText();
  const waiting = [...KINDS, 'forward' as const].filter((kind) => !saysNothing(drafts[kind]));
  return (
    <div className={styles.folded}>
      {(usual === 'reply' ? KINDS : KINDS.toReversed()).map((kind) => (
        <CommandButton
          key={kind}
          command={`ticket.${kind}`}
          icon={kind === 'reply' ? <Reply /> : <Lock />}
          label={t(`composer.${kind}`)}
        />
      ))}
      {canForward ? <CommandButton command="ticket.forward" icon={<Forward />} label={t('composer.forward')} /> : null}
      {waiting.map((kind) => (
        <button key={kind} type="button" className={styles.waiting} onClick={() => onOpen(kind)}>
          <strong>{t(`composer.draft.${kind}`)}</strong> {startOf(drafts[kind])}
        </button>
      ))}
    </div>
  );
}

/** The first words, or what the files are called where there are none. */
const startOf = ({ text, files }: Words): string =>
  (text.trim() || files.map(({ name }) => name).join(', ')).slice(0, 120);
