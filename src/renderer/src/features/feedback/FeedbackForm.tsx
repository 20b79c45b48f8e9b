import { useId, useRef, useState } from 'react';
import { DraftState, isEmpty, RefusedBecause, useDraft } from '#renderer/features/composer/index.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import styles from '#renderer/ui/Form.module.css';
import { focusInvalid } from '#renderer/ui/focus-invalid.ts';
import { Labelled } from '#renderer/ui/Labelled.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { saveByKey } from '#renderer/ui/save-by-key.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { HOW_OFTEN, MOST_QUOTE, MOST_WHAT, SEVERITIES } from '#shared/feedback/feedback.ts';
import { saidIn } from './feedback-fields.ts';
import { feedbackNames } from './feedback-names.ts';
import { useKeepFeedback } from './use-keep-feedback.ts';
import { useQuoteSelected } from './use-quote-selected.ts';

/** What a customer says of the product, noted on their ticket. */
export function FeedbackForm() {
  const on = useInterface((state) => state.feedbackOn);
  return on === null ? null : <FeedbackOn key={on.ticketId} {...on} />;
}

const close = (): void => show({ dialog: null, feedbackOn: null });

function FeedbackOn({ ticketId, selected }: { readonly ticketId: TicketId; readonly selected: string }) {
  const t = useText();
  const names = feedbackNames(t);
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const savedId = useId();
  const [lacks, setLacks] = useState(false);
  const draft = useDraft({ accountId: accountOf(ticketId), ticketId, kind: 'feedback' });
  const { detail, isUntouched } = useQuoteSelected(draft, selected);
  const number = detail?.ticket.number ?? '';
  const { sending, problem, notListed, keep } = useKeepFeedback(draft, number, close);
  const { howOften, severity, quote, what } = saidIn(draft);
  const write = (field: 'howOften' | 'severity' | 'quote', value: string): void =>
    draft.write((now) => ({ fields: { ...now.fields, [field]: value } }));

  const save = (): void => {
    setLacks(what === '');
    if (what === '') focusInvalid(form);
    else if (draft.ready) void keep();
  };
  // What was written stays as a draft; what was only selected is selected again in a moment.
  const leave = (): void => {
    if (what === '' && !isEmpty(draft) && (quote === '' || isUntouched(quote))) void draft.discard({ wordsKept: true });
    close();
  };

  return (
    <Modal title={t('feedback.titleOn', { number: number || '–' })} startAt={first} onClose={leave}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={saveByKey(save)}
      >
        <Labelled label={names.what} problem={lacks && what === '' ? t('feedback.what.missing') : null}>
          {(control) => (
            <input
              {...control}
              ref={first}
              className={styles.input}
              required
              autoComplete="off"
              maxLength={MOST_WHAT}
              readOnly={sending}
              value={draft.text}
              onChange={({ target }) => draft.write({ text: target.value })}
            />
          )}
        </Labelled>
        <div className={styles.pair}>
          <Labelled label={names.howOften}>
            {(control) => (
              <Choice
                {...control}
                value={howOften}
                options={HOW_OFTEN.map((value) => ({ value, name: names.ofHowOften[value] }))}
                onChange={(value) => write('howOften', value)}
              />
            )}
          </Labelled>
          <Labelled label={names.severity}>
            {(control) => (
              <Choice
                {...control}
                value={severity}
                options={SEVERITIES.map((value) => ({ value, name: names.ofSeverity[value] }))}
                onChange={(value) => write('severity', value)}
              />
            )}
          </Labelled>
        </div>
        <Labelled label={t('feedback.quote')} hint={t('feedback.quote.hint')}>
          {(control) => (
            <textarea
              {...control}
              className={styles.text}
              rows={6}
              maxLength={MOST_QUOTE}
              readOnly={sending}
              value={quote}
              onChange={({ target }) => write('quote', target.value)}
            />
          )}
        </Labelled>
        {problem === null ? null : <RefusedBecause problem={problem} />}
        <div className={styles.foot}>
          {notListed === null ? null : (
            <p role="alert" className={styles.problem}>
              {t(`feedback.${notListed}`)}
            </p>
          )}
          {isEmpty(draft) ? null : <DraftState draft={draft} hintId={savedId} />}
          <Button
            look="quiet"
            onClick={() => {
              leave();
              show({ dialog: 'feedback-list' });
            }}
          >
            {t('feedback.all')}
          </Button>
          <Button look="primary" type="submit" keys="Mod+Enter" disabled={sending}>
            {t('feedback.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
