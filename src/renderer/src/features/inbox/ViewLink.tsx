import type { ReactNode } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useText } from '../../state/text-context.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useCountRemark } from './use-count-remark.ts';
import styles from './ViewsPane.module.css';

export type ViewLinkProps = {
  readonly icons: boolean;
  readonly icon: ReactNode;
  readonly title: string;
  readonly current: boolean;
  readonly onOpen?: () => void;
  /** Null: it cannot be counted here. */
  readonly count?: number | null;
  readonly unread?: number;
  /** Whose tickets it counts; null is all accounts'. Absent for what counts something else. */
  readonly accountId?: AccountId | null;
  readonly complete?: boolean;
  /** Why it cannot be shown; absent where it can. */
  readonly barred?: string | undefined;
  /** In icons, a dot says that there is something unread. */
  readonly marked?: boolean;
  /** Something in it needs the agent. */
  readonly alert?: boolean;
  /** Opens it, in place of `onOpen`. */
  readonly command?: CommandId;
};

/** One line of the views pane. */
export function ViewLink(props: ViewLinkProps) {
  const {
    icons,
    icon,
    title,
    current,
    onOpen,
    count,
    unread = 0,
    accountId,
    complete = true,
    barred,
    marked,
    alert,
    command,
  } = props;
  const t = useText();
  const registry = useCommands();
  const { keymap } = useKeys();
  const known = typeof count === 'number' && count > 0;
  const remark = useCountRemark(accountId, complete);
  const explained = barred ?? remark;
  const button = (
    <button
      type="button"
      className={styles.link}
      aria-current={current ? 'page' : undefined}
      aria-disabled={barred !== undefined || undefined}
      data-unread={unread > 0 || undefined}
      data-alert={alert || undefined}
      title={icons ? undefined : explained}
      onClick={barred !== undefined ? undefined : command ? () => registry.run(command, 'button') : onOpen}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={icons ? 'visually-hidden' : styles.title}>{title}</span>
      {known ? (
        <span className={icons ? 'visually-hidden' : styles.count} data-tabular>
          {t.intl.formatNumber(count)}
          {complete ? '' : '+'}
        </span>
      ) : null}
      {unread > 0 ? <span className="visually-hidden">{t('inbox.views.unread', { count: unread })}</span> : null}
      {explained ? <span className="visually-hidden">{explained}</span> : null}
      {icons && (marked || alert) ? <span className={styles.dot} aria-hidden="true" /> : null}
    </button>
  );
  return (
    <li>
      {icons ? (
        <Tooltip label={title} keys={command ? keymap.keysOf(command)[0] : undefined}>
          {button}
        </Tooltip>
      ) : (
        button
      )}
    </li>
  );
}
