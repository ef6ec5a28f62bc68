import {
  markOfTurn,
  markWithoutTurn,
  requireUndoable,
  requireWithdrawable,
  sealedWith,
  withdrawalReasonProblems,
} from '../../../src/domain/ledger/bank-withdrawal';
import type { DomainError } from '../../../src/domain/shared/domain-error';

const taken = (id: string, from: string, through: string) => ({
  ...{ id, from, through },
  importedAt: `2025-07-0${id}T08:00:00Z`,
});
const MAY = taken('2', '2025-05-01', '2025-05-31');
const JUNE = taken('1', '2025-06-01', '2025-06-30');
const seal = (month: string, day: string) => ({ month, sealedAt: `2025-07-${day}T09:00:00Z` });

interface Case {
  rule: string;
  id: string;
  standing: (typeof JUNE)[];
  seals: ReturnType<typeof seal>[];
  refused?: string;
}

const refusedBy = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return '';
};

describe('the withdrawal of a bank statement', () => {
  it.each<Case>([
    { rule: 'the only one', id: '1', standing: [JUNE], seals: [] },
    {
      rule: 'the last one taken over, though its days come first',
      id: '2',
      standing: [MAY, JUNE],
      seals: [],
    },
    {
      ...{ rule: 'an earlier one while a later one rests on it', id: '1', standing: [MAY, JUNE], seals: [] },
      refused: 'bank.laterStatement',
    },
    {
      ...{ rule: 'one that is not there or was withdrawn', id: '9', standing: [JUNE], seals: [] },
      refused: 'bank.statementUnknown',
    },
    {
      ...{
        rule: 'one whose month was sealed with it',
        id: '1',
        standing: [JUNE],
        refused: 'bank.statementSealed',
      },
      seals: [seal('2025-06', '20')],
    },
    {
      ...{ rule: 'one that came after its month was sealed', id: '2', standing: [MAY] },
      seals: [seal('2025-05', '01')],
    },
    {
      ...{ rule: 'one beside a sealed month of other days', id: '1', standing: [JUNE] },
      seals: [seal('2025-05', '20'), seal('2025-07', '20')],
    },
  ])('judges $rule', ({ id, standing, seals, refused = '' }) => {
    expect(refusedBy(() => requireWithdrawable(id, { standing, seals }))).toBe(refused);
  });

  it('names the first month that was sealed with it', () => {
    const half = taken('1', '2025-01-01', '2025-06-30');
    expect(sealedWith(half, [seal('2025-01', '20'), seal('2025-02', '21')])).toBe('2025-01');
  });

  it('leaves a match with the month that was sealed with it', () => {
    const match = taken('1', '2025-05-31', '2025-06-02');
    expect(refusedBy(() => requireUndoable(match, [seal('2025-06', '20')]))).toBe('bank.matchSealed');
    expect(refusedBy(() => requireUndoable(match, [seal('2025-05', '20')]))).toBe('bank.matchSealed');
    expect(refusedBy(() => requireUndoable(match, [seal('2025-04', '20')]))).toBe('');
  });

  it.each([
    { reason: ' ', codes: ['form.missing'] },
    { reason: 'that of 13800138000', codes: ['form.privateNumber'] },
    { reason: 'the account of another village', codes: [] },
  ])('asks why: "$reason"', ({ reason, codes }) => {
    expect(withdrawalReasonProblems(reason).map(({ code }) => code)).toEqual(codes);
  });

  it('keeps what is taken over again apart from what was withdrawn, and knows it again', () => {
    const kept = [0, 1, 2].map((before) => markOfTurn('ab12', before));
    expect(kept).toEqual(['ab12', 'ab12~2', 'ab12~3']);
    expect(kept.map(markWithoutTurn)).toEqual(['ab12', 'ab12', 'ab12']);
  });
});
