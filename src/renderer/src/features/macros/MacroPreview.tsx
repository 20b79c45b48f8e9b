import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { selectedQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { wordsToSend } from '#shared/composer/signature.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { Macro } from '#shared/macros/macro.ts';
import type { MacroPlan, PlannedWords } from '#shared/macros/plan.ts';
import { problemText } from '#shared/macros/problem-text.ts';
import { wakeTime } from '../triage/index.ts';
import { kindOf, waitsInComposer } from './action-of-plan.ts';
import { lineInWords } from './line-in-words.ts';
import styles from './MacroPreview.module.css';
import type { TicketPlan } from './plan-on.ts';
import { usePlanMacro } from './use-run-macro.ts';

type Props = {
  readonly macro: Macro;
  readonly ticketIds: readonly TicketId[];
  /** It was to be run and could not be. */
  readonly asked: boolean;
  /** It is looked at where it cannot be run. */
  readonly looking?: boolean;
};

/** What a macro would change and write, field by field; of several tickets, on the first of them. */
export function MacroPreview({ macro, ticketIds, asked, looking = false }: Props) {
  const t = useText();
  const plan = usePlanMacro();
  const [first] = ticketIds;
  const planned = useQuery({
    queryKey: ['macro-plan', macro, first],
    queryFn: async () => (first === undefined ? null : ((await plan(macro, [first]))[0] ?? null)),
    networkMode: 'always',
    staleTime: 0,
    gcTime: 0,
    // While a macro is changed, what it did before stands until it is known what it does now.
    placeholderData: keepPreviousData,
  }).data;
  if (!planned) return <div className={styles.preview} aria-busy="true" />;
  return <Planned t={t} macro={macro} planned={planned} ticketIds={ticketIds} asked={asked} looking={looking} />;
}

function Planned({
  t,
  macro,
  planned: { detail, facts, plan },
  ticketIds,
  asked,
  looking,
}: {
  readonly t: Text;
  readonly macro: Macro;
  readonly planned: TicketPlan;
  readonly ticketIds: readonly TicketId[];
  readonly asked: boolean;
  readonly looking: boolean;
}) {
  const { now } = useTicker();
  const count = ticketIds.length;
  const waits = waitsInComposer(plan) && (looking || count === 1);
  const end = endOf(plan, waits);
  const signatures = useDeskState(({ settings }) => settings.signatures);
  const { accountId, ticket } = detail;
  const toSend = (text: string): string =>
    wordsToSend(text, { kind: kindOf(plan), accountId, groupId: ticket.groupId }, signatures);
  const problems = [...plan.problems].sort((one, other) => Number(other.blocking) - Number(one.blocking));
  const files = plan.files.map(({ name }) => name);
  return (
    <section className={styles.preview} aria-label={t('macros.preview')}>
      {macro.description === '' ? null : <p className={styles.about}>{macro.description}</p>}
      {count > 1 ? (
        <p className={styles.about}>{t('macros.onFirst', { number: ticket.number || '–', count: count - 1 })}</p>
      ) : null}
      {count > 1 && repliesTo(plan) ? <NotWhole ticketIds={ticketIds} /> : null}
      {problems.length === 0 ? null : (
        <ul className={styles.problems} role={asked ? 'alert' : undefined}>
          {problems.map((problem) => (
            <li key={problemText(t, problem)} data-blocking={problem.blocking || undefined}>
              {problemText(t, problem)}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.lines}>
        {plan.lines.map((line) => {
          const { name, before, after } = lineInWords(t, line, facts.fields);
          return (
            <div key={line.field === 'custom' ? line.fieldId : line.field} data-same={!line.isChanged || undefined}>
              <dt>{name}</dt>
              {line.isChanged ? (
                <dd>
                  <del>{before}</del>
                  <ArrowRight size={12} strokeWidth={1.5} role="img" aria-label={t('macros.becomes')} />
                  <ins>{after}</ins>
                </dd>
              ) : (
                <dd>{t('macros.already', { value: after })}</dd>
              )}
            </div>
          );
        })}
        {plan.snoozeUntil === null ? null : (
          <div>
            <dt>{t('macros.snooze')}</dt>
            <dd>{wakeTime(t, plan.snoozeUntil, now())}</dd>
          </div>
        )}
        {files.length === 0 ? null : (
          <div>
            <dt>{t('macros.files')}</dt>
            <dd>{files.join(', ')}</dd>
          </div>
        )}
      </dl>
      {plan.write ? (
        <Words
          t={t}
          write={plan.write}
          text={end === 'sends' ? toSend(plan.write.text) : plan.write.text}
          // Where nothing waits in the composer there is no caret, and no text to come after.
          as={waits ? plan.write.mode : 'sent'}
          count={count}
        />
      ) : null}
      {looking ? null : <p className={styles.ends}>{t(`macros.ends.${end}`, { count })}</p>}
    </section>
  );
}

/** On how many of the tickets a reply may be held, because what was written last is not here: said before, and not found out after. */
function NotWhole({ ticketIds }: { readonly ticketIds: readonly TicketId[] }) {
  const t = useText();
  const selected = useQuery(selectedQuery(useDesk(), ticketIds)).data ?? [];
  const count = selected.filter(({ whole }) => !whole).length;
  return count === 0 ? null : (
    <p className={styles.problems} role="status">
      {t('macros.notWhole', { count })}
    </p>
  );
}

const repliesTo = (plan: MacroPlan): boolean =>
  kindOf(plan) === 'reply' && (plan.write !== null || plan.files.length > 0);

function Words({
  t,
  write,
  text,
  as,
  count,
}: {
  readonly t: Text;
  readonly write: NonNullable<MacroPlan['write']>;
  readonly text: string;
  readonly as: PlannedWords['mode'] | 'sent';
  /** Of the tickets that it is for. */
  readonly count: number;
}) {
  return (
    <figure className={styles.words} data-kind={write.public ? 'reply' : 'note'}>
      <figcaption>{t(`macros.writes.${write.public ? 'reply' : 'note'}.${as}`, { count })}</figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}

/** What Enter does. */
function endOf(plan: MacroPlan, waits: boolean): 'blocked' | 'composer' | 'sends' | 'changes' {
  if (plan.problems.some(({ blocking }) => blocking)) return 'blocked';
  if (waits) return 'composer';
  return plan.write !== null || plan.files.length > 0 ? 'sends' : 'changes';
}
