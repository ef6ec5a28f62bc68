import {
  barredKin,
  type Kin,
  KIN_KINDS,
  type KinKind,
  kinProblems,
  type PersonsRole,
} from '../../../src/domain/users/near-relatives';

const kin = (kind: KinKind = 'spouse', persons: Kin['persons'] = ['an', 'bo']): Kin => ({ persons, kind });
const held = (personId: string, role: string, wish: Partial<PersonsRole> = {}): PersonsRole => ({
  ...{ personId, role, collectiveId: 'village', from: '2025-07-01', to: null, ...wish },
});
const codesOf = (roles: readonly PersonsRole[], known: readonly Kin[] = [kin()]): string[] =>
  barredKin(roles, known).map(({ code }) => code);

describe('what near relatives are not together in one village', () => {
  const pairs: [one: string, other: string, codes: string[]][] = [
    ['supervisor', 'accountant', ['users.supervisorKin']],
    ['supervisor', 'bookkeeper', ['users.supervisorKin']],
    ['supervisor', 'cashier', ['users.supervisorKin']],
    ['supervisor', 'reporter', ['users.supervisorKin']],
    ['supervisor', 'leader', ['users.supervisorKin']],
    ['leader', 'leader', ['users.councilKin']],
    // Of these the law says nothing: one person may not, relatives may.
    ['supervisor', 'supervisor', []],
    ['cashier', 'accountant', []],
    ['leader', 'accountant', []],
    ['auditor', 'leader', []],
  ];
  it.each(pairs)('%s and %s, whoever of both is which', (one, other, codes) => {
    expect(codesOf([held('an', one), held('bo', other)])).toEqual(codes);
    expect(codesOf([held('an', other), held('bo', one)])).toEqual(codes);
    expect(codesOf([held('an', one), held('bo', other)], [kin('spouse', ['bo', 'an'])])).toEqual(codes);
  });

  it.each(KIN_KINDS)('by every relation that the law names: %s', (kind) => {
    const roles = [held('an', 'supervisor'), held('bo', 'cashier')];
    expect(barredKin(roles, [kin(kind)])).toEqual([{ code: 'users.supervisorKin', kind, roles }]);
  });

  const may: [what: string, roles: PersonsRole[], known: Kin[]][] = [
    ['strangers', [held('an', 'supervisor'), held('bo', 'cashier')], []],
    ['relatives of others', [held('an', 'leader'), held('bo', 'leader')], [kin('sibling', ['an', 'cao'])]],
    [
      'relatives in two villages',
      [held('an', 'supervisor'), held('bo', 'cashier', { collectiveId: 'other' })],
      [kin()],
    ],
    [
      'relatives one after the other',
      [held('an', 'leader', { to: '2025-08-31' }), held('bo', 'leader', { from: '2025-09-01' })],
      [kin()],
    ],
    ['one person alone', [held('an', 'leader'), held('an', 'leader', { from: '2025-09-01' })], [kin()]],
  ];
  it.each(may)('but %s may', (_what, roles, known) => {
    expect(codesOf(roles, known)).toEqual([]);
  });

  it('on a single day that both have', () => {
    const until = held('an', 'leader', { to: '2025-09-01' });
    expect(codesOf([until, held('bo', 'leader', { from: '2025-09-01' })])).toEqual(['users.councilKin']);
  });

  it('is told of every pair', () => {
    const roles = [
      held('an', 'supervisor'),
      held('bo', 'cashier'),
      held('bo', 'leader'),
      held('cao', 'leader'),
    ];
    const known = [kin(), kin('sibling', ['cao', 'bo'])];
    expect(codesOf(roles, known)).toEqual(['users.supervisorKin', 'users.supervisorKin', 'users.councilKin']);
  });
});

describe('that two are near relatives, as it is typed', () => {
  const typed = { kinSince: '2025-07-10', kinPaper: 'register, page 3' };
  const asked: [what: string, wish: object, persons: Kin['persons'], codes: string[]][] = [
    ['whole', {}, ['an', 'cao'], []],
    ['of one person with two accounts', {}, ['an', 'an'], ['users.kinSelf']],
    ['known already, the other way round', {}, ['bo', 'an'], ['users.kinKnown']],
    ['of a wedding to come', { kinSince: '2025-07-11' }, ['an', 'cao'], ['users.kinAhead']],
    ['on no paper', { kinPaper: ' ' }, ['an', 'cao'], ['form.missing']],
    [
      'with a number of a person',
      { kinPaper: 'id 11010519491231002X' },
      ['an', 'cao'],
      ['form.privateNumber'],
    ],
  ];
  it.each(asked)('%s', (_what, wish, persons, codes) => {
    const problems = kinProblems({ ...typed, ...wish }, persons, { known: [kin()], today: '2025-07-10' });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
