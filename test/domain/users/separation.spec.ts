import { auditorProblems, separationProblems } from '../../../src/domain/users/separation';

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

describe('what an auditor is not beside it, in the tree of a county', () => {
  const ABOVE: Readonly<Record<string, readonly string[]>> = {
    c: [],
    t: ['c'],
    v: ['t', 'c'],
    w: ['t', 'c'],
  };
  const inTree = (role: string, collectiveId: string) => ({
    ...{ role, collectiveId },
    aboveIds: ABOVE[collectiveId] ?? [],
  });
  const cases: [string, [role: string, at: string], [role: string, at: string], boolean][] = [
    ['accountant of a village of the county', ['auditor', 'c'], ['accountant', 'v'], true],
    ['officer of a township of the county', ['auditor', 'c'], ['township', 't'], true],
    ['officer of the county itself', ['auditor', 'c'], ['county', 'c'], true],
    ['cashier of a village of the township', ['auditor', 't'], ['cashier', 'w'], true],
    ['officer of the township above the village', ['auditor', 'v'], ['township', 't'], true],
    ['accountant of another village', ['auditor', 'v'], ['accountant', 'w'], false],
    ['auditor of a village, too', ['auditor', 'c'], ['auditor', 'v'], false],
    ['nothing but officer and accountant', ['township', 't'], ['accountant', 'v'], false],
  ];
  it.each(cases)('%s', (_what, one, other, isBarred) => {
    const expected = isBarred ? [{ code: 'users.auditorBeside', field: 'roles' }] : [];
    expect(auditorProblems(inTree(...one), [inTree(...other)])).toEqual(expected);
    expect(auditorProblems(inTree(...other), [inTree(...one)])).toEqual(expected);
  });
});
