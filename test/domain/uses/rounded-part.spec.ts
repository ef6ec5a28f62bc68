import { wageOf, wageQuotient } from '../../../src/domain/uses/attendance';
import { roundedPart } from '../../../src/domain/uses/rounded-part';

describe('what was rounded of a part', () => {
  // 600.00 ÷ 31 × 20 = 387.0967…; 600.00 ÷ 30 × 20 = 400.00; 80.01 × 0.5 = 40.005.
  it.each([
    [{ standard: 600_00n, monthDays: 31, halfDays: 40, every: 'month' }, 387_10n, '21/31 up'],
    [{ standard: 600_00n, monthDays: 31, halfDays: 2, every: 'month' }, 19_35n, '15/31 down'],
    [{ standard: 600_00n, monthDays: 30, halfDays: 40, every: 'month' }, 400_00n, ''],
    [{ standard: 80_01n, monthDays: 31, halfDays: 1, every: 'day' }, 40_01n, '1/2 up'],
  ] as const)('%j', (line, wage, told) => {
    const { product, divisor } = wageQuotient(line);
    const rounded = roundedPart(product, divisor);
    expect(wageOf(line)).toBe(wage);
    expect(rounded === undefined ? '' : `${rounded.cut} ${rounded.up ? 'up' : 'down'}`).toBe(told);
  });
});
