import { describe, expect, it } from 'vitest';
import { paletteGroups, withRecent } from '#renderer/features/palette/palette-groups.ts';
import { COMMANDS } from '#shared/commands/catalogue.ts';

const all = () => true;

describe('paletteGroups', () => {
  it('has what was chosen lately first, then what belongs here, then the rest, each command once', () => {
    const groups = paletteGroups({ recent: ['go.mine', 'of.yesterday', 'ticket.reply'], here: 'list', canRun: all });
    expect(groups.slice(0, 2).map(({ label }) => label)).toEqual(['app.palette.recent', 'app.palette.here.list']);
    expect(groups[0]?.ids).toEqual(['go.mine', 'ticket.reply']);
    expect(groups[1]?.ids).toContain('list.open');
    const ids = groups.flatMap((group) => group.ids);
    expect(new Set(ids).size).toBe(ids.length);
    const hidden = COMMANDS.map(({ id }) => id).filter((id) => !ids.includes(id));
    expect(hidden.every((id) => /^(app\.(palette|menu)|ticket\.menu|composer\..*)$/.test(id))).toBe(true);
  });

  it('has only what can run now', () => {
    const groups = paletteGroups({ recent: ['ticket.solve'], here: 'ticket', canRun: (id) => id === 'go.inbox' });
    expect(groups.flatMap(({ ids }) => ids)).toEqual(['go.inbox']);
  });
});

describe('withRecent', () => {
  it('puts the newest first, once, and keeps five', () => {
    expect(withRecent(['go.inbox', 'go.mine'], 'go.mine')).toEqual(['go.mine', 'go.inbox']);
    expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'go.mine')).toEqual(['go.mine', 'a', 'b', 'c', 'd']);
  });
});
