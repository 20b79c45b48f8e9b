/**
 * Everything the agent can do is one of these. Keys, menus, palette, buttons and the cheat sheet read this list;
 * features register handlers for it. Titles are locale keys `commands.<id>`.
 */
export type CommandContext =
  /** Anywhere. */
  | 'global'
  /** The list has the focus of attention. */
  | 'list'
  /** A ticket is open. */
  | 'ticket'
  /** The caret is in a composer. */
  | 'composer'
  | 'article';

/** In the order in which lists of commands show them. */
export const COMMAND_GROUPS = ['move', 'ticket', 'write', 'call', 'unsent', 'views', 'go', 'app'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export type Command = {
  readonly id: string;
  readonly group: CommandGroup;
  /** Where it can run; a key means the innermost context that has it. */
  readonly contexts: readonly CommandContext[];
  /**
   * Default keys: `Mod` is Ctrl or Cmd; a sequence is parted by spaces (`g i`). Single keys never fire while text is
   * edited; those with `Mod`, Escape and function keys do.
   */
  readonly keys: readonly string[];
  /** A number typed before its key says how often: `5j`. */
  readonly counts?: true;
};

export const COMMANDS = [
  { id: 'list.next', group: 'move', contexts: ['list', 'ticket'], keys: ['j', 'ArrowDown'], counts: true },
  { id: 'list.previous', group: 'move', contexts: ['list', 'ticket'], keys: ['k', 'ArrowUp'], counts: true },
  { id: 'list.first', group: 'move', contexts: ['list'], keys: ['Home'] },
  { id: 'list.last', group: 'move', contexts: ['list'], keys: ['End'] },
  { id: 'list.open', group: 'move', contexts: ['list'], keys: ['Enter', 'o'] },
  { id: 'list.select', group: 'move', contexts: ['list', 'ticket'], keys: ['x'] },
  {
    id: 'list.extendDown',
    group: 'move',
    contexts: ['list', 'ticket'],
    keys: ['Shift+J', 'Shift+ArrowDown'],
    counts: true,
  },
  {
    id: 'list.extendUp',
    group: 'move',
    contexts: ['list', 'ticket'],
    keys: ['Shift+K', 'Shift+ArrowUp'],
    counts: true,
  },
  { id: 'list.selectAll', group: 'move', contexts: ['global'], keys: ['* a'] },
  { id: 'list.selectNone', group: 'move', contexts: ['global'], keys: ['* n'] },
  { id: 'list.thenNext', group: 'app', contexts: ['global'], keys: [] },
  { id: 'list.thenList', group: 'app', contexts: ['global'], keys: [] },
  { id: 'list.thenStay', group: 'app', contexts: ['global'], keys: [] },
  { id: 'list.thenReplies', group: 'app', contexts: ['global'], keys: [] },
  { id: 'list.query', group: 'move', contexts: ['list', 'ticket'], keys: ['q'] },
  { id: 'list.showNew', group: 'move', contexts: ['list', 'ticket'], keys: ['.'] },
  { id: 'ticket.close', group: 'move', contexts: ['list', 'ticket', 'article'], keys: ['Escape', 'u'] },
  { id: 'ticket.reply', group: 'write', contexts: ['list', 'ticket'], keys: ['r'] },
  // C as in copies: Gmail's key for it assigns here, that of Outlook and Front fetches the ticket again.
  { id: 'ticket.replyAll', group: 'write', contexts: ['list', 'ticket'], keys: ['Shift+C'] },
  { id: 'ticket.note', group: 'write', contexts: ['list', 'ticket'], keys: ['n'] },
  { id: 'ticket.forward', group: 'write', contexts: ['list', 'ticket'], keys: ['f'] },
  { id: 'ticket.new', group: 'write', contexts: ['global'], keys: ['c'] },
  { id: 'ticket.solve', group: 'ticket', contexts: ['list', 'ticket'], keys: ['e'] },
  { id: 'ticket.status', group: 'ticket', contexts: ['list', 'ticket'], keys: ['s'] },
  { id: 'ticket.assign', group: 'ticket', contexts: ['list', 'ticket'], keys: ['a'] },
  { id: 'ticket.assignMe', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+A'] },
  { id: 'ticket.priority', group: 'ticket', contexts: ['list', 'ticket'], keys: ['p'] },
  { id: 'ticket.tags', group: 'ticket', contexts: ['list', 'ticket'], keys: ['t'] },
  { id: 'ticket.followers', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+W'] },
  { id: 'ticket.follow', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+F'] },
  { id: 'ticket.group', group: 'ticket', contexts: ['list', 'ticket'], keys: ['v'] },
  { id: 'ticket.merge', group: 'ticket', contexts: ['list', 'ticket'], keys: ['l m'] },
  { id: 'ticket.link', group: 'ticket', contexts: ['list', 'ticket'], keys: ['l l'] },
  { id: 'ticket.problem', group: 'ticket', contexts: ['list', 'ticket'], keys: ['l p'] },
  { id: 'ticket.followUp', group: 'write', contexts: ['list', 'ticket'], keys: ['l f'] },
  { id: 'ticket.others', group: 'ticket', contexts: ['ticket'], keys: ['l o'] },
  { id: 'ticket.showMeanwhile', group: 'ticket', contexts: ['ticket', 'composer'], keys: ['l n', 'Mod+Shift+L'] },
  // P as in product.
  { id: 'ticket.feedback', group: 'write', contexts: ['ticket'], keys: ['Shift+P'] },
  { id: 'macro.run', group: 'write', contexts: ['list', 'ticket', 'composer'], keys: ['m', 'Mod+Shift+M'] },
  { id: 'macro.fromLast', group: 'write', contexts: ['global'], keys: [] },
  { id: 'macro.undo', group: 'write', contexts: ['global'], keys: [] },
  { id: 'ticket.solveAndStay', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+E'] },
  { id: 'ticket.snooze', group: 'ticket', contexts: ['list', 'ticket'], keys: ['h'] },
  { id: 'ticket.unsnooze', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+H'] },
  { id: 'ticket.star', group: 'ticket', contexts: ['list', 'ticket'], keys: ['b'] },
  { id: 'ticket.skip', group: 'ticket', contexts: ['list', 'ticket'], keys: ['w'] },
  { id: 'ticket.markRead', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+I'] },
  { id: 'ticket.markUnread', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+U'] },
  { id: 'ticket.undo', group: 'ticket', contexts: ['global'], keys: ['z'] },
  { id: 'ticket.refresh', group: 'ticket', contexts: ['ticket'], keys: ['Shift+R'] },
  { id: 'ticket.menu', group: 'ticket', contexts: ['list', 'ticket'], keys: ['Shift+F10', 'ContextMenu'] },
  { id: 'ticket.facts', group: 'app', contexts: ['global'], keys: [']'] },
  { id: 'outbox.retry', group: 'unsent', contexts: ['list', 'ticket'], keys: ['y'] },
  { id: 'outbox.sendAnyway', group: 'unsent', contexts: ['list', 'ticket'], keys: ['Shift+Y'] },
  { id: 'outbox.edit', group: 'unsent', contexts: ['list', 'ticket'], keys: ['Shift+O'] },
  { id: 'outbox.toNote', group: 'unsent', contexts: ['list', 'ticket'], keys: ['Shift+N'] },
  { id: 'outbox.elsewhere', group: 'unsent', contexts: ['list', 'ticket'], keys: ['Shift+M'] },
  { id: 'outbox.discard', group: 'unsent', contexts: ['list', 'ticket'], keys: ['Delete'] },
  { id: 'composer.send', group: 'write', contexts: ['composer'], keys: ['Mod+Enter'] },
  { id: 'composer.sendAndSolve', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+Enter'] },
  { id: 'composer.leave', group: 'write', contexts: ['composer'], keys: ['Escape'] },
  { id: 'composer.flip', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+I'] },
  // As in Thunderbird and Apple Mail. Ctrl+Shift+U, which others have, begins a character by its number under Linux.
  { id: 'composer.attach', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+A'] },
  { id: 'composer.cc', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+C'] },
  { id: 'composer.bold', group: 'write', contexts: ['composer'], keys: ['Mod+B'] },
  { id: 'composer.italic', group: 'write', contexts: ['composer'], keys: ['Mod+I'] },
  { id: 'composer.code', group: 'write', contexts: ['composer'], keys: ['Mod+E'] },
  { id: 'composer.link', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+K'] },
  // As in Gmail, Google Docs, Slack and GitHub.
  { id: 'composer.numbers', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+7'] },
  { id: 'composer.list', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+8'] },
  { id: 'composer.quote', group: 'write', contexts: ['composer'], keys: ['Mod+Shift+9'] },
  { id: 'composer.toCanned', group: 'write', contexts: ['ticket', 'composer'], keys: [] },
  { id: 'canned.new', group: 'write', contexts: ['global'], keys: [] },
  // Held keys, so that they work while notes are typed. Ctrl+Shift+N, T and W are the browser's, Ctrl+Shift+U types a character under Linux.
  { id: 'call.answer', group: 'call', contexts: ['global'], keys: ['Mod+Shift+O'] },
  { id: 'call.hold', group: 'call', contexts: ['global'], keys: ['Mod+Shift+H'] },
  { id: 'call.mute', group: 'call', contexts: ['global'], keys: ['Mod+Shift+S'] },
  { id: 'call.note', group: 'call', contexts: ['global'], keys: ['Mod+Shift+J'] },
  { id: 'call.pop', group: 'call', contexts: ['global'], keys: ['Mod+Shift+X'] },
  { id: 'call.about', group: 'call', contexts: ['global'], keys: ['Mod+Shift+G'] },
  { id: 'call.transfer', group: 'call', contexts: ['global'], keys: ['Mod+Shift+F'] },
  { id: 'call.next', group: 'call', contexts: ['global'], keys: ['Mod+Shift+B'] },
  { id: 'call.hangUp', group: 'call', contexts: ['global'], keys: ['Mod+Shift+E'] },
  { id: 'call.wrapUp', group: 'call', contexts: ['global'], keys: ['Mod+Shift+Y'] },
  { id: 'call.dial', group: 'call', contexts: ['global'], keys: ['Mod+Shift+D'] },
  { id: 'call.export', group: 'call', contexts: ['global'], keys: [] },
  { id: 'view.save', group: 'views', contexts: ['list'], keys: ['Mod+Enter'] },
  { id: 'view.edit', group: 'views', contexts: ['list', 'ticket'], keys: ['Shift+Q'] },
  { id: 'view.new', group: 'views', contexts: ['global'], keys: [] },
  { id: 'list.columns', group: 'views', contexts: ['global'], keys: [] },
  { id: 'view.delete', group: 'views', contexts: ['global'], keys: [] },
  { id: 'view.up', group: 'views', contexts: ['global'], keys: [] },
  { id: 'view.down', group: 'views', contexts: ['global'], keys: [] },
  { id: 'view.hide', group: 'views', contexts: ['global'], keys: [] },
  { id: 'view.show', group: 'views', contexts: ['global'], keys: [] },
  { id: 'go.inbox', group: 'go', contexts: ['global'], keys: ['g i'] },
  { id: 'go.mine', group: 'go', contexts: ['global'], keys: ['g m'] },
  // N as in next.
  { id: 'go.promise', group: 'go', contexts: ['global'], keys: ['g n'] },
  { id: 'go.drafts', group: 'go', contexts: ['global'], keys: ['g d'] },
  { id: 'go.discarded', group: 'go', contexts: ['global'], keys: ['g x'] },
  { id: 'go.outbox', group: 'go', contexts: ['global'], keys: ['g o'] },
  { id: 'go.knowledge', group: 'go', contexts: ['global'], keys: ['g k'] },
  { id: 'go.metrics', group: 'go', contexts: ['global'], keys: ['g s'] },
  { id: 'go.starred', group: 'go', contexts: ['global'], keys: ['g t'] },
  { id: 'go.snoozed', group: 'go', contexts: ['global'], keys: ['g h'] },
  { id: 'go.recent', group: 'go', contexts: ['global'], keys: ['g r'] },
  { id: 'go.back', group: 'go', contexts: ['global'], keys: ['g b'] },
  { id: 'go.forward', group: 'go', contexts: ['global'], keys: ['g f'] },
  { id: 'go.batch', group: 'go', contexts: ['global'], keys: ['g c'] },
  { id: 'go.macros', group: 'go', contexts: ['global'], keys: ['g Shift+M'] },
  { id: 'go.view', group: 'go', contexts: ['global'], keys: ['g v'] },
  // What lists them in a message.
  { id: 'go.canned', group: 'go', contexts: ['global'], keys: ['g /'] },
  { id: 'go.feedback', group: 'go', contexts: ['global'], keys: ['g Shift+P'] },
  // P as in phone.
  { id: 'go.calls', group: 'go', contexts: ['global'], keys: ['g p'] },
  { id: 'go.accounts', group: 'go', contexts: ['global'], keys: ['g a'] },
  { id: 'go.settings', group: 'go', contexts: ['global'], keys: ['Mod+,'] },
  { id: 'app.search', group: 'go', contexts: ['global'], keys: ['/'] },
  { id: 'app.palette', group: 'app', contexts: ['global'], keys: ['Mod+K'] },
  { id: 'app.menu', group: 'app', contexts: ['global'], keys: ['F10'] },
  { id: 'app.help', group: 'app', contexts: ['global'], keys: ['?'] },
  { id: 'app.views', group: 'app', contexts: ['global'], keys: ['['] },
  { id: 'app.syncNow', group: 'app', contexts: ['global'], keys: ['Shift+S'] },
  { id: 'app.doNotDisturb', group: 'app', contexts: ['global'], keys: [] },
  { id: 'app.breakLater', group: 'app', contexts: ['global'], keys: [] },
  { id: 'metrics.copyDay', group: 'app', contexts: ['global'], keys: [] },
  { id: 'metrics.importSurvey', group: 'app', contexts: ['global'], keys: [] },
  { id: 'app.theme', group: 'app', contexts: ['global'], keys: [] },
  { id: 'app.density', group: 'app', contexts: ['global'], keys: [] },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];
