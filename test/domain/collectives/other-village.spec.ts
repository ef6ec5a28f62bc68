import {
  type HeldElsewhere,
  otherVillageProblems,
  standsElsewhere,
} from '../../../src/domain/collectives/other-village';

const on: HeldElsewhere = { fromDay: '2024-01-01', leftWhy: undefined };
const leftOn = (fromDay: string): HeldElsewhere => ({ fromDay, leftWhy: 'married' });

describe('a person on the list of another village of the county', () => {
  const cases: [string, HeldElsewhere[], boolean][] = [
    ['of nobody there', [], false],
    ['of one who is there', [on], true],
    ['of one who comes onto that list only later', [{ ...on, fromDay: '2025-12-01' }], true],
    ['of one who left there the day before', [leftOn('2025-06-30')], false],
    ['of one who left there that very day', [leftOn('2025-07-01')], false],
    ['of one who left there the day after', [leftOn('2025-07-02')], true],
    ['of one who left one village and is in another', [leftOn('2025-01-01'), on], true],
  ];
  it.each(cases)('is told %s', (_name, held, stands) => {
    expect(standsElsewhere(held, '2025-07-01')).toBe(stands);
  });

  it('is asked for a reason, and nobody else is', () => {
    const codes = (...[why, stands]: Parameters<typeof otherVillageProblems>) =>
      otherVillageProblems(why, stands).map(({ code, field }) => `${code} ${field}`);
    expect(codes(undefined, true)).toEqual(['person.onOtherList otherVillageWhy']);
    expect(codes('married', true)).toEqual([]);
    expect(codes('married', false)).toEqual(['person.onNoOtherList otherVillageWhy']);
    expect(codes(undefined, false)).toEqual([]);
  });
});
