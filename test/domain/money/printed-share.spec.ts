import { percentText, printedShare } from '../../../src/domain/money/printed-share';
import { ratio, readRatio } from '../../../src/domain/money/ratio';

describe('a share as it is printed', () => {
  it.each<[part: bigint, whole: bigint, printed: string]>([
    [1n, 3n, '33.33%'],
    [2n, 3n, '66.67%'],
    [1n, 20_000n, '0.01%'],
    [0n, 5n, '0.00%'],
    [7n, 5n, '140.00%'],
  ])('%d of %d is half up: %s', (part, whole, printed) => {
    expect(percentText(printedShare(part, whole) ?? -1n)).toBe(printed);
  });

  // 15 % of 800,000.00 is 120,000.00 to the fen.
  it.each<[part: bigint, printed: string]>([
    [11_999_999n, '14.99%'],
    [12_000_000n, '15.00%'],
    [12_000_001n, '15.00%'],
    [11_999_200n, '14.99%'],
  ])('%d fen of 80,000,000 beside a floor of 15%: %s', (part, printed) => {
    const share = printedShare(part, 80_000_000n, { atLeast: readRatio('15%') });
    expect(percentText(share ?? -1n)).toBe(printed);
  });

  it.each<[part: bigint, printed: string]>([
    [11_999_999n, '15.00%'],
    [12_000_000n, '15.00%'],
    [12_000_001n, '15.01%'],
    [12_008_000n, '15.01%'],
  ])('%d fen of 80,000,000 beside a cap of 15%: %s', (part, printed) => {
    const share = printedShare(part, 80_000_000n, { atMost: readRatio('15%') });
    expect(percentText(share ?? -1n)).toBe(printed);
  });

  it('never reads as its bound where it misses it, whatever the bound', () => {
    let seed = 11;
    const random = (below: number): bigint => BigInt((seed = (seed * 48_271) % 2_147_483_647) % below);
    for (let round = 0; round < 500; round += 1) {
      const whole = 1n + random(1_000_000);
      const part = random(Number(whole) + 1);
      const hundredths = random(10_001);
      const bound = ratio(hundredths, 10_000n);
      const isShort = part * 10_000n < hundredths * whole;
      const isOver = part * 10_000n > hundredths * whole;
      if (isShort) expect(printedShare(part, whole, { atLeast: bound })).toBeLessThan(hundredths);
      if (isOver) expect(printedShare(part, whole, { atMost: bound })).toBeGreaterThan(hundredths);
    }
  });

  it('of nothing is none', () => {
    expect(printedShare(1n, 0n)).toBeUndefined();
  });
});
