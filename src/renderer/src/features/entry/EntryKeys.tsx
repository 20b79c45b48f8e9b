import type { CommandId } from '#shared/commands/catalogue.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { COMMAND_OF, type EntryChoice } from './choices.ts';

type Props = { readonly choices: readonly EntryChoice[]; readonly onChoose: (choice: EntryChoice) => Promise<void> };

/** Lets the keys act on an entry while mounted. */
export function EntryKeys(props: Props): null {
  useChoiceKey('outbox.retry', props);
  useChoiceKey('outbox.sendAnyway', props);
  useChoiceKey('outbox.edit', props);
  useChoiceKey('outbox.toNote', props);
  useChoiceKey('outbox.elsewhere', props);
  useChoiceKey('outbox.discard', props);
  return null;
}

function useChoiceKey(command: CommandId, { choices, onChoose }: Props): void {
  const choice = choices.find((one) => COMMAND_OF[one] === command);
  useCommand(
    command,
    () => choice && void onChoose(choice),
    () => choice !== undefined,
  );
}
