import { labourQuestions } from '../../../src/domain/uses/labour-questions';
import type { Worker } from '../../../src/domain/uses/labour-rows';

describe('who is paid on a labour sheet, and for how much', () => {
  const terms = { leastAge: 16, mostAge: 60, dayAsksAbove: '500' };
  const asked = (change: Partial<Worker>, rate = 12_000n, why = '') => {
    const usual = { age: 40, labour: 'able', officerRelation: 'none' } as const;
    const worker = (memberNumber: number): Worker => ({
      ...{ memberId: `m${String(memberNumber)}`, memberNumber, name: '', status: undefined, ...usual },
    });
    const workers = [{ ...worker(1), ...change }, worker(2)];
    const lines = [
      { memberId: 'm1', rate },
      { memberId: 'm2', rate: 12_000n },
    ];
    const { problems, kept } = labourQuestions({ lines, workers, terms, why });
    return [problems.map(({ code, field, facts }) => [code, field, facts?.['numbers']]), kept];
  };
  const asks = (code: string) => [[[code, 'labourWhy', ['1']]], ''];

  it.each<[change: Partial<Worker>, rate: bigint, found: unknown]>([
    [{ age: 15 }, 12_000n, [[['works.tooYoung', 'labourRows', ['1']]], '']],
    [{ age: 16 }, 12_000n, [[], '']],
    [{ age: 60 }, 12_000n, [[], '']],
    [{ age: 61 }, 12_000n, asks('works.tooOld')],
    [{ labour: 'none' }, 12_000n, asks('works.cannotWork')],
    [{ labour: 'weak' }, 12_000n, [[], '']],
    [{ officerRelation: 'officer' }, 12_000n, asks('works.officer')],
    [{ officerRelation: 'spouse' }, 12_000n, [[], '']],
    [{}, 50_000n, [[], '']],
    [{}, 50_001n, asks('works.muchPay')],
  ])('%j at %d fen a day', (change, rate, found) => {
    expect(asked(change, rate)).toEqual(found);
  });

  it('are gone by with a reason that says something, a child with none', () => {
    expect(asked({ age: 61 }, 12_000n, '好')).toEqual([
      [['policy.reasonTooShort', 'labourWhy', undefined]],
      '',
    ]);
    expect(asked({ age: 61 }, 12_000n, '他只看门')).toEqual([[], '他只看门']);
    expect(asked({ age: 9 }, 12_000n, '他只看门')).toEqual([[['works.tooYoung', 'labourRows', ['1']]], '']);
    // Nothing asked: nothing is kept.
    expect(asked({}, 12_000n, '他只看门')).toEqual([[], '']);
  });
});
