import { standardSenseProblems } from '../../../src/domain/policy/standard-sense';
import { seeded } from './seeded';

const { pack } = seeded.requirePack('341200/2023-09-21');
const PATH = ['341299104', '341299', '341200'];

/** A standard that was given: its number without `local.`, the value, its first day and region. */
type Given = [number: string, value: string, from: string, region: string];

const standardOf = ([number, value, from, region]: Given, place: number) => ({
  ...{ id: String(place), numberId: `local.${number}`, value, from, region },
  paper: { title: 'paper', number: undefined, issuer: 'the county', issuedOn: from },
});

const LOW: Given = ['low_income_aid', '685.00', '2024-07-01', '341299'];
const ABOVE: Given = ['low_income_aid', '700.00', '2024-07-01', '341200'];
const LATER: Given = ['low_income_aid', '716.00', '2025-07-01', '341299'];
const SPENT: Given = ['consumption', '1495.00', '2025-01-01', '341299'];

describe('a standard of aid beside others', () => {
  it.each<[what: string, typed: Given, standing: Given[], rules: string[]]>([
    ['that grew by just 4.5 %', LATER, [LOW], []],
    ['that grew by less', LATER, [['low_income_aid', '685.17', '2024-07-01', '341299']], ['FY-21b1']],
    ['that is the first of its region', LATER, [ABOVE], []],
    ['whose one before is of the same day or later', LATER, [LATER], []],
    ['that is before the document', ['low_income_aid', '1.00', '2023-09-20', '341299'], [LOW], []],
    ['of another kind', ['travel', '1.00', '2025-07-01', '341299'], [LOW], []],
    [
      'of hardship below 1.3 times, just 60 % of what is spent',
      ['hardship_aid', '897.00', '2025-07-01', '341299'],
      [LOW, LATER, SPENT],
      ['FY-21b3'],
    ],
    [
      'of hardship of just 1.3 times, below 60 %',
      ['hardship_aid', '930.80', '2025-07-01', '341299'],
      [LATER, ['consumption', '1551.34', '2025-01-01', '341299']],
      ['FY-21b2'],
    ],
    ['of hardship where nothing else is known', ['hardship_aid', '1.00', '2025-07-01', '341299'], [], []],
    [
      "of hardship of a township, by the county's and not the city's",
      ['hardship_aid', '891.00', '2025-01-01', '341299104'],
      [ABOVE, LOW],
      [],
    ],
    [
      'of hardship of a county, by what began last',
      ['hardship_aid', '890.50', '2025-07-01', '341299'],
      [LATER, LOW],
      ['FY-21b3'],
    ],
  ])('%s', (_what, typed, standing, rules) => {
    const at = { packs: [pack], standing: standing.map(standardOf), path: PATH };
    const told = standardSenseProblems(standardOf(typed, 99), at, ' ');
    expect(told.map(({ code, field, facts }) => [code, field, facts?.['rule']])).toEqual(
      rules.map((rule) => ['policy.reasonMissing', 'standardWhy', rule]),
    );
    expect(standardSenseProblems(standardOf(typed, 99), at, 'prices fell')).toEqual([]);
  });
});
