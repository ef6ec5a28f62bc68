import { separationProblems } from '../../../src/domain/users/separation';

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
