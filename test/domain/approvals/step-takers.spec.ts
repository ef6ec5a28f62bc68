import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Step, StepRole } from '../../../src/domain/approvals/route';
import { roleOf, standsTownshipIn, takenAs, tookPart } from '../../../src/domain/approvals/step-takers';

const FOLDER = join(__dirname, '../../../seeds/routes');
const stepsOf = (id: string): readonly Step[] =>
  readRoute(parse(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')), id).steps;
const [talk] = stepsOf('county-guantao');
const stepOf = (role: StepRole): Step => ({ ...(talk as Step), role });
const [review, filing] = ['review', 'filing'].map(
  (kind) => stepsOf('county-guantao').find((step) => step.kind === kind) as Step,
) as [Step, Step];

describe('whose a step is', () => {
  it.each<[string, Step, string[], string[], string | undefined]>([
    ['the accountant’s', stepOf('village_accountant'), ['accountant'], ['accountant'], 'own'],
    ['an agency’s bookkeeper', stepOf('village_accountant'), ['bookkeeper'], ['bookkeeper'], 'own'],
    ['not the cashier’s', stepOf('village_accountant'), ['cashier'], ['accountant'], undefined],
    ['not another village’s accountant', stepOf('village_accountant'), [], ['accountant'], undefined],
    [
      'not the township’s while there is one',
      stepOf('village_accountant'),
      ['township'],
      ['accountant'],
      undefined,
    ],
    ['the leader’s', stepOf('village_leader'), ['leader'], ['leader'], 'own'],
    [
      'not the accountant’s, where a leader is',
      stepOf('village_leader'),
      ['accountant'],
      ['leader'],
      undefined,
    ],
    ['nor where none is', stepOf('village_leader'), ['accountant'], ['accountant'], undefined],
    ['the township’s, where none is', stepOf('village_leader'), ['reviewer'], ['accountant'], 'standsIn'],
    ['the committee’s', stepOf('supervision_committee'), ['supervisor'], ['supervisor'], 'own'],
    [
      'the township’s, where there is no committee',
      stepOf('supervision_committee'),
      ['approver'],
      [],
      'standsIn',
    ],
    ['not the county’s then', stepOf('supervision_committee'), ['county'], [], undefined],
    ['not an auditor’s ever', stepOf('supervision_committee'), ['auditor'], [], undefined],
    ['a reporter’s', stepOf('village_reporter'), ['reporter'], ['reporter'], 'own'],
    ['a township’s reviewer’s', stepOf('township_reviewer'), ['reviewer'], [], 'own'],
    ['not its approver’s', stepOf('township_reviewer'), ['approver'], [], undefined],
    ['who is both', stepOf('township_reviewer'), ['township'], [], 'own'],
    ['its approver’s review', review, ['approver'], [], 'own'],
    ['not its reviewer’s', review, ['reviewer'], [], undefined],
    ['a filing by its role', filing, ['township'], [], 'own'],
    ['the county files with itself', filing, ['county'], ['county'], 'own'],
    ['no township types a number for it then', filing, ['township'], ['county'], undefined],
    [
      'whoever of it is in the program, a review stays the township’s',
      review,
      ['approver'],
      ['county'],
      'own',
    ],
    ['a filing is not the village’s', filing, ['accountant'], ['accountant'], undefined],
  ])('%s', (_, step, who, there, as) => {
    expect(takenAs(step, who, there)).toBe(as);
  });

  it('is that of the books or of the office where a route does not say', () => {
    const silent = stepsOf('four-deliberations-two-disclosures');
    const roles = silent.map((step) => roleOf(step));
    const [village, township] = ['village_accountant', 'township_approver'] as const;
    expect(roles).toEqual([village, village, village, village, village, township, village]);
    expect(roleOf({ ...review, role: undefined, office: 'county' } as Step)).toBe('county');
    expect(standsTownshipIn(review, [])).toBe(false);
  });

  it('who stood in had no hand in it, who took his own step had', () => {
    expect(
      tookPart([
        { decidedBy: 'zhou', takenAs: 'own' },
        { decidedBy: 'sun', takenAs: 'standsIn' },
        { decidedBy: 'he', takenAs: null },
      ]),
    ).toEqual(['zhou', 'he']);
  });
});
