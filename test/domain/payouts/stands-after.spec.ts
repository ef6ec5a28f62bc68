import type { TracedLine } from '../../../src/domain/ledger/traced-line';
import {
  aroundOf,
  bookedSince,
  outOfListsProblems,
  paidAfter,
} from '../../../src/domain/payouts/stands-after';

/** A line on 211 of a voucher of its own; above zero it takes off what is owed. */
const line = (position: number, amount: bigint, more: Partial<TracedLine> = {}): TracedLine => ({
  ...{ entryId: `v${String(position)}`, lineNumber: 1, position, voucherYear: 2025 },
  ...{ voucherNumber: position, postedOn: '2025-06-01', statementOn: '2025-06-01', summary: '' },
  ...({ ledgerAccount: '211', money: 'dealing', isPayable: true, side: 'debit', amount } as const),
  ...more,
});
const paid = (lines: readonly TracedLine[]): string =>
  paidAfter(aroundOf(lines, lines.at(-1)?.position ?? 0))
    .map(({ entryId }) => entryId)
    .join(' ');

describe('what is owed less once a voucher is booked', () => {
  const [may, june] = [line(1, -100n), line(2, -50n)];
  it.each<[string, TracedLine[], string]>([
    ['the oldest, as far as it goes', [line(3, 100n)], 'v1'],
    ['the next, by a fen', [line(3, 101n)], 'v1 v2'],
    ['nothing, where another debt arises', [line(3, -1n)], ''],
    ['not the debt that is taken back', [line(3, 50n, { reversesId: 'v2' })], ''],
    ['what its payment falls on then', [line(3, 100n), line(4, 100n, { reversesId: 'v1' })], 'v2'],
    [
      'what is moved to another name',
      [line(3, 50n), line(3, -50n, { lineNumber: 2, stream: 'energy' })],
      'v1',
    ],
  ])('%s', (_, booked, found) => {
    expect(paid([may, june, ...booked])).toBe(found);
  });

  it('is asked of every voucher since, in its order', () => {
    const since = bookedSince([may, june, line(3, 1n)], 2);
    expect(since.map(({ around }) => [around.before.length, around.after.length])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });
});

describe('what lists under way leave to be paid beside them', () => {
  const [onList, other] = [line(1, -600n), line(2, -300n)];
  const listed = [{ debtId: 'v1', amount: 600n, list: 'list 1' }];
  const taken = (position: number): TracedLine => line(position, 300n, { reversesId: 'v2' });
  it.each<[string, TracedLine[], { left: bigint } | undefined]>([
    ['all of the other', [line(3, 300n)], undefined],
    ['no fen more', [line(3, 301n)], { left: 300n }],
    ['nothing, once the other was paid and is taken back', [line(3, 300n), taken(4)], { left: 0n }],
    ['as much, where the other is taken back that nobody paid', [taken(3)], undefined],
    ['what comes later', [line(3, 300n), line(4, -10n)], undefined],
  ])('%s', (_, booked, short) => {
    const around = aroundOf([onList, other, ...booked], booked.at(-1)?.position ?? 0);
    const facts = { account: '211', held: 600n, lists: 'list 1', ...short };
    const problems = short === undefined ? [] : [{ code: 'payouts.inFlight', field: 'lines', facts }];
    expect(outOfListsProblems(around, { listed, field: 'lines' })).toEqual(problems);
  });
});
