import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashSources, isBuilt } from '#main/shell/launch/build.ts';

describe('the build’s stamp', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'holdfast-build-'));
    await mkdir(join(root, 'src', 'main'), { recursive: true });
    await mkdir(join(root, 'out'));
    await writeFile(join(root, 'src', 'main', 'a.ts'), 'one');
  });

  it('holds while the sources are the same', async () => {
    expect(isBuilt(root)).toBe(false);
    await writeFile(join(root, 'out', 'build.sha256'), hashSources(root));
    expect(isBuilt(root)).toBe(true);
  });

  it('falls with a changed, moved or added source', async () => {
    const seal = () => writeFile(join(root, 'out', 'build.sha256'), hashSources(root));
    await seal();
    await writeFile(join(root, 'src', 'main', 'a.ts'), 'two');
    expect(isBuilt(root)).toBe(false);
    await seal();
    await rename(join(root, 'src', 'main', 'a.ts'), join(root, 'src', 'main', 'b.ts'));
    expect(isBuilt(root)).toBe(false);
    await seal();
    await writeFile(join(root, 'package-lock.json'), '{}');
    expect(isBuilt(root)).toBe(false);
  });
});
