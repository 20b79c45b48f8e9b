import { Tabs } from '@base-ui/react/tabs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { type Settings, UNDO_SECONDS } from '#shared/settings/settings.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { CallSettings } from './calls/CallSettings.tsx';
import { LabelledRow } from './FormFieldRow.tsx';
import { isWorry, noticeText } from './failure-text.ts';
import { FigureSettings } from './figures/FigureSettings.tsx';
import { KeyboardSettings } from './keyboard/KeyboardSettings.tsx';
import { SentencesBox } from './Sentences.tsx';
import styles from './SettingsDialog.module.css';
import { SignatureSettings } from './SignatureSettings.tsx';

const PREFETCH = [0, 250, 1_000, 5_000, 20_000] as const;
const SECTIONS = ['general', 'keyboard', 'signatures', 'calls', 'figures'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

/** What the agent may set. Everything takes effect at once. */
export function SettingsDialog() {
  const t = useText();
  return (
    <Modal title={t('settings.title')} onClose={() => show({ dialog: null })}>
      <Tabs.Root defaultValue="general">
        <Tabs.List className={styles.tabs} aria-label={t('settings.section')}>
          {SECTIONS.map((section) => (
            <Tabs.Tab key={section} value={section} className={styles.tab}>
              {t(`settings.section.${section}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="general" className={styles.panel}>
          <General />
        </Tabs.Panel>
        <Tabs.Panel value="keyboard" className={styles.panel}>
          <KeyboardSettings />
        </Tabs.Panel>
        <Tabs.Panel value="signatures" className={styles.panel}>
          <SignatureSettings />
        </Tabs.Panel>
        <Tabs.Panel value="calls" className={styles.panel}>
          <CallSettings />
        </Tabs.Panel>
        <Tabs.Panel value="figures" className={styles.panel}>
          <FigureSettings />
        </Tabs.Panel>
      </Tabs.Root>
    </Modal>
  );
}

function General() {
  const t = useText();
  const desk = useDesk();
  const settings = useDeskState((state) => state.settings);
  const id = useId();
  const change = (part: Partial<Settings>): void => void desk.saveSettings(part);
  const prefetch = PREFETCH.some((count) => count === settings.prefetchTickets)
    ? PREFETCH
    : [...PREFETCH, settings.prefetchTickets].sort((one, other) => one - other);
  return (
    <div className={styles.settings}>
      <Choices
        legend={t('settings.theme')}
        name="theme"
        options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        value={settings.theme}
        onChoose={(theme) => change({ theme })}
      />
      <Choices
        legend={t('settings.density')}
        name="density"
        options={DENSITIES.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
        value={settings.density}
        onChoose={(density) => change({ density })}
      />
      <LabelledRow id={`${id}-undo`} label={t('settings.undo')} hint={t('settings.undo.hint')}>
        <select
          id={`${id}-undo`}
          className={styles.select}
          aria-describedby={`${id}-undo-hint`}
          value={settings.undoSeconds}
          onChange={(event) => {
            const undoSeconds = UNDO_SECONDS.find((seconds) => String(seconds) === event.target.value);
            if (undoSeconds !== undefined) change({ undoSeconds });
          }}
        >
          {UNDO_SECONDS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {t('settings.undo.seconds', { seconds })}
            </option>
          ))}
        </select>
      </LabelledRow>
      <LabelledRow id={`${id}-prefetch`} label={t('settings.prefetch')} hint={t('settings.prefetch.hint')}>
        <select
          id={`${id}-prefetch`}
          className={styles.select}
          aria-describedby={`${id}-prefetch-hint`}
          value={settings.prefetchTickets}
          onChange={(event) => change({ prefetchTickets: Number(event.target.value) })}
        >
          {prefetch.map((count) => (
            <option key={count} value={count}>
              {t('settings.prefetch.count', { count })}
            </option>
          ))}
        </select>
      </LabelledRow>
      <LabelledRow id={`${id}-notify`} label={t('settings.notifications')} hint={t('settings.notifications.hint')}>
        <input
          id={`${id}-notify`}
          className={styles.checkbox}
          type="checkbox"
          aria-describedby={`${id}-notify-hint`}
          checked={settings.notifications}
          onChange={(event) => change({ notifications: event.target.checked })}
        />
      </LabelledRow>
      <Row label={t('settings.accounts')}>
        <CommandButton command="go.accounts" />
      </Row>
      <Row label={t('settings.secrets')}>
        <Secrets />
      </Row>
      <Row label={t('settings.storage')}>
        <StorageUse />
      </Row>
      <Notices />
    </div>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <h3 className={styles.label}>{label}</h3>
      <div>{children}</div>
    </div>
  );
}

function Choices<Value extends string>({
  legend,
  name,
  options,
  value,
  onChoose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className={styles.row}>
      <legend className={styles.label}>{legend}</legend>
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Secrets() {
  const t = useText();
  const secrets = useDeskState((state) => state.link.secrets);
  return <p>{t(secrets === null ? 'settings.secrets.unknown' : `settings.secrets.${secrets}`)}</p>;
}

/** What the cache takes on this machine, as the browser engine tells it. */
function StorageUse() {
  const t = useText();
  const rows = useDeskState((state) => state.rows);
  const { data } = useQuery({
    queryKey: ['storage-use'],
    queryFn: async () => ({ ...(await navigator.storage.estimate()), persisted: await navigator.storage.persisted() }),
    networkMode: 'always',
    gcTime: 0,
  });
  const total = (part: 'tickets' | 'conversations' | 'articles'): number =>
    Object.values(rows).reduce((sum, account) => sum + account[part], 0);
  const size = (bytes: number): string =>
    bytes < 1_000_000_000
      ? t.intl.formatNumber(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
      : t.intl.formatNumber(bytes / 1_000_000_000, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 });
  return (
    <>
      <p>
        {t('settings.storage.rows', {
          tickets: total('tickets'),
          conversations: total('conversations'),
          articles: total('articles'),
        })}
      </p>
      {data?.usage === undefined || data.quota === undefined ? null : (
        <p className={styles.quiet}>
          {t('settings.storage.use', { used: size(data.usage), free: size(data.quota - data.usage) })}
        </p>
      )}
      {data ? (
        <p className={styles.quiet}>{t(data.persisted ? 'settings.storage.kept' : 'settings.storage.mayGo')}</p>
      ) : null}
      <p className={styles.quiet}>{t('settings.storage.plain')}</p>
    </>
  );
}

function Notices() {
  const t = useText();
  const notices = useDeskState((state) => state.notices);
  return notices
    .filter(isWorry)
    .map(({ code }) => <SentencesBox key={code} tone="warning" sentences={noticeText(t, code)} />);
}
