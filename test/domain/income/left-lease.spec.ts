import type { LeaseTerms } from '../../../src/domain/assets/lease';
import { rentDues } from '../../../src/domain/assets/lease-schedule';
import { termsUntilLeft } from '../../../src/domain/income/left-lease';

/** 150,000 a year for three years, paid on the first day of each. */
const LEASE: LeaseTerms = {
  ...{ firstOn: '2025-07-01', lastOn: '2028-06-30', type: 'fixed', perMonths: 12, everyMonths: 12 },
  ...{ rates: [{ from: '2025-07-01', value: '150000.00' }], due: { rule: 'afterStart', days: 0 } },
};
const due = (leftOn: string | undefined, coversTo: string[] = [], terms = LEASE) => {
  const until = termsUntilLeft(
    terms,
    { leftOn },
    coversTo.map((day) => ({ coversTo: day })),
  );
  return rentDues(until, terms.lastOn).map(({ to, amount }) => [to, amount]);
};

describe('a contract whose asset has left', () => {
  it('asks for the days until then, and for none after', () => {
    expect(due('2025-07-14')).toEqual([['2025-07-14', 575_342n]]);
    expect(due('2026-06-30').map(([to]) => to)).toEqual(['2025-12-31', '2026-06-30']);
  });

  it.each<
    [rule: string, leftOn: string | undefined, coversTo: string[], last: string | undefined, count: number]
  >([
    ['the asset is there', undefined, [], '2028-06-30', 6],
    ['it left after the last day', '2028-07-01', [], '2028-06-30', 6],
    ['it left on the last day', '2028-06-30', [], '2028-06-30', 6],
    ['days after it are booked', '2025-07-14', ['2025-12-31'], '2025-12-31', 1],
    ['all booked days are before it', '2026-01-05', ['2025-12-31'], '2026-01-05', 2],
    ['it left before the first day', '2025-06-30', [], undefined, 0],
  ])('is due up to the right day where %s', (_rule, leftOn, coversTo, last, count) => {
    const dues = due(leftOn, coversTo);
    expect([dues.at(-1)?.[0], dues.length]).toEqual([last, count]);
  });

  it('keeps no renewal that was to begin after it', () => {
    const renewed = { ...LEASE, renewedFrom: ['2026-07-01', '2027-07-01'] };
    expect(termsUntilLeft(renewed, { leftOn: '2026-12-31' }, []).renewedFrom).toEqual(['2026-07-01']);
  });
});
