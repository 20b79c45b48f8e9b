import { describe, expect, it } from 'vitest';
import { chooseHost, type Surroundings } from '#main/shell/launch/choose-host.ts';

const desk: Surroundings = { wanted: 'auto', electron: '/electron', isRoot: false, hasDisplay: true, canAsk: true };

describe('chooseHost', () => {
  it('takes Electron where its program is', () => {
    expect(chooseHost(desk)).toEqual({ host: 'electron', program: '/electron' });
    expect(chooseHost({ ...desk, wanted: 'electron' })).toEqual({ host: 'electron', program: '/electron' });
  });

  it('asks before it fetches, and only a person at a desk', () => {
    const bare = { ...desk, electron: null };
    expect(chooseHost(bare)).toEqual({ host: 'ask' });
    for (const less of [{ isRoot: true }, { hasDisplay: false }, { canAsk: false }]) {
      expect(chooseHost({ ...bare, ...less })).toEqual({ host: 'browser', why: 'host.launch.noElectron' });
    }
  });

  it('says why it takes the browser instead', () => {
    expect(chooseHost({ ...desk, isRoot: true })).toEqual({ host: 'browser', why: 'host.launch.rootElectron' });
    expect(chooseHost({ ...desk, hasDisplay: false })).toEqual({ host: 'browser', why: 'host.launch.noDisplay' });
  });

  it('says nothing when the browser was asked for', () => {
    expect(chooseHost({ ...desk, wanted: 'browser' })).toEqual({ host: 'browser', why: null });
  });

  it('never swaps a host that was asked for by name', () => {
    expect(chooseHost({ ...desk, wanted: 'electron', isRoot: true })).toEqual({
      host: 'none',
      why: 'host.launch.electronImpossible',
    });
    expect(chooseHost({ ...desk, wanted: 'electron', electron: null, canAsk: false })).toEqual({
      host: 'none',
      why: 'host.launch.electronWanted',
    });
  });
});
