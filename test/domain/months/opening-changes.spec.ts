import { openingChanges, type OpenedBalance } from '../../../src/domain/months/opening-changes';

const balance = (code: string, amount: bigint, about = 'pv'): OpenedBalance => ({
  ...{ code, account: `account ${code}`, about, amount },
});
const told = (before: OpenedBalance[], after: OpenedBalance[]) =>
  openingChanges(before, after).map((each) => [each.code, each.about, each.before, each.after, each.change]);

describe('an opening beside the one that takes its place', () => {
  it.each<[rule: string, before: OpenedBalance[], after: OpenedBalance[], rows: unknown[]]>([
    ['tells nothing of two empty ones', [], [], []],
    [
      'says what changes first, in the order of the accounts',
      [balance('102', 100n), balance('151', 300n), balance('322', -400n)],
      [balance('322', -390n), balance('151', 300n), balance('102', 90n)],
      [
        ['102', 'pv', 100n, 90n, -10n],
        ['322', 'pv', -400n, -390n, 10n],
        ['151', 'pv', 300n, 300n, 0n],
      ],
    ],
    [
      'has a row for what only one of them has',
      [balance('112', 5n, 'pv A')],
      [balance('112', 5n, 'pv B')],
      [
        ['112', 'pv A', 5n, 0n, -5n],
        ['112', 'pv B', 0n, 5n, 5n],
      ],
    ],
    [
      'adds up lines of the same balance',
      [balance('102', 40n), balance('102', 60n)],
      [balance('102', 100n)],
      [['102', 'pv', 100n, 100n, 0n]],
    ],
    [
      'sees a balance on the other side',
      [balance('102', 7n)],
      [balance('102', -7n)],
      [['102', 'pv', 7n, -7n, -14n]],
    ],
  ])('%s', (_rule, before, after, rows) => {
    expect(told(before, after)).toEqual(rows);
  });
});
