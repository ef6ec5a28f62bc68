import { owedOn } from '../../../src/domain/income/owed-on';

describe('income owed on a day', () => {
  const owed = {
    ...{ bookedOn: '2025-02-05', amount: 100n },
    receipts: [
      { receivedOn: '2025-03-31', amount: 30n },
      { receivedOn: '2025-08-01', amount: 40n },
    ],
    cuts: [{ cutOn: '2025-06-30', amount: 10n }],
  };
  it.each<[rule: string, day: string, left: bigint]>([
    ['is nothing before it is booked', '2025-02-04', 0n],
    ['is all of it on the day it is booked', '2025-02-05', 100n],
    ['is all of it the day before something came', '2025-03-30', 100n],
    ['is less what came that day', '2025-03-31', 70n],
    ['is not less what is cut the day after', '2025-06-29', 70n],
    ['is less what was cut that day', '2025-06-30', 60n],
    ['is not less what came the day after', '2025-07-31', 60n],
    ['is less all that came and was cut', '2026-01-01', 20n],
  ])('%s', (_rule, day, left) => {
    expect(owedOn(owed, day)).toBe(left);
  });
});
