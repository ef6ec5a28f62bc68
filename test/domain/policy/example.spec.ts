import { readExamples } from '../../../src/domain/policy/example';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID } from './small-pack';

describe('a file of examples', () => {
  const read = (changes: Record<string, unknown>): string[] => {
    const one = { judge: 'plan', facts: { planned: '1' }, expect: { 'XX-1': 'passed' }, ...changes };
    try {
      readExamples({ pack: SMALL_PACK_ID, examples: [one] });
      return [];
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ field, code }) => `${field} ${code}`);
    }
  };

  it('is read with the place of each in it', () => {
    const examples = [
      { judge: 'plan', expect: {} },
      { judge: 'calendar', facts: { about: '2024-06' }, on: '2024-06-01', note: '另一种读法', expect: {} },
    ];
    expect(readExamples({ pack: SMALL_PACK_ID, examples })).toEqual({
      pack: SMALL_PACK_ID,
      examples: [
        { at: 'examples.0', kind: 'plan', facts: {}, on: undefined, local: {}, note: undefined, expect: {} },
        {
          ...{ at: 'examples.1', kind: 'calendar', facts: { about: '2024-06' }, on: '2024-06-01' },
          ...{ local: {}, note: '另一种读法', expect: {} },
        },
      ],
    });
  });

  it.each<[what: string, changes: Record<string, unknown>, problems: string[]]>([
    ['right', {}, []],
    ['a kind nobody judges', { judge: 'village' }, ['examples.0.judge policy.notInList']],
    ['no expectation', { expect: undefined }, ['examples.0.expect policy.missingKey']],
    ['a key nobody reads', { remark: '无' }, ['examples.0.remark policy.unknownKey']],
    ['a day there is not', { on: '2024-02-30' }, ['examples.0.on policy.impossibleDate']],
    ['facts in a list', { facts: ['planned'] }, ['examples.0.facts policy.wrongType']],
  ])('is read with %s', (_what, changes, problems) => {
    expect(read(changes)).toEqual(problems);
  });
});
