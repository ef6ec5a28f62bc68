import type { Unit } from '../../../src/domain/policy/pack-words';
import { valueInUnit } from '../../../src/domain/policy/value-in-unit';

describe('a local number in its unit', () => {
  const cases: [Unit, string, string | undefined][] = [
    ['share', '60%', '0.6'],
    ['share', '2.9%', '0.029'],
    ['share', '６０％', '0.6'],
    ['share', '0.60', '0.60'],
    ['share', '100%', '1'],
    ['share', '0%', '0'],
    ['share', '100.01%', undefined],
    ['share', '60', undefined],
    ['share', '-1%', undefined],
    ['yuan', '716', '716.00'],
    ['yuan', '1,260.5', '1260.50'],
    ['yuan', '-1', undefined],
    ['yuan', '1.234', undefined],
    ['days', '90', '90'],
    ['days', '90.5', undefined],
    ['months', 'six', undefined],
    ['count', '1.3', '1.3'],
    ['count', '1e3', undefined],
    ['day', '2025-02-28', '2025-02-28'],
    ['day', '2025-02-29', undefined],
  ];
  it.each(cases)('%s: %s is %s', (unit, typed, value) => {
    expect(valueInUnit(typed, unit)).toBe(value);
  });
});
