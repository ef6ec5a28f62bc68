import type { SurplusSplit } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse, Take } from '../../../src/domain/distribution/split-use';
import type { Stated } from '../../../src/domain/distribution/stated-amount';
import { readRatio } from '../../../src/domain/money/ratio';

export const REST = { kind: 'rest' } as const;
export const fixed = (amount: bigint): Stated => ({ kind: 'fixed', amount });
export const share = (text: string, amount: bigint | undefined, of = 'after_deductions'): Stated => ({
  kind: 'share',
  share: readRatio(text),
  whole: { of, amount },
});
export const missing = (...numbers: string[]): Stated => ({ kind: 'missing', missing: numbers });
export const dues = (...amounts: bigint[]): Take => ({
  kind: 'dues',
  dues: amounts.map((amount, index) => ({ key: `d${String(index + 1)}`, amount, first: false })),
});
export const use = (id: string, take: Take, more: Partial<SplitUse> = {}): SplitUse => ({
  id,
  name: id,
  order: 1,
  take,
  ...more,
});
export const amounts = ({ parts }: SurplusSplit): Record<string, bigint> =>
  Object.fromEntries(parts.map((part) => [part.use.id, part.amount]));
export const codes = ({ problems }: SurplusSplit): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);
