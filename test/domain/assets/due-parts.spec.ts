import { type DuePart, owedParts, raisedParts } from '../../../src/domain/assets/due-parts';

const DAYS = ['2024-12-22', '2026-01-01', '2027-01-01'];
const told = (parts: readonly DuePart[]): string[] =>
  parts.map(({ dueOn, amount }) => `${dueOn} ${String(amount)}`);

describe('a rent that was changed after its payment was due', () => {
  it.each<[rule: string, rents: bigint[], parts: string[]]>([
    [
      'is due with its payment as far as it was agreed then',
      [100n, 130n],
      ['2024-12-22 100', '2026-01-01 30'],
    ],
    ['wholly where it was lowered', [100n, 80n], ['2024-12-22 80']],
    ['wholly where it stayed', [100n, 100n], ['2024-12-22 100']],
    ['and what was raised and lowered again is never due', [100n, 130n, 100n], ['2024-12-22 100']],
    [
      'but what was lowered first comes with the raise',
      [100n, 80n, 120n],
      ['2024-12-22 80', '2027-01-01 40'],
    ],
    ['each raise by its own day', [100n, 130n, 131n], ['2024-12-22 100', '2026-01-01 30', '2027-01-01 1']],
    ['all of it on the day of the change where nothing was to be paid', [0n, 30n], ['2026-01-01 30']],
  ])('%s', (_rule, rents, parts) => {
    const days = DAYS.slice(0, rents.length);
    expect(told(raisedParts(days, (later) => rents[rents.length - 1 - later.length] ?? 0n))).toEqual(parts);
  });

  it.each<[rule: string, owed: bigint, parts: string[]]>([
    ['nothing', 0n, []],
    ['all of it', 130n, ['2024-12-22 100', '2026-01-01 30']],
    ['what was due first, less what came', 31n, ['2024-12-22 1', '2026-01-01 30']],
    ['the raise alone once the rest has come', 30n, ['2026-01-01 30']],
    ['the last fen', 1n, ['2026-01-01 1']],
    ['more than it came to then, on the day of the whole', 131n, ['2026-01-01 131']],
  ])('is owed by the day of each part: %s', (_rule, owed, parts) => {
    const raised = [
      { dueOn: '2024-12-22', amount: 100n },
      { dueOn: '2026-01-01', amount: 30n },
    ];
    expect(told(owedParts({ dueOn: '2026-01-01', raised }, owed))).toEqual(parts);
  });

  it('is owed on its day where nothing changed', () => {
    expect(told(owedParts({ dueOn: '2024-12-22' }, 7n))).toEqual(['2024-12-22 7']);
  });
});
