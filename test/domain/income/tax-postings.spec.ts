import { checkTax, type KeptTax } from '../../../src/domain/income/check-tax';
import { readPeriodTax, readTaxPayment } from '../../../src/domain/income/read-tax-acts';
import { type ReceivablePart, taxedDuePostings } from '../../../src/domain/income/postings';
import type { TaxPart } from '../../../src/domain/income/tax-period';
import { salesOfYear, taxStates } from '../../../src/domain/income/tax-states';
import {
  bookedTax,
  PERIOD_TAX,
  periodTaxPostings,
  taxPaidPostings,
} from '../../../src/domain/income/tax-postings';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';
import {
  flowEffect,
  type Pool,
  type Posting,
  requireBookable,
} from '../../../src/domain/ledger/journal-entry';
import { RECEIPT } from '../ledger/entries.fixture';
import { seedRegisters } from '../../support/seed-registers';

const { charts, vat } = seedRegisters();
const CHART = charts.requireChart('2023');

/** Lines as an accountant writes them: side, account, fen, what it does to the pool. */
const written = (postings: readonly Posting[]): string[] => {
  requireBookable({ ...RECEIPT, postings }, CHART);
  return postings.map(({ side, ledgerAccount, amount, poolFlow = '' }) =>
    [side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(amount), poolFlow].join(' ').trim(),
  );
};
const PART: ReceivablePart = {
  ...{ amount: 103n, pool: 'other', assetId: 'shop', stream: 'rent', month: '2026-01', counterparty: 'c1' },
};
const taxOf = (amount: bigint, wish: Partial<TaxPart> = {}): TaxPart => ({
  ...{ pool: 'pv', assetId: 's1', stream: 'energy', month: '2026-01', amount },
  ...wish,
});

describe('tax is booked', () => {
  it.each<{ event: string; postings: Posting[]; lines: string[]; moves: bigint }>([
    {
      event: 'with a sale whose paper charges it: the income stands without it',
      postings: taxedDuePostings(PART, 3n, CHART),
      lines: ['Dr 112 103', 'Cr 501 100', 'Cr 214 3 received'],
      moves: -3n,
    },
    {
      event: 'at the end of its period, out of the income it was part of',
      postings: periodTaxPostings([taxOf(7n), taxOf(5n, { stream: 'subsidy' })], CHART),
      lines: ['Dr 501 7', 'Cr 214 7 received', 'Dr 501 5', 'Cr 214 5 received'],
      moves: -12n,
    },
    {
      event: 'the other way round where it is given back',
      postings: periodTaxPostings([taxOf(-7n)], CHART),
      lines: ['Cr 501 7', 'Dr 214 7 received'],
      moves: 7n,
    },
    {
      event: 'as paid: nothing of it was ever received',
      postings: taxPaidPostings({ pool: 'pv', amount: 12n }, CHART),
      lines: ['Dr 214 12', 'Cr 102 12'],
      moves: 0n,
    },
  ])('$event', ({ postings, lines, moves }) => {
    expect(written(postings)).toEqual(lines);
    expect(flowEffect(postings)).toBe(moves);
  });

  it('on its own account only: the rules of 2004 have none', () => {
    const old = charts.requireChart('2004');
    expect(() => periodTaxPostings([taxOf(7n)], old)).toThrow('tax.noAccount');
  });

  it('and lessens the investment income where its paper makes a dividend a sale', () => {
    const lines = periodTaxPostings([taxOf(7n, { stream: 'dividend' })], CHART);
    expect(lines.map(({ ledgerAccount }) => ledgerAccount)).toEqual(['502', '214']);
  });

  it('and makes more of the loss of an asset that was sold, on no stream and for no month', () => {
    const sold = taxOf(7n, { pool: 'earmarked', stream: undefined, month: undefined });
    const lines = periodTaxPostings([sold], CHART);
    expect(written(lines)).toEqual(['Dr 515 7', 'Cr 214 7 received']);
    expect(bookedTax(lines, '214')).toEqual([sold]);
    const reserve = { ...CHART, choices: { ...CHART.choices, disposalLoss: '311' } };
    expect(written(periodTaxPostings([sold], reserve))[0]).toBe('Dr 515 7');
  });

  it('and read back place by place from the lines of its voucher', () => {
    const parts = [taxOf(7n), taxOf(-2n, { month: '2026-02' }), taxOf(3n, { stream: 'subsidy' })];
    expect(bookedTax(periodTaxPostings(parts, CHART), '214')).toEqual(parts);
  });
});

describe('the check of tax', () => {
  const PERIODS = periodTaxPostings([taxOf(7n)], CHART);
  const SALE = taxedDuePostings(PART, 3n, CHART);
  const PAID = taxPaidPostings({ pool: 'pv', amount: 7n }, CHART);
  const row = (amount: bigint, to = '2026-03-31') => ({ amount, to });
  it.each<[what: string, kind: string, postings: Posting[], kept: KeptTax, codes: string[]]>([
    ['a period as its row has it', PERIOD_TAX, PERIODS, { stated: 0n, rows: [row(7n)] }, []],
    ['another amount', PERIOD_TAX, PERIODS, { stated: 0n, rows: [row(6n)] }, ['check.taxDiffers']],
    ['a period without a row', PERIOD_TAX, PERIODS, { stated: 0n, rows: [] }, ['check.taxDiffers']],
    [
      'a day before the period ends',
      PERIOD_TAX,
      PERIODS,
      { stated: 0n, rows: [row(7n, '2026-04-30')] },
      ['check.taxBeforeEnd'],
    ],
    ['a sale that says what its row says', 'incomeDue', SALE, { stated: 3n, rows: [] }, []],
    ['a sale whose row says nothing', 'incomeDue', SALE, { stated: 0n, rows: [] }, ['check.taxDiffers']],
    ...['manual', 'recurring', 'imported', 'priorYearCorrection'].map(
      (kind) =>
        [`what a person wrote (${kind})`, kind, SALE, { stated: 0n, rows: [] }, []] as [
          ...[string, string, Posting[], KeptTax, string[]],
        ],
    ),
    ['what a person wrote and a row claims', 'manual', SALE, { stated: 3n, rows: [] }, ['check.taxDiffers']],
    ['tax that is paid', 'taxPayment', PAID, { stated: 0n, rows: [] }, []],
  ])('judges %s', (_what, kind, postings, kept, codes) => {
    expect(found({ kind, postings }, kept)).toEqual(codes);
  });

  it('leaves a reversal to the entry it takes back', () => {
    const mirrored = PERIODS.map((line) => ({ ...line, amount: -line.amount }));
    const reversal = { kind: PERIOD_TAX, postings: mirrored, reversesId: 'entry-0' };
    expect(found(reversal, { stated: 0n, rows: [] })).toEqual([]);
  });

  function found(
    { kind, ...wish }: { kind: string; postings: Posting[]; reversesId?: string },
    kept: KeptTax,
  ): string[] {
    const findings = new Findings('tax');
    const entry: CheckedEntry = {
      ...{ ...RECEIPT, postedOn: '2026-03-31', source: { kind, id: 'v' }, ...wish },
      ...{ hash: '', previousHash: '', lineDays: [], lineNumbers: [] },
    };
    checkTax(entry, { taxPayable: '214', kept }, findings);
    return findings.breaks.map(({ code }) => code);
  }
});

describe('what people do about tax', () => {
  const OWED = new Map<Pool, bigint>([['pv', 700n]]);
  it.each<[said: string, change: object, codes: string[]]>([
    ['all of it', {}, []],
    ['a fen more', { amount: '7.01' }, ['amount tax.aboveOwed']],
    ['out of a pool that owes nothing', { taxPool: 'other' }, ['taxPool form.notAllowed']],
    [
      'nothing, some day',
      { amount: '0', paidOn: 'soon' },
      ['paidOn calendar.notADay', 'amount money.notPositive'],
    ],
  ])('they pay %s', (_said, change, codes) => {
    const form = { taxPool: 'pv', paidOn: '2026-04-15', amount: '7.00', ...change };
    expect(readTaxPayment(form, OWED).problems.map(({ code, field }) => `${field} ${code}`)).toEqual(codes);
  });

  const period = { from: '2026-01-01', to: '2026-03-31', kind: 'smallScale', span: 'quarter' } as const;
  const sold = (amount: bigint) => ({
    ...PART,
    amount,
    on: '2026-02-01',
    basis: undefined,
    stated: undefined,
  });
  const stateOf = (amount: bigint) => {
    const states = taxStates([period], { sales: [sold(amount)], acts: [] }, vat.table());
    return { states, state: requireFirst(states) };
  };
  it.each<[said: string, amount: bigint, today: string, postedOn: string, codes: string[]]>([
    ['once it is over', 40_000_000n, '2026-04-01', '2026-03-31', []],
    ['on a day before its end', 40_000_000n, '2026-04-01', '2026-03-30', ['tax.beforePeriodEnds']],
    ['before it is over', 40_000_000n, '2026-03-30', '2026-03-31', ['tax.periodRuns']],
    ['though nothing is owed', 100n, '2026-04-01', '2026-03-31', ['tax.nothingOwed']],
  ])('they book it %s', (_said, amount, today, postedOn, codes) => {
    const { state } = stateOf(amount);
    const { problems } = readPeriodTax({ postedOn }, { state, today });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('they see the sales of twelve months', () => {
    const { states, state } = stateOf(10_100n);
    expect(salesOfYear(states, state)).toBe(10_000n);
  });
});

function requireFirst<Each>(all: readonly Each[]): Each {
  const [first] = all;
  if (first === undefined) throw new Error('there is one');
  return first;
}
