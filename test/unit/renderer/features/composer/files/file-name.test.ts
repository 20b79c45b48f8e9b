import { describe, expect, test } from 'vitest';
import { safeName, uniqueName } from '#renderer/features/composer/files/file-name.ts';

describe('safeName', () => {
  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Рахунок № 7.pdf', 'Рахунок № 7.pdf'],
    ['hóa đơn.xlsx', 'hóa đơn.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['.htaccess', 'htaccess'],
    ['a<b>:"c"|?*.txt', 'a b c.txt'],
    // Shown, it reads "exe.gnp" the other way round.
    ['photo\u202Egnp.exe', 'photo gnp.exe'],
    ['line\nbreak\u0000.txt', 'line break.txt'],
    // Joins letters within Persian words.
    ['می\u200Cخواهم.pdf', 'می\u200Cخواهم.pdf'],
    ['con.txt', 'con_.txt'],
    ['LPT1', 'LPT1_'],
    ['console.txt', 'console.txt'],
    ['name. . ', 'name'],
    ['', 'file'],
    ['///', 'file'],
  ])('%j lies anywhere as %j', (name, safe) => expect(safeName(name)).toBe(safe));

  test('a name that is too long keeps its ending', () => {
    const name = safeName(`${'ї'.repeat(300)}.pdf`);
    expect(name).toBe(`${'ї'.repeat(78)}.pdf`);
  });
});

describe('uniqueName', () => {
  test.each([
    ['image.png', [], 'image.png'],
    ['image.png', ['image.png'], 'image-2.png'],
    ['image.png', ['image.png', 'IMAGE-2.PNG'], 'image-3.png'],
    ['README', ['readme'], 'README-2'],
    ['a.tar.gz', ['a.tar.gz'], 'a.tar-2.gz'],
  ])('%s beside %j is %s', (name, taken, unique) => expect(uniqueName(name, taken)).toBe(unique));
});
