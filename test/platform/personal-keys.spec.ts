import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../src/platform/config/configuration';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';

describe('the keys of what is known of persons', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const file = join(folder, 'keys', 'personal-keys');
  afterAll(() => rmSync(folder, { recursive: true }));
  const keys = (): PersonalKeys => new PersonalKeys(readConfiguration({ DATA_FOLDER: folder }));

  it('are not made by a start that is refused because one is missing', () => {
    expect(keys().has('0badc0de')).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it('are made at the first use, and there from then on', () => {
    const { id } = keys().current;
    expect(existsSync(file)).toBe(true);
    expect([keys().has(id), keys().has('0badc0de')]).toEqual([true, false]);
  });
});
