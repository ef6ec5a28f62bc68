import { ownersElsewhere, trimmedRows, villagesNamed } from '../../../src/domain/collectives/share-owners';
import type { ShareRow } from '../../../src/domain/collectives/share-table';

const village = (id: string, name: string) => ({ id, name, organisationName: `${name} cooperative (1)` });
const VILLAGES = [village('a', 'East'), village('b', 'West')];
const row = (key: string, owner: string): ShareRow => ({ key, label: owner, share: '50%', owner });

describe('the owners of a share table', () => {
  it.each<[string, string[]]>([
    ['East', ['a']],
    ['East ', ['a']],
    ['\u3000East', ['a']],
    ['Ea st', ['a']],
    ['East cooperative （1）', ['a']],
    ['Eest', []],
    ['', []],
  ])('%p means %p', (owner, ids) => {
    expect(villagesNamed(VILLAGES, owner).map(({ id }) => id)).toEqual(ids);
  });

  it('are told by name where no books are kept here, each once', () => {
    const rows = [row('1', 'East '), row('2', 'Eest'), row('3', 'West cooperative (1)'), row('4', 'Eest')];
    expect(ownersElsewhere(rows, VILLAGES)).toEqual(['Eest']);
    expect(ownersElsewhere([], VILLAGES)).toEqual([]);
  });

  it('are kept without the blanks around what was typed', () => {
    expect(trimmedRows([row(' 1', 'East\u3000')])).toEqual([row('1', 'East')]);
  });
});
