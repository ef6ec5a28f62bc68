import { owedByPerson, type OwedList } from '../../../src/domain/uses/owed-people';
import type { PersonsPart } from '../../../src/domain/uses/persons-parts';
import type { DebtState } from '../../../src/domain/uses/debt-standing';

/** A list of a voucher: who has how many fen on it, and what of it is certain. */
function list(
  entryId: string,
  of: Readonly<Record<string, bigint>>,
  at: { readonly state: DebtState; readonly covered?: readonly PersonsPart[] } = { state: 'open' },
): OwedList {
  const lines = Object.entries(of).map(([memberId, amount]) => ({ memberId, amount }));
  const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
  return { kind: 'posts', entryId, amount, standing: { covered: [], ...at }, lines };
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
      [list('may', { li: 32_000n, zhang: 16_533n }, { state: 'paid' })],
      ['li 0 32000 0', 'zhang 0 16533 0'],
    ],
    [
      'nobody knows whether it is',
      [list('may', { li: 32_000n, zhang: 16_533n }, { state: 'unsure' })],
      ['li 0 0 32000', 'zhang 0 0 16533'],
    ],
    [
      'one list is paid and the next is not',
      [list('may', { li: 32_000n }, { state: 'paid' }), list('june', { li: 30_934n, wu: 1n })],
      ['li 30934 32000 0', 'wu 1 0 0'],
    ],
    [
      'somebody had a part of it before',
      [list('may', { li: 300n, wu: 7n }, { state: 'open', covered: [{ memberId: 'li', amount: 200n }] })],
      ['li 100 200 0', 'wu 7 0 0'],
    ],
    ['nobody came', [list('may', { li: 0n, wu: 5n })], ['wu 5 0 0']],
    ['there is no list', [], []],
  ] as const)('%s', (_says, lists, people) => {
    expect(told(lists)).toEqual(people);
  });

  it('says of each line how it stands', () => {
    const covered = [{ memberId: 'li', amount: 200n }];
    const states = (state: DebtState): string[] =>
      owedByPerson([list('may', { li: 300n, wu: 7n }, { state, covered })]).people.flatMap(({ items }) =>
        items.map((item) => item.state),
      );
    expect(states('open')).toEqual(['covered', 'open']);
    expect(states('unsure')).toEqual(['partly', 'partly']);
    expect(states('paid')).toEqual(['paid', 'paid']);
  });

  it('does not go on with a list that is not the sum of its people', () => {
    expect(() => owedByPerson([{ ...list('may', { li: 300n }), amount: 301n }])).toThrow();
  });
});
