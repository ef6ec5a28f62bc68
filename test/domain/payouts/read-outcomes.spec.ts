import { type OutcomeForm, readOutcome } from '../../../src/domain/payouts/read-outcomes';

const form = (typed: Partial<OutcomeForm> = {}): OutcomeForm => ({
  ...{ bankDay: '2025-07-20', lineNumbers: '8', returnKind: '', returnWords: '' },
  ...typed,
});
const codes = (typed: Partial<OutcomeForm>, isReturn: boolean): string[] =>
  readOutcome(form(typed), isReturn).problems.map(({ field, code }) => `${field} ${code}`);

describe('what the bank did, as typed', () => {
  it.each([
    [{}, []],
    [{ returnKind: 'closed' }, ['returnKind payouts.paidWithReason']],
    [{ returnWords: '已销户' }, ['returnWords payouts.paidWithReason']],
    [{ returnWords: ' ' }, []],
  ])('is no payment where it says why it came back: %j', (typed, found) => {
    expect(codes(typed, false)).toEqual(found);
  });

  it.each([
    ['8', [8]],
    ['２、５', [2, 5]],
    ['2, 2 100000', [2, 100_000]],
    ['1e0', undefined],
    ['0x1', undefined],
    ['0', undefined],
    ['2.0', undefined],
    ['1234567', undefined],
  ])('knows lines by their numbers alone: %s', (lineNumbers, numbers) => {
    const { read, problems } = readOutcome(form({ lineNumbers }), false);
    expect(problems.map(({ code }) => code)).toEqual(numbers === undefined ? ['payouts.lineNumbers'] : []);
    if (numbers !== undefined) expect(read.numbers).toEqual(numbers);
  });

  it('says why where the money came back', () => {
    expect(codes({}, true)).toEqual(['returnKind form.missing']);
    expect(codes({ returnKind: 'closed', returnWords: '已销户' }, true)).toEqual([]);
  });
});
