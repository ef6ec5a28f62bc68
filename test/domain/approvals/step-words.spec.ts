import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Route } from '../../../src/domain/approvals/route';
import { FormProblems } from '../../../src/domain/shared/problem';

describe('reading the words of a step', () => {
  const BASIS = [{ source: '样例', confirmed: 'unconfirmed', says: '样例' }];
  const MEETING = {
    ...{
      id: 'meeting',
      name: '会议',
      kind: 'meeting',
      body: 'village_representatives_meeting',
      basis: BASIS,
    },
    majority: { in_favour: { share: '1/2', bound: 'more_than', of: 'present' } },
  };
  const FILING = { id: 'filing', name: '备案', kind: 'filing', office: 'county', basis: BASIS };
  const SUPERVISION = { ...FILING, id: 'supervision', kind: 'review', office: 'supervision' };
  const read = (...steps: object[]): Route =>
    readRoute({ format: '1', name: '样例', law: 'village_committee', steps }, 'sample');
  const problemsOf = (...steps: object[]): string[] => {
    try {
      read(...steps);
      return [];
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ field, code }) => `${field}: ${code}`);
    }
  };

  it('gives a step its route’s law, no role, no evidence and no signers where it names none', () => {
    expect(read(MEETING).steps[0]).toMatchObject({
      ...{ law: 'village_committee', role: undefined, evidence: [], signers: undefined },
      ...{ noticeDays: undefined, noticeFirstDayCounts: false },
    });
  });

  it('keeps what it names', () => {
    const words = {
      role: 'village_accountant',
      evidence: ['minutes', 'photo'],
      signers: { needed: 2, among: 3 },
    };
    expect(
      read({ ...MEETING, ...words, notice_days: 10, notice_first_day_counts: true }).steps[0],
    ).toMatchObject({
      ...words,
      ...{ noticeDays: 10, noticeFirstDayCounts: true },
    });
  });

  it.each([
    ['a filing and a supervision review', [MEETING, FILING, SUPERVISION], []],
    ['a role that is none', [{ ...MEETING, role: 'king' }], ['steps.0.role: approvals.notInList']],
    [
      'evidence that is none',
      [{ ...MEETING, evidence: ['minutes', 'rumour'] }],
      ['steps.0.evidence: approvals.notInList'],
    ],
    ['a law that is none', [{ ...MEETING, law: 'custom' }], ['steps.0.law: approvals.notInList']],
    [
      'three of two signers',
      [{ ...MEETING, signers: { needed: 3, among: 2 } }],
      ['steps.0.signers: approvals.signersMissing'],
    ],
    [
      'signers without a number',
      [{ ...MEETING, signers: { needed: 1 } }],
      ['steps.0.signers.among: approvals.missingKey'],
    ],
    ['a filing with a body', [MEETING, { ...FILING, body: 'x' }], ['steps.1.body: approvals.unknownKey']],
    [
      'an office that files nothing',
      [MEETING, { ...FILING, office: 'supervision' }],
      ['steps.1.office: approvals.notInList'],
    ],
    [
      'only the Party’s members meeting',
      [{ ...MEETING, law: 'party_rules' }],
      ['steps: approvals.noMeeting'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(problemsOf(...steps)).toEqual(expected);
  });
});
