import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import form from '#renderer/ui/Form.module.css';
import type { StepOf } from '#shared/macros/macro.ts';

type Write = StepOf<'write'>;

/** Where the words go, how, on which tickets, and the words themselves. */
export function WriteFields({
  step,
  onChange,
  ...lacking
}: {
  readonly step: Write;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
  readonly onChange: (step: Write) => void;
}) {
  const t = useText();
  return (
    <>
      <Choice
        label={t('macros.build.into')}
        value={step.public === null ? 'open' : step.public ? 'reply' : 'note'}
        options={(['reply', 'note', 'open'] as const).map((value) => ({
          value,
          name: t(`macros.build.into.${value}`),
        }))}
        onChange={(into) => onChange({ ...step, public: into === 'open' ? null : into === 'reply' })}
      />
      <Choice
        label={t('macros.build.mode')}
        value={step.mode}
        options={(['insert', 'append', 'replace'] as const).map((value) => ({
          value,
          name: t(`macros.build.mode.${value}`),
        }))}
        onChange={(mode) => onChange({ ...step, mode })}
      />
      <Choice
        label={t('macros.build.only')}
        value={step.only ?? 'all'}
        options={(['all', 'chat', 'other'] as const).map((value) => ({ value, name: t(`macros.build.only.${value}`) }))}
        onChange={(only) => {
          const { only: _, ...rest } = step;
          onChange(only === 'all' ? rest : { ...rest, only });
        }}
      />
      <textarea
        {...lacking}
        className={form.text}
        rows={4}
        aria-label={t('macros.build.text')}
        placeholder={t('macros.build.textHint')}
        value={step.text}
        onChange={({ target }) => onChange({ ...step, text: target.value })}
      />
    </>
  );
}
