import { LIST_FACTS, type ListColumn } from '#shared/domain/list-columns.ts';
import type { Text } from '#shared/i18n/text.ts';

/** What a column is called; a custom field has the helpdesk's `name`. */
export function columnTitle(t: Text, column: ListColumn, name: string): string {
  const fact = LIST_FACTS.find((one) => one === column);
  return fact ? t(`inbox.column.${fact}`) : name;
}
