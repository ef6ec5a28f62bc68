import {
  bearersOf,
  type BorneShare,
  costByTable,
  type OwnersNow,
  partsOfBearers,
  sharesByTable,
  sharesOfRefund,
} from '../../../src/domain/deductions/kept-cost-tables';
import { sumFen } from '../../../src/domain/money/fen';

const row = (key: string, share: string, owner: string) => ({ key, label: key, share, owner });
const OLD = { validFrom: '2024-07-01', rows: [row('1', '33.3333%', 'East'), row('2', '66.6667%', 'West')] };
const NEW = { validFrom: '2024-09-16', rows: [row('1', '40.3333%', 'East'), row('2', '59.6667%', 'West')] };
const TABLES = [NEW, OLD];
const NOTHING = new Map<string, { whole: bigint; given: Map<string, bigint> }>();

describe('the share tables of a keeper’s cost', () => {
  it.each<[says: string, paidOn: string, days: string | undefined, found: string[]]>([
    ['those of its days, not of its payment', '2024-10-12', '2024-07-01 2024-08-31', ['2024-07-01 62 9000']],
    ['the last day before a change', '2024-10-12', '2024-09-15 2024-09-15', ['2024-07-01 1 9000']],
    ['the first day of a change', '2024-10-12', '2024-09-16 2024-09-16', ['2024-09-16 1 9000']],
    ['both, by days', '2024-10-12', '2024-09-01 2024-09-30', ['2024-07-01 15 4500', '2024-09-16 15 4500']],
    [
      'both, to the fen',
      '2024-10-12',
      '2024-07-01 2024-12-31',
      ['2024-07-01 77 3766', '2024-09-16 107 5234'],
    ],
    ['the first, also of days before it', '2024-06-12', '2024-06-01 2024-06-30', ['2024-07-01 30 9000']],
    ['that of its payment without days', '2024-10-12', undefined, ['2024-09-16 undefined 9000']],
    ['none before all without days', '2024-06-30', undefined, []],
  ])('are %s', (_says, paidOn, days, found) => {
    const [from = '', to = ''] = days?.split(' ') ?? [];
    const served = days === undefined ? undefined : { from, to };
    const parts = costByTable(9_000n, { paidOn, served }, TABLES);
    expect(parts.map((part) => `${part.table.validFrom} ${part.days} ${part.amount}`)).toEqual(found);
  });

  it('go on each from its own running total', () => {
    const parts = costByTable(
      1n,
      { paidOn: '2024-10-12', served: { from: '2024-08-01', to: '2024-08-01' } },
      TABLES,
    );
    const before = { whole: 1n, given: new Map([['West', 1n]]) };
    const sharesAfter = (tableFrom: string) => sharesByTable(parts, new Map([[tableFrom, before]]));
    expect(sharesAfter('2024-07-01').map(({ owner }) => owner)).toEqual(['East']);
    expect(sharesAfter('2024-09-16').map(({ owner }) => owner)).toEqual(['West']);
  });
});

describe('who bears a keeper’s cost', () => {
  const shares = sharesByTable(
    costByTable(9_000n, { paidOn: '', served: { from: '2024-09-01', to: '2024-09-30' } }, TABLES),
    NOTHING,
  );
  const bornBy = (wish: Partial<OwnersNow>): string[] => {
    const now = { tables: TABLES, rows: NEW.rows, owed: new Map(), ids: new Map(), ...wish };
    return partsOfBearers(bearersOf(shares, now)).map(({ owner, amount }) => `${owner} ${amount}`);
  };

  it('is each owner, once for all tables', () => {
    expect(bornBy({})).toEqual(['East 3315', 'West 5685']);
  });

  it('is who holds the rows of an owner that is gone, unless what came for him reaches', () => {
    const merged = { rows: NEW.rows.map((each) => ({ ...each, owner: 'East' })) };
    expect(bornBy(merged)).toEqual(['East 9000']);
    expect(bornBy({ ...merged, owed: new Map([['West', 5_684n]]) })).toEqual(['East 9000']);
    expect(bornBy({ ...merged, owed: new Map([['West', 5_685n]]) })).toEqual(['East 3315', 'West 5685']);
  });

  it('is a village with two names once, under the later one', () => {
    const rows = NEW.rows.map((each) => (each.key === '2' ? { ...each, key: 'b', owner: 'West co' } : each));
    const ids = new Map([
      ['West', 'w'],
      ['West co', 'w'],
    ]);
    const later = { ...NEW, rows };
    const both = sharesByTable(
      costByTable(9_000n, { paidOn: '', served: { from: '2024-09-01', to: '2024-09-30' } }, [OLD, later]),
      NOTHING,
    );
    const now = { tables: [OLD, later], rows, owed: new Map([['West', 5_000n]]), ids };
    expect(partsOfBearers(bearersOf(both, now))).toEqual([
      { owner: 'East', amount: 3_315n },
      { owner: 'West co', amount: 5_685n },
    ]);
  });

  it('gets back under each table what is his of it', () => {
    const borne = (amount: bigint, tableFrom: string): BorneShare => ({
      ...{ owner: 'East', bearer: 'East', amount, tableFrom },
    });
    const left = [borne(1_500n, OLD.validFrom), borne(1_815n, NEW.validFrom)];
    const told = (amount: bigint): bigint[] =>
      sharesOfRefund([{ owner: 'East', amount }], left).map((share) => share.amount);
    expect(told(3_315n)).toEqual([1_500n, 1_815n]);
    expect(told(1n)).toEqual([1n]);
    expect(sumFen(told(1_000n))).toBe(1_000n);
    expect(() => told(3_316n)).toThrow('more than he bears');
  });
});
