import { join } from 'node:path';
import {
  type Chart,
  type DetailAccount,
  detailProblems,
  isCreditNatured,
  withDetails,
} from '../../../src/domain/ledger/chart';
import { ChartService } from '../../../src/features/ledger/chart.service';

const charts = new ChartService(join(__dirname, '../../../seeds'));
const [old, now] = [charts.requireChart('2004'), charts.requireChart('2023')];
const nameIn = (chart: Chart, code: string): string => chart.accounts.get(code)?.name ?? '';

describe('the chart of 2023', () => {
  it('has its 42 accounts and no more', () => {
    expect(now.accounts.size).toBe(42);
  });

  it.each(['133', '152', '162'])('knows %s as a contra account, whose balance stands in credit', (code) => {
    const account = now.accounts.get(code);
    expect(account).toMatchObject({ nature: 'asset', contra: true });
    expect(account === undefined ? undefined : isCreditNatured(account)).toBe(true);
  });

  it('puts every other asset, cost and expense on the debit side, the rest on the credit side', () => {
    const credit = [...now.accounts.values()].filter(isCreditNatured).map(({ code }) => code[0]);
    expect([...new Set(credit)].sort()).toEqual(['1', '2', '3', '5']);
    const plain = [...now.accounts.values()].filter((each) => !each.contra);
    for (const account of plain) {
      const debit = ['asset', 'cost', 'expense'].includes(account.nature);
      expect([account.code, isCreditNatured(account)]).toEqual([account.code, !debit]);
    }
  });
});

describe('the charts of 2004 and 2023', () => {
  it.each([
    ['153', '固定资产清理', '在建工程'],
    ['154', '在建工程', '固定资产清理'],
    ['211', '应付工资', '应付款'],
    ['212', '应付福利费', '应付工资'],
    ['502', '经营支出', '投资收益'],
    ['511', '发包及上交收入', '经营支出'],
    ['521', '农业税附加返还收入', '所得税费用'],
  ])('mean other things by %s: %s then, %s now', (code, then, today) => {
    expect([nameIn(old, code), nameIn(now, code)]).toEqual([then, today]);
  });

  it('carry no role over by its code where the code means something else', () => {
    for (const role of ['construction', 'disposal', 'payable', 'wagesPayable', 'operatingExpense'] as const) {
      expect(now.roles[role]).not.toBe(old.roles[role]);
    }
    for (const role of ['construction', 'disposal', 'wagesPayable', 'operatingExpense'] as const) {
      expect(nameIn(old, old.roles[role])).toBe(nameIn(now, now.roles[role]));
      expect(nameIn(now, old.roles[role])).not.toBe(nameIn(now, now.roles[role]));
    }
  });
});

describe('a county adds detail accounts', () => {
  it('below an account of the chart, whose nature they share, and in its place', () => {
    const chart = charts.requireChart('2023', ['341202', '341200']);
    expect(chart.accounts.get('50102')).toEqual({
      code: '50102',
      name: '租赁收入',
      nature: 'income',
      contra: false,
      detailOf: '501',
    });
    const codes = [...chart.accounts.keys()];
    expect(codes.indexOf('50101')).toBe(codes.indexOf('501') + 1);
    expect(now.accounts.has('50102')).toBe(false);
  });

  it('two levels deep, and a contra account details into contra accounts', () => {
    const details = [
      { code: '15201', name: 'machines' },
      { code: '1520101', name: 'inverters' },
    ];
    expect(detailProblems(now, details)).toEqual([]);
    const chart = withDetails(now, details);
    expect(chart.accounts.get('1520101')).toMatchObject({ contra: true, detailOf: '15201' });
  });

  it.each<{ why: string; details: DetailAccount[]; code: string }>([
    {
      why: 'nothing stands above',
      details: [{ code: '99901', name: 'x' }],
      code: 'chart.detailWithoutParent',
    },
    {
      why: 'a level is left out',
      details: [{ code: '5010101', name: 'x' }],
      code: 'chart.detailWithoutParent',
    },
    { why: 'the chart has the code', details: [{ code: '501', name: 'x' }], code: 'chart.detailTaken' },
    { why: 'it has no name', details: [{ code: '51301', name: ' ' }], code: 'chart.detailUnnamed' },
    {
      why: 'what is not distributed would be carried to a cost',
      details: [{ code: '51301', name: 'x', undistributed: true }],
      code: 'chart.undistributedOnce',
    },
  ])('but not where $why', ({ details, code }) => {
    expect(detailProblems(now, details).map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    { why: 'one name below one account', wish: { name: 'x' }, code: 'chart.detailNamedTwice' },
    {
      why: 'what is not distributed carried to two',
      wish: { undistributed: true as const },
      code: 'chart.undistributedOnce',
    },
  ])('but not $why', ({ wish, code }) => {
    const both = ['32201', '32202'].map((each) => ({ code: each, name: each, ...wish }));
    expect(detailProblems(now, both).map((problem) => problem.code)).toEqual([code, code]);
  });

  it('share the nature of what they detail, whatever else a file says of them', () => {
    const strange = { code: '51301', name: 'x', contra: true, nature: 'income' } as const;
    expect(withDetails(now, [strange]).accounts.get('51301')).toMatchObject({
      contra: false,
      nature: 'expense',
    });
  });

  it('but not the same code twice', () => {
    const twice = [
      { code: '50101', name: 'one' },
      { code: '50101', name: 'other' },
    ];
    expect(detailProblems(now, twice).map(({ code }) => code)).toEqual([
      'chart.detailTaken',
      'chart.detailTaken',
    ]);
  });
});
