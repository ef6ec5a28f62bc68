import { join } from 'node:path';
import { withDetails } from '../../../src/domain/ledger/chart';
import {
  carriedAccount,
  type ChartCarry,
  carryPostings,
  carryProblems,
  mappingProblems,
  type OpenItem,
  openItems,
} from '../../../src/domain/ledger/chart-mapping';
import {
  moneyEffect,
  type Posting,
  requireBookable,
  signedAmount,
} from '../../../src/domain/ledger/journal-entry';
import { ChartCarryService } from '../../../src/features/ledger/chart-carry.service';
import { ChartService } from '../../../src/features/ledger/chart.service';

const SEEDS = join(__dirname, '../../../seeds');
const charts = new ChartService(SEEDS);
const [old, now] = [charts.requireChart('2004'), charts.requireChart('2023')];
const mapping = new ChartCarryService(SEEDS).requireMapping({ old, now });
const carry: ChartCarry = { old, now, mapping, choices: {} };

const item = (ledgerAccount: string, amount: bigint, wish: Partial<OpenItem> = {}): OpenItem => ({
  ...{ ledgerAccount, amount, pool: 'pv' },
  ...wish,
});

describe('the change from the chart of 2004 to that of 2023', () => {
  it.each([
    ['153', '固定资产清理', '154', '固定资产清理'],
    ['154', '在建工程', '153', '在建工程'],
    ['202', '应付款', '211', '应付款'],
    ['211', '应付工资', '212', '应付工资'],
    ['212', '应付福利费', '211', '应付款'],
    ['502', '经营支出', '511', '经营支出'],
    ['521', '农业税附加返还收入', '503', '补助收入'],
    ['561', '投资收益', '502', '投资收益'],
  ])('carries %s %s to %s %s', (from, meant, to, means) => {
    expect(old.accounts.get(from)?.name).toBe(meant);
    expect(carriedAccount(from, carry)).toBe(to);
    expect(now.accounts.get(to)?.name).toBe(means);
  });

  it('never carries by code alone where the code means something else', () => {
    for (const code of ['153', '154', '211', '212', '502', '511', '521']) {
      const to = carriedAccount(code, chosen('501'));
      expect(to).toBeDefined();
      expect(to).not.toBe(code);
    }
  });

  it('leaves no code that is called otherwise to itself, but for cash', () => {
    const otherwise = [...old.accounts.values()].filter(({ code, name }) => {
      const same = now.accounts.get(code);
      return same !== undefined && same.name !== name;
    });
    const toItself = otherwise.filter(({ code }) => carriedAccount(code, carry) === code);
    expect(otherwise.map(({ code }) => code)).toEqual(expect.arrayContaining(['131', '132', '153', '521']));
    expect(toItself.map(({ name }) => name)).toEqual(['现金']);
  });

  it('leaves to a person what the codes cannot tell', () => {
    expect(carriedAccount('511', carry)).toBeUndefined();
    expect(carriedAccount('511', chosen('501'))).toBe('501');
    expect(carriedAccount('511', chosen('511'))).toBeUndefined();
    const problems = carryProblems([item('131', 5n), item('131', 6n, { pool: 'other' })], carry);
    expect(problems).toMatchObject([{ code: 'chartChange.choiceMissing', field: 'choices.131' }]);
  });

  it('names an account that has nowhere to go', () => {
    const accounts = new Map([...mapping.accounts].filter(([code]) => code !== '154'));
    const partial = { ...carry, mapping: { ...mapping, accounts } };
    expect(carryProblems([item('154', 5n)], partial)).toMatchObject([{ code: 'chartChange.noMapping' }]);
    expect(mappingProblems(partial.mapping, carry)).toMatchObject([{ code: 'chart.mapping', value: '154' }]);
    expect(mappingProblems(mapping, carry)).toEqual([]);
  });

  it('carries a detail account to the one of its name, and what is not distributed where it is kept', () => {
    const detailed = {
      ...carry,
      old: withDetails(old, [
        { code: '15401', name: 'road' },
        { code: '15402', name: 'well' },
      ]),
      now: withDetails(now, [
        { code: '15301', name: 'road' },
        { code: '32201', name: 'kept', undistributed: true },
      ]),
    };
    expect(carriedAccount('15401', detailed)).toBe('15301');
    expect(carriedAccount('15402', detailed)).toBe('153');
    expect(carriedAccount('322', detailed)).toBe('32201');
  });

  it('takes every balance out and brings it in, pool by pool, and moves no money', () => {
    const items = [
      item('102', 900n),
      item('112', 50n, { stream: 'energy', counterparty: 'grid' }),
      item('112', 30n, { counterparty: 'advance' }),
      item('202', -100n),
      item('212', -70n),
      item('322', -810n),
      item('154', 40n, { pool: 'other' }),
      item('322', -40n, { pool: 'other' }),
    ];
    const { out, into } = carryPostings(items, carry);
    requireBookable(entryOf(out), old);
    requireBookable(entryOf(into), now);
    expect(moneyEffect(out, old)).toBe(-(900n + 30n - 100n - 70n));
    expect(moneyEffect(into, now)).toBe(900n + 30n - 100n - 70n);
    expect(into.map((line) => [line.ledgerAccount, signedAmount(line)])).toEqual([
      ['102', 900n],
      ['112', 50n],
      ['112', 30n],
      ['211', -100n],
      ['211', -70n],
      ['322', -810n],
      ['153', 40n],
      ['322', -40n],
    ]);
    expect(into[1]).toMatchObject({ stream: 'energy', counterparty: 'grid' });
  });

  it('keeps who owes what, which asset it is, and nothing of the way money came', () => {
    const rows = [
      item('102', 9n, { assetId: 's1', stream: 'energy' }),
      item('102', -4n),
      item('112', 5n, { assetId: 's1', stream: 'energy', generationMonth: '2023-11', counterparty: 'grid' }),
      item('151', 7n, { assetId: 's1', counterparty: 'builder' }),
      item('141', 3n),
      item('141', -3n, { stream: 'other' }),
    ];
    expect(openItems(rows, old)).toEqual([
      item('102', 5n),
      item('112', 5n, { assetId: 's1', stream: 'energy', generationMonth: '2023-11', counterparty: 'grid' }),
      item('151', 7n, { assetId: 's1' }),
    ]);
  });

  it('is known between these two charts only', () => {
    const carrying = new ChartCarryService(SEEDS);
    expect(() => carrying.requireMapping({ old: now, now: old })).toThrow('chartChange.notKnown');
  });
});

function chosen(to: string): ChartCarry {
  return { ...carry, choices: { '511': to } };
}

function entryOf(postings: readonly Posting[]) {
  const day = '2024-01-01';
  const source = { kind: 'chartChange', id: day };
  return {
    event: 'e',
    postedOn: day,
    aboutPeriod: '2024-01',
    statementOn: day,
    summary: 's',
    source,
    postings,
  };
}
