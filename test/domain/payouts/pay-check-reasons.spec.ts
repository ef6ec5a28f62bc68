import { reasonOf, unanswered } from '../../../src/domain/payouts/pay-check-reasons';

describe('reasons with which a pay list goes on', () => {
  it('are waited for of each kind that asks, and only of these', () => {
    const open = (reason: string) =>
      unanswered([
        { grade: 'ask' as const, code: 'payCheck.officer', reason },
        { grade: 'tell' as const, code: 'payCheck.accountShared', reason },
        { grade: 'stop' as const, code: 'payCheck.diedBefore', reason },
      ]).map(({ code }) => code);
    expect(open(' ')).toEqual(['payCheck.officer']);
    expect(open('村民代表会议评上的')).toEqual([]);
  });

  it('are taken for the people about whom was asked, and an older one for the whole list', () => {
    const given = (about: string[] | undefined) => ({
      ...{ reason: ' by the assembly', about: about === undefined ? undefined : new Set(about) },
    });
    const both = { memberIds: ['wang', 'zhao'] };
    expect(reasonOf(both, undefined)).toBe('');
    expect(reasonOf(both, given(['wang']))).toBe('');
    expect(reasonOf(both, given(['wang', 'zhao', 'qian']))).toBe('by the assembly');
    expect(reasonOf(both, given(undefined))).toBe('by the assembly');
  });
});
