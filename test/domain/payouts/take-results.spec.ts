import { resultsToTake } from '../../../src/domain/payouts/take-results';

const STATES = new Map([
  [1, 'open'],
  [2, 'open'],
  [3, 'open'],
  [4, 'confirmed'],
  [5, 'returned'],
] as const);
const paid = (number: number) => ({ number, returned: undefined });
const back = (number: number, reason: string) => ({ number, returned: { kind: 'closed' as const, reason } });

describe('taking what a bank says of a list', () => {
  it('gathers what was not paid for the same reason', () => {
    const taken = resultsToTake([paid(1), back(2, 'gone'), back(3, 'gone'), back(5, 'gone')], STATES);
    expect(taken).toEqual({
      paid: [1],
      returned: [{ numbers: [2, 3], kind: 'closed', reason: 'gone' }],
      known: [5],
      problems: [],
    });
  });

  it.each([
    ['what was paid is said to have failed', [back(4, 'gone')], ['payResult.paidBefore line.4']],
    ['what failed is said to be paid', [paid(5), paid(1)], ['payResult.returnedBefore line.5']],
    ['the same answer comes again', [paid(4), back(5, 'gone')], ['payResult.nothingNew file']],
  ])('says that %s', (_, results, codes) => {
    const { problems } = resultsToTake(results, STATES);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});
