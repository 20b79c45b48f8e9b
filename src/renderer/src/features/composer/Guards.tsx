import { useText } from '#renderer/state/text-context.tsx';
import { KeyOf } from '#renderer/ui/Kbd.tsx';
import { canOverride, type Finding } from '#shared/composer/guards/guard.ts';
import styles from './Composer.module.css';
import type { Objections } from './use-guards.ts';

/** Why a message was not sent yet, and how it is sent all the same. */
export function Guards({
  objections,
  text,
  files,
  outside = false,
}: {
  readonly objections: Objections;
  readonly text: string;
  /** How many go with it. */
  readonly files: number;
  /** It goes to people outside the ticket, not to the customer. */
  readonly outside?: boolean;
}) {
  const t = useText();
  const standing = objections.findings.filter((finding) => !isMet(finding, text, files));
  if (standing.length === 0) return null;
  return (
    // Another press says it again, also where it is the same.
    <div key={objections.attempt} className={styles.guard} role="alert">
      {standing.map(({ guard, what }) => (
        <p key={guard}>
          {t(outside && guard === 'note' ? 'composer.guard.note.outside' : `composer.guard.${guard}`, { what })}
        </p>
      ))}
      {standing.every(canOverride) ? (
        <p>
          {t('composer.guard.again')} <KeyOf command="composer.send" />
        </p>
      ) : null}
    </div>
  );
}

/** What was corrected since, as far as one look tells. */
const isMet = ({ guard, what }: Finding, text: string, files: number): boolean =>
  guard === 'empty'
    ? text.trim() !== '' || files > 0
    : guard === 'placeholder' && !text.includes(what.replace(/…$/, ''));
