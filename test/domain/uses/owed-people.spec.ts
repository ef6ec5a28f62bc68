import { owedByPerson, type OwedList } from '../../../src/domain/uses/owed-people';

/** A list of a voucher: who has how many fen on it, and what of it is paid. */
function list(entryId: string, of: Readonly<Record<string, bigint>>, paid = 0n): OwedList {
  const lines = Object.entries(of).map(([memberId, amount]) => ({ memberId, amount }));
  const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
  return { kind: 'posts', entryId, amount, paid, lines };
}

const told = (lists: readonly OwedList[]): string[] =>
  owedByPerson(lists).people.map(
    ({ memberId, owed, paid, unsure }) => `${memberId} ${String(owed)} ${String(paid)} ${String(unsure)}`,
  );

describe('who is owed what', () => {
  it.each([
    ['nothing is paid', [list('may', { li: 32_000n, zhang: 16_533n })], ['li 32000 0 0', 'zhang 16533 0 0']],
    [
      'all of a list is paid',
      [list('may', { li: 32_000n, zhang: 16_533n }, 48_533n)],
      ['li 0 32000 0', 'zhang 0 16533 0'],
    ],
    [
      'a fen of a list is paid',
      [list('may', { li: 32_000n, zhang: 16_533n }, 1n)],
      ['li 0 0 32000', 'zhang 0 0 16533'],
    ],
    [
      'all but a fen is paid',
      [list('may', { li: 32_000n, zhang: 16_533n }, 48_532n)],
      ['li 0 0 32000', 'zhang 0 0 16533'],
    ],
    [
      'one list is paid and the next is not',
      [list('may', { li: 32_000n }, 32_000n), list('june', { li: 30_934n, wu: 1n })],
      ['li 30934 32000 0', 'wu 1 0 0'],
    ],
    ['nobody came', [list('may', { li: 0n, wu: 5n })], ['wu 5 0 0']],
    ['there is no list', [], []],
  ] as const)('%s', (_says, lists, people) => {
    expect(told(lists)).toEqual(people);
  });

  it('comes to what the lists owe, paid in part or not', () => {
    const lists = [
      list('may', { li: 300n, wu: 200n }, 500n),
      list('june', { li: 7n }, 3n),
      list('july', { wu: 9n }),
    ];
    expect(owedByPerson(lists).totals).toEqual({ owed: 9n, paid: 500n, openOfPartly: 4n });
  });

  it('does not go on with a list that is not the sum of its people', () => {
    expect(() => owedByPerson([{ ...list('may', { li: 300n }), amount: 301n }])).toThrow();
  });
});
