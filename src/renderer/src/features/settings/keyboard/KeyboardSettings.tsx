import { useCallback, useId, useState } from 'react';
import { COMMAND_GROUPS, COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import { allKeysOf } from '#shared/commands/change-keys.ts';
import { type KeyChoices, PRESETS } from '#shared/commands/key-choices.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { keyLabels } from '../../../commands/key-label.ts';
import { useKeys } from '../../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../../state/desk-context.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { useCommandName } from '../../../state/keyed-macros.ts';
import { useText } from '../../../state/text-context.tsx';
import { rankByWords } from '../../../ui/rank-by-words.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import { CommandKeys } from './CommandKeys.tsx';
import styles from './KeyboardSettings.module.css';
import { KeymapFile } from './KeymapFile.tsx';
import { useMacrosFound } from './use-macros-found.ts';

/** Which keys run what: a preset, and the agent's own on top of it. Everything takes effect at once. */
export function KeyboardSettings() {
  const t = useText();
  const desk = useDesk();
  const { mac } = useKeys();
  const id = useId();
  const choices = useDeskState((state) => state.settings.keys);
  const [text, setText] = useState('');
  const change = useCallback((keys: KeyChoices) => void desk.saveSettings({ keys }), [desk]);
  const nameOf = useCommandName();
  const macros = useMacrosFound(text);
  const keysOf = allKeysOf(choices);
  const found: ReadonlySet<CommandId> = new Set(
    rankByWords(COMMANDS, text, (command) =>
      [t(`commands.${command.id}`), ...keysOf(command.id).map((key) => keyLabels(key, mac).join(' '))].join(' '),
    ).map((command) => command.id),
  );

  return (
    <div className={styles.keyboard}>
      <LabelledRow id={`${id}-preset`} label={t('settings.keys.preset')} hint={t('settings.keys.preset.hint')}>
        <select
          id={`${id}-preset`}
          className={styles.select}
          aria-describedby={`${id}-preset-hint`}
          value={choices.preset}
          onChange={(event) => {
            const preset = PRESETS.find((name) => name === event.target.value);
            if (preset !== undefined) change({ ...choices, preset });
          }}
        >
          {PRESETS.map((name) => (
            <option key={name} value={name}>
              {t(`settings.keys.preset.${name}`)}
            </option>
          ))}
        </select>
      </LabelledRow>
      <LabelledRow
        id={`${id}-single`}
        label={t('settings.keys.single')}
        hint={t('settings.keys.single.hint', { mod: keyLabels('Mod', mac).join(' ') })}
      >
        <input
          id={`${id}-single`}
          className={styles.checkbox}
          type="checkbox"
          aria-describedby={`${id}-single-hint`}
          checked={choices.singleKeys}
          onChange={(event) => change({ ...choices, singleKeys: event.target.checked })}
        />
      </LabelledRow>
      <KeymapFile choices={choices} onChange={change} />
      <input
        type="search"
        className={styles.search}
        aria-label={t('settings.keys.search')}
        placeholder={t('settings.keys.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.size === 0 && macros.length === 0 ? <p className={styles.none}>{t('app.palette.empty')}</p> : null}
      {COMMAND_GROUPS.map((group) => {
        const commands = COMMANDS.filter((command) => command.group === group && found.has(command.id));
        return commands.length === 0 ? null : (
          <section key={group}>
            <h3 className={styles.heading}>{t(`app.keys.group.${group}`)}</h3>
            <ul>
              {commands.map((command) => (
                <CommandKeys
                  key={command.id}
                  id={command.id}
                  title={nameOf(command.id)}
                  nameOf={nameOf}
                  choices={choices}
                  onChange={change}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <section>
        <h3 className={styles.heading}>{t('app.keys.group.macros')}</h3>
        <p className={styles.none}>{t('settings.keys.macros')}</p>
        <ul>
          {macros.map(({ id: macroId, title }) => (
            <CommandKeys
              key={macroId}
              id={macroCommandId(macroId)}
              title={title}
              nameOf={nameOf}
              choices={choices}
              onChange={change}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}
