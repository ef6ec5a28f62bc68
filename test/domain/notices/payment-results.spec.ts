import { type NamedList, paymentResultsNotice } from '../../../src/domain/notices/payment-results';
import type { ReturnKind } from '../../../src/domain/payouts/read-outcomes';
import type { SentLine } from '../../../src/domain/payouts/sent-lists';

const JULY = { from: '2025-07-01', to: '2025-07-31' };

/** So many people's parts of one debt, each of so much; what the bank said of them and when. */
const parts = (
  debtId: string,
  people: readonly string[],
  amount: bigint,
  ...results: { on: string; returned?: ReturnKind }[]
): SentLine[] => people.map((memberId) => ({ debtId, memberId, amount, results }));

const list = (number: number, sentOn: string, lines: readonly SentLine[]): NamedList => ({
  ...{ year: 2025, number, name: `2025-${String(number)}`, channel: 'card', sentOn, lines },
});

const THREE = ['a', 'b', 'c'];

describe('what was paid and what came back, of some days', () => {
  it('is nothing at all where nothing was sent', () => {
    const { sums, tables } = paymentResultsNotice([], JULY);
    expect(sums).toEqual({ before: '0', sent: '0', ended: '0', waiting: '0' });
    expect(Object.values(tables).map(({ rows, totals }) => [rows, totals])).toEqual(
      Array.from({ length: 5 }, () => [[], { amount: '0' }]),
    );
  });

  it.each([
    // sent, paid → before, sent, ended, waiting
    ['sent and paid within', '2025-07-01', '2025-07-31', ['0', '300', '300', '0']],
    ['sent the day before, paid on the first day', '2025-06-30', '2025-07-01', ['300', '0', '300', '0']],
    ['sent and paid the day before', '2025-06-30', '2025-06-30', ['0', '0', '0', '0']],
    ['sent on the last day, paid the day after', '2025-07-31', '2025-08-01', ['0', '300', '0', '300']],
    ['sent long before, paid long after', '2025-05-01', '2025-09-01', ['300', '0', '0', '300']],
    ['sent the day after', '2025-08-01', '2025-08-02', ['0', '0', '0', '0']],
    ['sent within, no word of the bank', '2025-07-10', undefined, ['0', '300', '0', '300']],
  ])('counts on the days of sending and of the bank: %s', (_, sentOn, on, expected) => {
    const lines = parts('debt', THREE, 100n, ...(on === undefined ? [] : [{ on }]));
    const { before, sent, ended, waiting } = paymentResultsNotice([list(1, sentOn, lines)], JULY).sums;
    expect([before, sent, ended, waiting]).toEqual(expected);
  });

  it('tells each list what was sent, each use what was paid, each reason what came back', () => {
    const lines = [
      ...parts('posts', THREE, 60_000n, { on: '2025-07-12' }),
      ...parts('aid', ['d', 'e', 'f', 'g'], 1_000n, { on: '2025-07-12' }),
      ...parts('aid', ['h', 'i', 'j'], 1_000n, { on: '2025-07-13', returned: 'closed' }),
      ...parts('aid', ['k'], 1_000n),
    ];
    const { tables, sums } = paymentResultsNotice([list(3, '2025-07-10', lines)], JULY);
    const at = { list: '2025-3' };
    expect(tables['sent']?.rows).toEqual([
      { ...at, day: '2025-07-10', channel: 'card', people: 11, amount: '188000' },
    ]);
    expect(tables['paid']?.rows).toEqual([
      // One person waits: what was sent less the others would tell it.
      { ...at, day: '2025-07-12', entry: 'posts', amount: '180000' },
      { ...at, day: '2025-07-12', entry: 'aid', people: 4, amount: '4000' },
    ]);
    expect(tables['returned']?.rows).toEqual([
      { ...at, day: '2025-07-13', reason: 'closed', people: 3, amount: '3000' },
    ]);
    // 184,000 paid + 3,000 back = 187,000; 1,000 of one person waits.
    expect(sums).toEqual({ before: '0', sent: '188000', ended: '187000', waiting: '1000' });
    expect(tables['waiting']?.rows).toEqual([{ ...at, day: '2025-07-10', amount: '1000' }]);
  });

  it('tells of fewer than three people neither what for, nor why, nor how many', () => {
    const lines = [
      ...parts('posts', ['a', 'b'], 60_000n, { on: '2025-07-12' }),
      ...parts('aid', ['c'], 1_000n, { on: '2025-07-12' }),
      ...parts('aid', ['d'], 1_000n, { on: '2025-07-12', returned: 'frozen' }),
      ...parts('aid', ['e'], 1_000n, { on: '2025-07-12', returned: 'closed' }),
    ];
    const { tables } = paymentResultsNotice([list(1, '2025-07-10', lines)], JULY);
    const at = { list: '2025-1', day: '2025-07-12' };
    expect(tables['paid']?.rows).toEqual([{ ...at, amount: '121000' }]);
    expect(tables['returned']?.rows).toEqual([{ ...at, reason: 'few', amount: '2000' }]);
  });

  it('leaves no number of few people to be worked out from the others', () => {
    const people = Array.from({ length: 12 }, (_, place) => `p${String(place)}`);
    const lines = [
      ...parts('aid', people.slice(0, 1), 32_000n, { on: '2025-07-12', returned: 'closed' }),
      ...parts('aid', people.slice(1), 32_000n),
    ];
    const { tables } = paymentResultsNotice([list(2, '2025-07-10', lines)], JULY);
    expect(tables['sent']?.rows.map(({ people: told }) => told)).toEqual([12]);
    expect(tables['returned']?.rows.map(({ people: told }) => told)).toEqual([undefined]);
    expect(tables['waiting']?.rows.map(({ people: told }) => told)).toEqual([undefined]);
  });

  it('counts a person with parts of two debts once', () => {
    const lines = [
      ...parts('posts', ['a', 'b'], 100n, { on: '2025-07-12' }),
      ...parts('aid', ['a', 'b'], 50n, { on: '2025-07-12' }),
    ];
    const { tables } = paymentResultsNotice([list(1, '2025-07-10', lines)], JULY);
    expect(tables['paid']?.rows).toEqual([{ list: '2025-1', day: '2025-07-12', amount: '300' }]);
    expect(tables['sent']?.rows[0]).not.toHaveProperty('people');
  });

  it('leaves what was paid paid where it came back later, and tells it apart', () => {
    const lines = parts('posts', THREE, 100n, { on: '2025-06-20' }, { on: '2025-07-02', returned: 'closed' });
    const { tables, sums } = paymentResultsNotice([list(1, '2025-06-10', lines)], JULY);
    expect(sums).toEqual({ before: '0', sent: '0', ended: '0', waiting: '0' });
    expect(tables['gaveBack']).toEqual({
      rows: [{ list: '2025-1', day: '2025-07-02', reason: 'closed', people: 3, amount: '300' }],
      totals: { amount: '300' },
    });
  });
});
