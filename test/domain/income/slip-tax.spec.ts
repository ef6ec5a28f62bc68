import type { MeterFacts } from '../../../src/domain/income/meter';
import type { ReceivablePart } from '../../../src/domain/income/postings';
import { slipPostings } from '../../../src/domain/income/postings';
import { readSettlement, type SettlementForm } from '../../../src/domain/income/settlement';
import { printedAmount, type SlipTaxForm } from '../../../src/domain/income/slip-tax';
import { taxOfPeriod } from '../../../src/domain/income/tax-period';
import { checkKeptBack } from '../../../src/domain/income/check-tax';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';
import { RECEIPT } from '../ledger/entries.fixture';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { seedRegisters } from '../../support/seed-registers';

const CHART = seedRegisters().charts.requireChart('2023');

// 1,000 kWh: 1,030.00 of energy fee, 350.00 of subsidy, 1,380.00 together.
const SLIP: SettlementForm = {
  ...{ generationMonth: '2026-01', postedOn: '2026-02-05', withoutReadings: 'on' },
  ...{ readingFrom: '', readingTo: '', energy: '1000', energyUnit: 'kWh', priceUnit: 'yuan/kWh' },
  ...{ energyPrice: '1.03', subsidyPrice: '0.35', energyAmount: '1030.00', subsidyAmount: '350.00' },
};
const METER: MeterFacts = {
  ...{ multiplier: '10', capacityKw: '60', acquiredOn: '2018-06-30', alreadySettled: [] },
};

const read = (tax: SlipTaxForm) => readSettlement({ ...SLIP, ...tax }, METER);

describe('the tax of a settlement slip', () => {
  it.each<{ typed: SlipTaxForm; basis: string; charged?: bigint; keptBack?: bigint; owed: bigint }>([
    { typed: { paidAmount: '1,380.00' }, basis: 'inclusive', owed: 103_000n },
    { typed: { taxPercent: '0', paidAmount: '1380' }, basis: 'net', owed: 103_000n },
    {
      typed: { taxPercent: '3', paidAmount: '1350' },
      ...{ basis: 'inclusive', keptBack: 3_000n, owed: 100_000n },
    },
    {
      typed: { taxPercent: '3%', taxAmount: '30.01', paidAmount: '1349.99' },
      ...{ basis: 'inclusive', keptBack: 3_001n, owed: 99_999n },
    },
    {
      typed: { taxPercent: '3', taxAmount: '30', paidAmount: '1380' },
      ...{ basis: 'inclusive', charged: 3_000n, owed: 103_000n },
    },
    {
      typed: { taxBasis: 'net', taxPercent: '3', paidAmount: '1410.90' },
      ...{ basis: 'net', charged: 3_090n, owed: 106_090n },
    },
    {
      typed: { taxBasis: 'net', taxPercent: '3', paidAmount: '1380' },
      ...{ basis: 'net', keptBack: 3_090n, owed: 103_000n },
    },
    // The subsidy comes later: the fee alone is paid, whole or without the tax that is kept back of it.
    { typed: { paidAmount: '1030' }, basis: 'inclusive', owed: 103_000n },
    {
      typed: { taxPercent: '3', paidAmount: '1030' },
      ...{ basis: 'inclusive', charged: 3_000n, owed: 103_000n },
    },
    {
      typed: { taxPercent: '3', paidAmount: '1000' },
      ...{ basis: 'inclusive', keptBack: 3_000n, owed: 100_000n },
    },
    {
      typed: { taxPercent: '3', taxKept: '30', paidAmount: '1000' },
      ...{ basis: 'inclusive', keptBack: 3_000n, owed: 100_000n },
    },
  ])('is read of $typed', ({ typed, basis, charged, keptBack, owed }) => {
    const { settlement, problems } = read(typed);
    expect(problems).toEqual([]);
    expect(settlement.tax).toEqual({ basis, charged, keptBack, owed });
    expect(settlement.energyFee).toBe(103_000n);
    const tax = { taxBasis: settlement.tax?.basis ?? null, tax: charged ?? null, taxKept: keptBack ?? null };
    expect(printedAmount({ amount: owed, ...tax })).toBe(103_000n);
  });

  it('guesses nothing where the subsidy is as high as the tax', () => {
    const alike = { ...SLIP, subsidyPrice: '0.03', subsidyAmount: '30.00', taxPercent: '3' };
    const { settlement, problems } = readSettlement({ ...alike, paidAmount: '1030' }, METER);
    expect([problems, settlement.tax?.keptBack]).toEqual([[], 3_000n]);
    const { problems: refused } = readSettlement({ ...alike, paidAmount: '1000' }, METER);
    expect(refused.map(({ code }) => code)).toEqual(['settlement.paidNeither']);
  });

  it('is not spoken of by a slip that prints none', () => {
    expect(read({}).settlement.tax).toBeUndefined();
    expect(read({ taxBasis: 'inclusive', taxPercent: ' ' }).settlement.tax).toBeUndefined();
  });

  it.each<[SlipTaxForm, string]>([
    [{ taxPercent: '3' }, 'settlement.taxWithoutPaid paidAmount'],
    [{ taxPercent: '3', taxAmount: '30.02', paidAmount: '1349.98' }, 'tax.amountDiffers taxAmount'],
    [{ taxPercent: '3', taxAmount: '30', paidAmount: '1350.01' }, 'settlement.paidNeither paidAmount'],
    [{ taxPercent: '100', paidAmount: '1380' }, 'tax.percentTooHigh taxPercent'],
    [{ taxAmount: '30', paidAmount: '1350' }, 'tax.withoutRate taxPercent'],
    [{ taxBasis: 'net', paidAmount: '1380' }, 'tax.withoutRate taxPercent'],
    [{ taxBasis: 'gross' }, 'form.notAllowed taxBasis'],
    [{ paidAmount: '1350' }, 'settlement.paidNotSum paidAmount'],
    [{ paidAmount: '1030.01' }, 'settlement.paidNotSum paidAmount'],
    [{ taxPercent: '3', paidAmount: '999.99' }, 'settlement.paidNeither paidAmount'],
    [{ taxPercent: '3', taxKept: '30', paidAmount: '1030' }, 'settlement.paidNotKept paidAmount'],
    [{ paidAmount: '-5' }, 'money.negative paidAmount'],
  ])('is refused: %p', (typed, said) => {
    const { settlement, problems } = read(typed);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([said]);
    if (said.startsWith('settlement')) return;
    expect(settlement.tax).toBeUndefined();
  });

  it('is not held against a fee that cannot be reckoned', () => {
    const { problems } = read({ taxPercent: '3', paidAmount: '5', ...{ energy: 'x' } });
    expect(problems.map(({ field }) => field)).not.toContain('paidAmount');
  });
});

describe('the voucher of a slip with tax', () => {
  const place = { pool: 'pv', assetId: 's', month: '2026-01', counterparty: 'grid' } as const;
  const energy: ReceivablePart = { ...place, stream: 'energy', amount: 100_000n };
  const subsidy: ReceivablePart = { ...place, stream: 'subsidy', amount: 35_000n };
  const lines = (tax: Parameters<typeof slipPostings>[1]) =>
    slipPostings({ energy, subsidy }, tax, CHART).map(({ side, ledgerAccount, amount, poolFlow = '' }) =>
      `${side} ${ledgerAccount} ${amount} ${poolFlow}`.trim(),
    );
  const SUBSIDY = ['debit 112 35000', 'credit 501 35000'];

  it.each([
    { tax: undefined, expected: ['debit 112 100000', 'credit 501 100000', ...SUBSIDY] },
    {
      tax: { charged: undefined, keptBack: 3_000n },
      expected: ['debit 112 100000', 'debit 501 3000', 'credit 501 103000', ...SUBSIDY],
    },
    {
      tax: { charged: 3_000n, keptBack: undefined },
      expected: ['debit 112 100000', 'credit 501 97000', 'credit 214 3000 received', ...SUBSIDY],
    },
  ])('of $tax', ({ tax, expected }) => {
    expect(lines(tax)).toEqual(expected);
  });
});

describe('the check of tax that was kept back', () => {
  const INCOME = CHART.roles.operatingIncome;
  const found = (kept: bigint, change: Partial<CheckedEntry> = {}): string[] => {
    const findings = new Findings('tax');
    const entry: CheckedEntry = {
      ...{ ...RECEIPT, postings: TAKEN, source: { kind: 'settlement', id: 's' } },
      ...{ hash: '', previousHash: '', lineDays: [], lineNumbers: [], ...change },
    };
    checkKeptBack(entry, { income: INCOME, kept }, findings);
    return findings.breaks.map(({ code }) => code);
  };
  const TAKEN = (['debit', 'credit'] as const).map((side): Posting => ({
    ...{ pool: 'pv', ledgerAccount: INCOME, amount: 3n, side },
  }));

  it.each<[string, bigint, Partial<CheckedEntry>, string[]]>([
    ['as its voucher has it', 3n, {}, []],
    ['another amount', 2n, {}, ['check.taxDiffers']],
    ['none beside its voucher', 0n, {}, ['check.taxDiffers']],
    [
      'some beside a voucher of something else',
      3n,
      { source: { kind: 'rent', id: 'r' } },
      ['check.taxDiffers'],
    ],
    ['none beside a reversal', 0n, { reversesId: 'x' }, []],
  ])('%s', (_, kept, change, expected) => {
    expect(found(kept, change)).toEqual(expected);
  });
});

describe('tax that was kept back', () => {
  const sale = { pool: 'pv', assetId: 's', stream: 'energy', month: '2026-01', basis: 'inclusive' } as const;
  const rule = { percent: '3', threshold: 150_000n, reached: 'exempt' } as const;

  it('is paid whatever the sales are, and nothing more is owed of its sale', () => {
    const kept = { ...sale, amount: 100_000n, stated: undefined, keptBack: 3_000n };
    const other = { ...sale, assetId: 't', amount: 103_000n, stated: undefined };
    const below = taxOfPeriod([kept], rule);
    expect(below).toMatchObject({ sales: 100_000n, isTaxed: false, stated: 0n, keptBack: 3_000n, parts: [] });
    const above = taxOfPeriod([kept, other], rule);
    expect(above).toMatchObject({ sales: 200_000n, isTaxed: true, keptBack: 3_000n });
    expect(above.parts.map(({ assetId, amount }) => [assetId, amount])).toEqual([['t', 3_000n]]);
  });
});
