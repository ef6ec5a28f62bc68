import { type AccessLine, type AccessRefusal, accessRefusal } from '../../src/features/users/access';
import type { Actor, HeldRole } from '../../src/platform/http/actor';

const village = { collectiveId: 'v1', ancestorIds: ['t1', 'c1'] };
const accountant: HeldRole = { role: 'accountant', collectiveId: 'v1' };
const county: HeldRole = { role: 'county', collectiveId: 'c1' };
const officer: HeldRole = { role: 'township', collectiveId: 't1' };

function actor(...roles: HeldRole[]): Actor {
  return { userId: 'u', displayName: 'U', officeId: 'v1', roles };
}

const everyone: AccessLine = { who: 'public' };
const signedIn: AccessLine = { who: 'signed-in' };
const books: AccessLine = { who: ['accountant'], scope: 'collective' };
const both: AccessLine = { who: ['accountant', 'township'], scope: 'collective' };
const rules: AccessLine = { who: ['accountant', 'township', 'county'], scope: 'collective' };
const own: AccessLine = { who: ['county'], scope: 'collective' };
const alone: AccessLine = { who: ['county', 'approver'], scope: 'office' };
const anywhere: AccessLine = { who: ['township'] };

describe('who may enter', () => {
  const cases: [string, AccessLine, Actor | undefined, AccessRefusal | undefined][] = [
    ['everyone enters a public page', everyone, undefined, undefined],
    ['nobody unknown enters where a log-in is asked', signedIn, undefined, 'users.notLoggedIn'],
    ['a person without any role enters where a log-in is enough', signedIn, actor(), undefined],
    ['not logged in is said before the wrong role', books, undefined, 'users.notLoggedIn'],
    [
      'the wrong role is said before the wrong place',
      books,
      actor({ role: 'township', collectiveId: 'x' }),
      'access.otherRole',
    ],
    ['an accountant enters the own books', books, actor(accountant), undefined],
    [
      "an accountant of an office does not reach a village's books",
      books,
      actor({ ...accountant, collectiveId: 't1' }),
      'access.otherCollective',
    ],
    [
      'an accountant of two villages enters both',
      books,
      actor({ ...accountant, collectiveId: 'v2' }, accountant),
      undefined,
    ],
    ['a township officer does not write books', books, actor(officer), 'access.otherRole'],
    ['a township officer looks at a village below', both, actor(officer), undefined],
    [
      'a township officer elsewhere does not',
      both,
      actor({ ...officer, collectiveId: 't2' }),
      'access.otherCollective',
    ],
    ['a county officer looks at what holds in a village below', rules, actor(county), undefined],
    ['a county officer does not look at its books', both, actor(county), 'access.otherRole'],
    ['a township officer does not enter what holds in the county', own, actor(officer), 'access.otherRole'],
    [
      'an auditor of a township reads a village below',
      { who: ['auditor'], scope: 'collective' },
      actor({ role: 'auditor', collectiveId: 't1' }),
      undefined,
    ],
    [
      'an auditor of a village reads no other',
      { who: ['auditor'], scope: 'collective' },
      actor({ role: 'auditor', collectiveId: 'v2' }),
      'access.otherCollective',
    ],
    [
      'an approver reaches a village below',
      { who: ['approver'], scope: 'collective' },
      actor({ role: 'approver', collectiveId: 't1' }),
      undefined,
    ],
    [
      'a leader of an office reaches no village below',
      { who: ['leader'], scope: 'collective' },
      actor({ role: 'leader', collectiveId: 't1' }),
      'access.otherCollective',
    ],
    [
      'a county officer does no work of an office below for it',
      alone,
      actor(county),
      'access.otherCollective',
    ],
    ['a role held anywhere is enough without a place', anywhere, actor(officer), undefined],
  ];
  it.each(cases)('%s', (_rule, line, who, expected) => {
    expect(accessRefusal(line, who, village)).toBe(expected);
  });

  it('lets an officer do what is of the very office', () => {
    const there = { collectiveId: 'c1', ancestorIds: [] };
    expect(accessRefusal(alone, actor(county), there)).toBeUndefined();
    expect(accessRefusal(alone, actor(county), undefined)).toBe('access.otherCollective');
  });

  it('refuses a line with a place where the address names none', () => {
    expect(accessRefusal(books, actor(accountant), undefined)).toBe('access.otherCollective');
  });
});
