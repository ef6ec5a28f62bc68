import { apartCode, inOneHand, separationProblems } from '../../../src/domain/users/separation';

const CASHIER = 'users.cashierAndBookkeeper';

const at = (collectiveId: string, ...roles: string[]) => roles.map((role) => ({ role, collectiveId }));

describe('what one person is not together', () => {
  const cases: [string, ReturnType<typeof at>, string[]][] = [
    ['nothing', [], []],
    ['the accountant and the cashier', at('v', 'accountant', 'cashier'), ['users.cashierAndBookkeeper']],
    [
      'an agency’s bookkeeper and the cashier',
      at('v', 'cashier', 'bookkeeper'),
      ['users.cashierAndBookkeeper'],
    ],
    ['the accountant here and the cashier there', [...at('v', 'accountant'), ...at('w', 'cashier')], []],
    ['bookkeeper of many', [...at('v', 'bookkeeper'), ...at('w', 'bookkeeper')], []],
    ['a supervisor and the cashier', at('v', 'supervisor', 'cashier'), ['users.supervisorBeside']],
    ['a supervisor and the reporter', at('v', 'reporter', 'supervisor'), ['users.supervisorBeside']],
    ['a supervisor and the leader', at('v', 'leader', 'supervisor'), ['users.supervisorBeside']],
    ['a supervisor here, accountant there', [...at('v', 'supervisor'), ...at('w', 'accountant')], []],
    ['an auditor and the accountant', at('v', 'auditor', 'accountant'), ['users.auditorBeside']],
    ['an auditor and a supervisor', at('v', 'auditor', 'supervisor'), ['users.auditorBeside']],
    ['the leader who reports', at('v', 'leader', 'reporter'), []],
    [
      'three at once',
      at('v', 'accountant', 'cashier', 'supervisor'),
      ['users.cashierAndBookkeeper', 'users.supervisorBeside'],
    ],
  ];
  it.each(cases)('%s', (_what, roles, expected) => {
    const problems = separationProblems(roles);
    expect(problems.map(({ code }) => code)).toEqual(expected);
    expect(separationProblems([...roles].reverse())).toEqual(problems);
  });
});

describe('what one person is not together in the tree of a county', () => {
  const ABOVE: Readonly<Record<string, readonly string[]>> = {
    c: [],
    t: ['c'],
    u: ['c'],
    v: ['t', 'c'],
    w: ['t', 'c'],
  };
  const inTree = (role: string, collectiveId: string) => ({
    ...{ role, collectiveId },
    aboveIds: ABOVE[collectiveId] ?? [],
  });
  const [AUDITOR, OFFICER] = ['users.auditorBeside', 'users.officerBeside'];
  const cases: [string, [role: string, at: string], [role: string, at: string], string | undefined][] = [
    ['auditor and accountant of a village below', ['auditor', 'c'], ['accountant', 'v'], AUDITOR],
    ['auditor and officer of a township below', ['auditor', 'c'], ['township', 't'], AUDITOR],
    ['auditor and officer of the county itself', ['auditor', 'c'], ['county', 'c'], AUDITOR],
    ['auditor and cashier of a village below', ['auditor', 't'], ['cashier', 'w'], AUDITOR],
    ['auditor and officer of the township above', ['auditor', 'v'], ['township', 't'], AUDITOR],
    ['auditor here and accountant there', ['auditor', 'v'], ['accountant', 'w'], undefined],
    ['auditor of both', ['auditor', 'c'], ['auditor', 'v'], undefined],
    ['officer and accountant of a village below', ['township', 't'], ['accountant', 'v'], OFFICER],
    ['officer and agency’s bookkeeper', ['approver', 't'], ['bookkeeper', 'w'], OFFICER],
    ['who reviews and the cashier', ['reviewer', 't'], ['cashier', 'v'], OFFICER],
    ['officer of the county and cashier of a village', ['county', 'c'], ['cashier', 'v'], OFFICER],
    ['officer of the county and accountant of an office', ['county', 'c'], ['accountant', 't'], OFFICER],
    ['officer and accountant of the same office', ['approver', 't'], ['accountant', 't'], OFFICER],
    ['officer of another township', ['township', 'u'], ['accountant', 'v'], undefined],
    ['officer below the office whose books he keeps', ['township', 't'], ['accountant', 'c'], undefined],
    ['officer and leader, who keeps nothing', ['township', 't'], ['leader', 'v'], undefined],
    ['two parts of one office', ['reviewer', 't'], ['approver', 't'], undefined],
    ['cashier and accountant of one village', ['cashier', 'v'], ['accountant', 'v'], CASHIER],
    ['cashier here and accountant there', ['cashier', 'v'], ['accountant', 'w'], undefined],
  ];
  it.each(cases)('%s', (_what, one, other, expected) => {
    expect(apartCode(inTree(...one), inTree(...other))).toBe(expected);
    expect(apartCode(inTree(...other), inTree(...one))).toBe(expected);
  });
});

describe('what one person has together and may not', () => {
  const held = (personId: string, role: string, days: { from?: string; to?: string } = {}) => ({
    ...{ personId, role, collectiveId: 'v', aboveIds: ['t'], from: days.from ?? null, to: days.to ?? null },
  });
  const cases: [string, ReturnType<typeof held>[], string[]][] = [
    ['of one', [held('p', 'accountant'), held('p', 'cashier')], [CASHIER]],
    ['of two', [held('p', 'accountant'), held('q', 'cashier')], []],
    [
      'one after the other',
      [held('p', 'accountant', { to: '2025-06-30' }), held('p', 'cashier', { from: '2025-07-01' })],
      [],
    ],
    [
      'on one same day',
      [held('p', 'accountant', { to: '2025-07-01' }), held('p', 'cashier', { from: '2025-07-01' })],
      [CASHIER],
    ],
    [
      'three, each with each',
      [held('p', 'leader'), held('p', 'supervisor'), held('p', 'cashier')],
      ['users.supervisorBeside', 'users.supervisorBeside'],
    ],
  ];
  it.each(cases)('%s', (_what, roles, expected) => {
    expect(inOneHand(roles).map(({ code }) => code)).toEqual(expected);
  });
});
