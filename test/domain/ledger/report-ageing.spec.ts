import { CounterpartyNames, partyOf } from '../../../src/domain/ledger/counterparty';
import {
  agesFrom,
  ageing,
  type AgeingLine,
  isOfUnknownAge,
  sortAgeing,
} from '../../../src/domain/ledger/report-ageing';

const names = new CounterpartyNames(new Map([['id-li', 'Li']]));

let entry = 0;
type Wish = Pick<AgeingLine, 'on' | 'amount'> & { who?: string; asset?: string; stream?: string };
function line({ on, amount, who, asset, stream }: Wish): AgeingLine {
  entry += 1;
  const named = names.byId({
    ...(who === undefined ? {} : { counterparty: who }),
    ...(asset === undefined ? {} : { assetId: asset }),
    ...(stream === undefined ? {} : { stream }),
  });
  const side = amount < 0n ? 'credit' : 'debit';
  const of = { entryId: `e${String(entry)}`, ledgerAccount: '112', side, on, isOfUnknownAge: false } as const;
  return { ...of, amount: amount < 0n ? -amount : amount, key: JSON.stringify(named), party: partyOf(named) };
}

const rowsOf = (lines: AgeingLine[]): string[] =>
  ageing(lines, '2025-07-31', [30]).map(
    ({ party, balance, parts, concerns, oldestOn }) =>
      `${party} ${String(balance)} [${parts.join(' ')}] ${String(concerns.length)} ${oldestOn}`,
  );

/** 往来账龄: one row for each with whom something is open. */
describe('the ageing of what is owed', () => {
  it.each<{ rule: string; lines: Wish[]; rows: string[] }>([
    {
      rule: 'settles by id what older books hold by name',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'Li' },
        { on: '2025-07-20', amount: -300n, who: 'id-li' },
      ],
      rows: [],
    },
    {
      rule: 'is one row of one counterparty, whatever its debts are for',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'Li', asset: 'hall', stream: 'rent' },
        { on: '2025-07-10', amount: 50n, who: 'id-li', asset: 'store', stream: 'rent' },
      ],
      rows: ['{"counterparty":"id-li"} 350 [50 300] 2 2025-01-10'],
    },
    {
      rule: 'settles first what a payment names, not what is older',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'id-li', asset: 'hall', stream: 'rent' },
        { on: '2025-07-10', amount: 50n, who: 'id-li', asset: 'store', stream: 'rent' },
        { on: '2025-07-11', amount: -50n, who: 'id-li', asset: 'store', stream: 'rent' },
      ],
      rows: ['{"counterparty":"id-li"} 300 [0 300] 1 2025-01-10'],
    },
    {
      rule: 'settles with a payment that names nothing the oldest of the same one',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'id-li', asset: 'hall', stream: 'rent' },
        { on: '2025-07-10', amount: 50n, who: 'id-li', asset: 'store', stream: 'rent' },
        { on: '2025-07-11', amount: -310n, who: 'Li' },
      ],
      rows: ['{"counterparty":"id-li"} 40 [40 0] 1 2025-07-10'],
    },
    {
      rule: 'shows what was paid too much as owed to them',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'id-li', asset: 'hall' },
        { on: '2025-07-11', amount: -301n, who: 'id-li' },
      ],
      rows: ['{"counterparty":"id-li"} -1 [-1 0] 1 2025-07-11'],
    },
    {
      rule: 'tells apart what the grid owes by stream, and what names nobody by asset',
      lines: [
        { on: '2025-01-10', amount: 300n, who: 'grid', asset: 'station', stream: 'subsidy' },
        { on: '2025-07-10', amount: 50n, who: 'grid', asset: 'station', stream: 'energy' },
        { on: '2025-07-11', amount: -20n, asset: 'station' },
      ],
      rows: [
        '{"counterparty":"grid","assetId":"station","stream":"subsidy"} 300 [0 300] 1 2025-01-10',
        '{"counterparty":"grid","assetId":"station","stream":"energy"} 50 [50 0] 1 2025-07-10',
        '{"assetId":"station"} -20 [-20 0] 1 2025-07-11',
      ],
    },
    {
      rule: 'keeps a name that nobody bears, and never meets another',
      lines: [
        { on: '2025-07-10', amount: 300n, who: 'Wang' },
        { on: '2025-07-11', amount: -300n, who: 'id-li' },
      ],
      rows: [
        '{"counterparty":"Wang"} 300 [300 0] 1 2025-07-10',
        '{"counterparty":"id-li"} -300 [-300 0] 1 2025-07-11',
      ],
    },
  ])('$rule', ({ lines, rows }) => {
    expect(rowsOf(lines.map(line))).toEqual(rows);
  });

  it('reads a name and an id as the same one, and the reverse', () => {
    expect([names.idOf('Li'), names.idOf('id-li'), names.idOf('Wang')]).toEqual(['id-li', 'id-li', 'Wang']);
    expect([names.nameOf('id-li'), names.nameOf('Li')]).toEqual(['Li', 'Li']);
  });
});

/** Books that begin in the middle take over debts that are older than they are. */
describe('the day from which a debt ages', () => {
  it.each<{ rule: string; kind: string; month?: string; arose?: string; from: string; unknown: boolean }>([
    { rule: "is its voucher's", kind: 'slip', month: '2025-05', from: '2025-07-01', unknown: false },
    {
      rule: 'is the end of its month where income was taken over',
      kind: 'opening',
      month: '2024-07',
      from: '2024-07-31',
      unknown: false,
    },
    {
      rule: 'is no later than the day the books began',
      kind: 'opening',
      month: '2025-07',
      from: '2025-07-01',
      unknown: false,
    },
    {
      rule: 'is the one that the opening names for another debt',
      kind: 'opening',
      month: '2024-07',
      arose: '2024-07-03',
      from: '2024-07-03',
      unknown: false,
    },
    {
      rule: 'is the first voucher of what was entered anew',
      kind: 'incomeDue',
      arose: '2024-07-03',
      from: '2024-07-03',
      unknown: false,
    },
    {
      rule: 'is its own where the first one was of a later day',
      kind: 'incomeDue',
      arose: '2025-07-03',
      from: '2025-07-01',
      unknown: false,
    },
    { rule: 'is not known of another debt taken over', kind: 'opening', from: '2025-07-01', unknown: true },
  ])('$rule', ({ kind, month, arose, from, unknown }) => {
    const line = {
      postedOn: '2025-07-01',
      sourceKind: kind,
      aroseOn: arose,
      ...(month === undefined ? {} : { generationMonth: month }),
    };
    expect([agesFrom(line), isOfUnknownAge(line)]).toEqual([from, unknown]);
  });
});

describe('an ageing that is sorted', () => {
  const row = (party: string, oldestOn: string, balance: bigint) => ({
    ...{ ledgerAccount: '112', party, oldestOn, balance, parts: [balance] },
    ...{ concerns: [], isOfUnknownAge: false },
  });
  const rows = [row('b', '2025-02-01', 5n), row('c', '2025-01-01', -9n), row('a', '2025-02-01', 7n)];

  it.each([
    ['books', 'b c a'],
    ['days', 'c a b'],
    ['amount', 'c a b'],
    ['party', 'a b c'],
  ] as const)('by %s stands as %s', (order, found) => {
    const sorted = sortAgeing(rows, order, ({ party }) => party);
    expect(sorted.map(({ party }) => party).join(' ')).toBe(found);
    expect(sortAgeing([...rows, row('z', '2025-02-01', -8n)], order, ({ party }) => party)).toHaveLength(4);
  });

  it('has the most first, either way, where two are as old', () => {
    const alike = [row('b', '2025-02-01', 5n), row('d', '2025-02-01', -8n), row('a', '2025-02-01', 7n)];
    expect(sortAgeing(alike, 'days', ({ party }) => party).map(({ party }) => party)).toEqual([
      'd',
      'a',
      'b',
    ]);
  });
});
