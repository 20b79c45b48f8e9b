import { describe, expect, it } from 'vitest';
import { argumentProblem } from '#main/shell/argument-problem.ts';
import { parseArguments } from '#main/shell/arguments.ts';
import { createText } from '#shared/i18n/text.ts';

const read = (...argv: string[]) => {
  const parsed = parseArguments(argv);
  return parsed.ok ? parsed.value : argumentProblem(parsed.error, createText('en'));
};

describe('parseArguments', () => {
  it('starts with nothing said', () => {
    expect(read()).toEqual({
      host: 'auto',
      port: null,
      profile: null,
      open: true,
      storeSecrets: null,
      practicePort: null,
      link: null,
      handleTel: null,
      help: false,
    });
  });

  it('reads every option, in both spellings', () => {
    const argv = ['--host', 'browser', '--port=0', '--profile', '/tmp/p', '--no-open', '--store-secrets', 'file'];
    expect(read(...argv, '--practice-port=8080', '--help')).toMatchObject({
      host: 'browser',
      port: 0,
      profile: '/tmp/p',
      open: false,
      storeSecrets: 'file',
      practicePort: 8080,
      help: true,
    });
  });

  it('reads a call to show, as an option and as the system hands it over', () => {
    expect(read('--call', 'tel:+4791234567')).toMatchObject({ link: 'tel:+4791234567' });
    expect(read('tel:+4791234567', '--handle-tel=off')).toMatchObject({ link: 'tel:+4791234567', handleTel: false });
    expect(read('--call', 'holdfast://call?number=112', '--handle-tel', 'on')).toMatchObject({ handleTel: true });
    expect(read('--call', 'https://evil.example')).toContain('it takes tel:…, holdfast://call?…');
    expect(read('--handle-tel', 'maybe')).toContain('it takes on, off');
  });

  it('says what is wrong', () => {
    expect(read('--prot', '1')).toBe('Holdfast does not know --prot. See --help.');
    expect(read('--port')).toBe('--port needs a value (0–65535). See --help.');
    expect(read('--profile', '--no-open')).toBe('--profile needs a value. See --help.');
    expect(read('--port', '65536')).toBe('--port cannot be “65536”; it takes 0–65535. See --help.');
    expect(read('--port', '-1')).toBe('--port cannot be “-1”; it takes 0–65535. See --help.');
    expect(read('--host', 'tv')).toBe('--host cannot be “tv”; it takes auto, electron, browser. See --help.');
    expect(read('--store-secrets', 'everywhere')).toContain('it takes file');
    expect(read('--no-open=yes')).toContain('--no-open cannot be “yes”');
    expect(read('tickets')).toBe('Holdfast does not know what to do with “tickets”. See --help.');
  });

  it('passes over foreign switches where the system adds some, and still finds its own and a link', () => {
    const argv = [
      '--ozone-platform=wayland',
      '--original-process-start-time',
      '1234',
      '--profile',
      '/p',
      'holdfast://ticket/a:1',
    ];
    const parsed = parseArguments(argv, { lenient: true });
    expect(parsed).toMatchObject({ ok: true, value: { profile: '/p', link: 'holdfast://ticket/a:1' } });
  });
});
