import { readStatedTax, type StatedTaxForm } from '../../../src/domain/shared/stated-tax';
import { type Sale, taxOfPeriod, taxPeriodOf, taxToBook } from '../../../src/domain/income/tax-period';
import { type DatedSale, type TaxAct, taxStateOf, taxStates } from '../../../src/domain/income/tax-states';
import { readTaxStatus, taxPeriods, type TaxStatus } from '../../../src/domain/income/tax-status';
import { vatOf } from '../../../src/domain/money/taxed';
import { type VatRule, vatRuleOn } from '../../../src/domain/income/vat';
import type { Problem } from '../../../src/domain/shared/problem';
import { seedRegisters } from '../../support/seed-registers';

const TABLE = seedRegisters().vat.table();

describe('the tax of an amount', () => {
  it.each<
    [said: string, amount: bigint, basis: 'inclusive' | 'net', percent: string, net: bigint, tax: bigint]
  >([
    ['is 3 in 103 of what holds it', 10_300n, 'inclusive', '3', 10_000n, 300n],
    ['comes on top of what does not', 10_000n, 'net', '3', 10_000n, 300n],
    ['is 1 in 101', 10_100n, 'inclusive', '1', 10_000n, 100n],
    // 100.00 × 3 ÷ 103 = 2.9126…
    ['is rounded once, and the rest is the net', 10_000n, 'inclusive', '3', 9_709n, 291n],
    // 0.50 × 1 % = 0.005
    ['goes up at half a fen', 50n, 'net', '1', 50n, 1n],
    ['goes down below it', 49n, 'net', '1', 49n, 0n],
    // 51 × 1 ÷ 101 = 0.5049…
    ['rounds what it holds alike', 51n, 'inclusive', '1', 50n, 1n],
    ['is nothing of nothing', 0n, 'inclusive', '3', 0n, 0n],
    ['may have decimals', 10_000n, 'net', '1.5', 10_000n, 150n],
  ])('%s', (_said, amount, basis, percent, net, tax) => {
    expect(vatOf(amount, basis, percent)).toEqual({ net, tax, gross: net + tax });
  });

  it('always adds up with its net to the whole', () => {
    for (let amount = 0n; amount < 3_000n; amount += 7n) {
      const { net, tax, gross } = vatOf(amount, 'inclusive', '3');
      expect([net + tax, gross]).toEqual([amount, amount]);
    }
  });
});

describe('the rule in force', () => {
  it.each<[day: string, span: 'month' | 'quarter', rule: unknown]>([
    ['2014-06-30', 'month', undefined],
    ['2014-07-01', 'month', ['3', 3_000_000n]],
    ['2022-12-31', 'quarter', ['3', 9_000_000n]],
    ['2023-01-01', 'quarter', ['1', 30_000_000n]],
    ['2027-12-31', 'month', ['1', 10_000_000n]],
    ['2028-01-01', 'month', ['3', 10_000_000n]],
  ])('of %s by the %s', (day, span, rule) => {
    const found = vatRuleOn(TABLE, day, span);
    expect(found && [found.percent, found.threshold]).toEqual(rule);
  });
});

const PLACE = { pool: 'pv', assetId: 's1', stream: 'energy', month: '2026-01' } as const;
const sale = (amount: bigint, wish: Partial<Sale> = {}): Sale => ({
  ...{ ...PLACE, amount, basis: 'inclusive', stated: undefined },
  ...wish,
});
const RULE: VatRule = { percent: '1', threshold: 30_000_000n, reached: 'exempt' };
/** 303,000.00 with its tax are 300,000.00 without: exactly the threshold of a quarter. */
const AT = 30_300_000n;

describe('the tax of a period', () => {
  it.each<[rule: string, sales: Sale[], reached: VatRule['reached'], net: bigint, tax: bigint | undefined]>([
    ['is nothing without sales', [], 'exempt', 0n, undefined],
    ['is nothing one fen below the threshold', [sale(AT - 1n)], 'exempt', 29_999_999n, undefined],
    ['is nothing at the threshold', [sale(AT)], 'exempt', 30_000_000n, undefined],
    ['is that of the whole one fen above it', [sale(AT + 1n)], 'exempt', 30_000_001n, 300_000n],
    ['is that of the whole at it, where a table says so', [sale(AT)], 'taxed', 30_000_000n, 300_000n],
    ['is nothing below it there', [sale(AT - 1n)], 'taxed', 29_999_999n, undefined],
    [
      'counts energy, subsidy and rent together',
      [sale(AT - 202n), sale(101n, { stream: 'subsidy' }), sale(102n, { stream: 'rent', pool: 'other' })],
      'exempt',
      // 299,998.00 + 1.00 + 1.01
      30_000_001n,
      // 2,999.98 + 0.01 + 0.01
      300_000n,
    ],
    [
      'takes what nobody said as holding it',
      [sale(AT + 1n, { basis: undefined })],
      'exempt',
      30_000_001n,
      300_000n,
    ],
    ['comes on top of a net amount', [sale(30_000_001n, { basis: 'net' })], 'exempt', 30_000_001n, 300_000n],
  ])('%s', (_rule, sales, reached, net, tax) => {
    const owed = taxOfPeriod(sales, { ...RULE, reached });
    expect(owed.sales).toBe(net);
    expect(owed.isTaxed).toBe(tax !== undefined);
    expect(owed.parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(tax ?? 0n);
  });

  it('leaves out what its paper charged already, but counts its sale', () => {
    const owed = taxOfPeriod([sale(20_600_000n, { stated: 600_000n }), sale(10_201_000n)], RULE);
    expect(owed).toMatchObject({ sales: 30_100_000n, isTaxed: true, stated: 600_000n });
    expect(owed.parts).toEqual([{ ...PLACE, amount: 101_000n }]);
  });

  it('adds up by pool, asset, stream and month, and books only what is not booked', () => {
    const owed = taxOfPeriod([sale(AT), sale(10_100n), sale(10_100n, { month: '2026-02' })], RULE).parts;
    expect(owed).toEqual([
      { ...PLACE, amount: 300_100n },
      { ...PLACE, month: '2026-02', amount: 100n },
    ]);
    const booked = [
      { ...PLACE, amount: 300_000n },
      { ...PLACE, month: '2026-03', amount: 5n },
    ];
    expect(taxToBook(owed, booked).map(({ month, amount }) => [month, amount])).toEqual([
      ['2026-01', 100n],
      ['2026-02', 100n],
      ['2026-03', -5n],
    ]);
    expect(taxToBook(owed, owed)).toEqual([]);
  });
});

describe('tax periods', () => {
  it.each([
    ['2026-02-28', 'month', '2026-02-01', '2026-02-28'],
    ['2026-03-31', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-04-01', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
  ] as const)('%s by the %s is %s to %s', (day, span, from, to) => {
    expect(taxPeriodOf(day, span)).toEqual({ from, to });
  });

  const status = (validFrom: string, kind: TaxStatus['kind'], span: TaxStatus['span']): TaxStatus => ({
    ...{ validFrom, kind, span },
  });
  const told = (openedOn: string, today: string, statuses: TaxStatus[]): string[] =>
    taxPeriods({ openedOn, today }, statuses).map(({ from, to, kind }) => `${from} ${to} ${kind}`);
  it('are quarters of one who is not registered while nobody says anything', () => {
    expect(told('2025-02-01', '2025-07-01', [])).toEqual([
      ...['2025-02-01 2025-03-31 none', '2025-04-01 2025-06-30 none', '2025-07-01 2025-09-30 none'],
    ]);
  });

  it('end on the day before the status changes, and the last one said of a day holds', () => {
    const statuses = [
      status('2025-03-01', 'smallScale', 'quarter'),
      status('2025-03-01', 'smallScale', 'month'),
      status('2025-05-01', 'none', 'quarter'),
    ];
    expect(told('2025-01-01', '2025-05-31', statuses)).toEqual([
      ...['2025-01-01 2025-02-28 none', '2025-03-01 2025-03-31 smallScale'],
      ...['2025-04-01 2025-04-30 smallScale', '2025-05-01 2025-06-30 none'],
    ]);
  });

  it('stand on a paper and begin with a month', () => {
    const wrong = { taxKind: 'general', taxFrom: '2026-01-02', taxSpan: 'year', byPaper: ' ' };
    expect(readTaxStatus(wrong).problems.map(({ code, field }) => `${field} ${code}`)).toEqual([
      ...['taxKind form.notAllowed', 'taxSpan form.notAllowed', 'taxFrom tax.notAMonthsStart'],
      'byPaper form.missing',
    ]);
    const right = { taxKind: 'smallScale', taxFrom: '2026-01-01', taxSpan: 'quarter', byPaper: 'Notice 3' };
    expect(readTaxStatus(right)).toEqual({
      status: { kind: 'smallScale', validFrom: '2026-01-01', span: 'quarter', paper: 'Notice 3' },
      problems: [],
    });
  });
});

describe('a period stands', () => {
  const days = { from: '2026-01-01', to: '2026-03-31' };
  const sales: DatedSale[] = [{ ...sale(AT + 101n), on: '2026-03-31' }];
  const part = (amount: bigint) => [{ ...PLACE, amount }];
  const waived = (amount: bigint): TaxAct => ({ ...days, waived: { amount, reason: 'exempted' } });
  it.each<[state: string, kind: TaxStatus['kind'], today: string, on: string, acts: TaxAct[]]>([
    ['running', 'smallScale', '2026-03-30', '2026-03-31', []],
    ['wanted', 'smallScale', '2026-03-31', '2026-03-31', []],
    ['booked', 'smallScale', '2026-04-01', '2026-03-31', [{ ...days, booked: part(300_001n) }]],
    ['wanted', 'smallScale', '2026-04-01', '2026-03-31', [{ ...days, booked: part(300_000n) }]],
    ['wanted', 'smallScale', '2026-04-01', '2026-04-01', [{ ...days, booked: part(300_001n) }]],
    ['exempt', 'smallScale', '2026-04-01', '2026-04-01', []],
    ['waived', 'smallScale', '2026-04-01', '2026-03-31', [waived(300_001n)]],
    ['wanted', 'smallScale', '2026-04-01', '2026-03-31', [waived(300_000n)]],
    ['notRegistered', 'none', '2026-04-01', '2026-03-31', []],
  ])('%s: %s, today %s, sold on %s', (state, kind, today, on, acts) => {
    const periods = [{ ...days, kind, span: 'quarter' as const }];
    const [found] = taxStates(periods, { sales: sales.map((each) => ({ ...each, on })), acts }, TABLE);
    expect(found && taxStateOf(found, today)).toBe(state);
  });

  it('unreckoned where the table has no rule for its last day', () => {
    const periods = [{ from: '2013-01-01', to: '2013-03-31', kind: 'smallScale', span: 'quarter' } as const];
    const [found] = taxStates(periods, { sales, acts: [] }, TABLE);
    expect(found && taxStateOf(found, '2026-01-01')).toBe('noRule');
  });
});

describe('what a paper says of tax', () => {
  const read = (form: StatedTaxForm, amount = 10_300n) => {
    const problems: Problem[] = [];
    const { basis, stated, gross } = readStatedTax(form, amount, problems);
    const codes = problems.map(({ code, field }) => `${field} ${code}`);
    return codes.length > 0 ? codes : [basis, stated, gross];
  };
  it.each<[said: string, form: StatedTaxForm, read: unknown[]]>([
    ['nothing: all there is', {}, ['inclusive', undefined, 10_300n]],
    ['that it holds the tax', { taxBasis: 'inclusive', taxPercent: '3' }, ['inclusive', 300n, 10_300n]],
    ['the tax, too', { taxPercent: '3%', taxAmount: '3.00' }, ['inclusive', 300n, 10_300n]],
    ['a fen more: a printer rounds', { taxPercent: '3', taxAmount: '3.01' }, ['inclusive', 301n, 10_300n]],
    ['a fen less', { taxPercent: '3', taxAmount: '2.99' }, ['inclusive', 299n, 10_300n]],
    ['two fen more', { taxPercent: '3', taxAmount: '3.02' }, ['taxAmount tax.amountDiffers']],
    ['that tax comes on top', { taxBasis: 'net', taxPercent: '1' }, ['net', 103n, 10_403n]],
    ['that it is exempt', { taxBasis: 'net', taxPercent: '0' }, ['net', undefined, 10_300n]],
    ['tax on top of what', { taxBasis: 'net' }, ['taxPercent tax.withoutRate']],
    ['a tax of no rate', { taxAmount: '3.00' }, ['taxPercent tax.withoutRate']],
    ['a rate of everything', { taxPercent: '100' }, ['taxPercent tax.percentTooHigh']],
    ['no rate at all', { taxPercent: 'three' }, ['taxPercent form.notAQuantity']],
    ['something else', { taxBasis: 'gross' }, ['taxBasis form.notAllowed']],
  ])('reads %s', (_said, form, found) => {
    expect(read(form)).toEqual(found);
  });
});
