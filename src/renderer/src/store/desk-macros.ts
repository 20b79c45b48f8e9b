import type { TicketId } from '#shared/domain/ids.ts';
import type { Macro } from '#shared/macros/macro.ts';

export type MacroSearch = {
  /** What the macro is to be run on: those of their accounts are found, the ones used on such tickets first. */
  readonly ticketIds: readonly TicketId[];
  readonly text: string;
  readonly limit: number;
};

export type MacroChoice = {
  readonly macro: Macro;
  readonly source: 'mine' | 'helpdesk';
  /** From the outermost in. */
  readonly folder: readonly string[];
  readonly name: string;
};
