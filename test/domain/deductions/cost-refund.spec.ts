import { costRefundPostings, readCostRefund } from '../../../src/domain/deductions/cost-refund';
import { seedRegisters } from '../../support/seed-registers';

describe('a cost that comes back', () => {
  const cost = { pool: 'pv' as const, amount: 50_000n, assetId: 'station', costOn: '2025-03-01' };

  it.each<{ rule: string; on: string; version: string; isCash?: boolean; lines: string[] }>([
    {
      rule: 'in its own year, 2023',
      on: '2025-12-31',
      version: '2023',
      lines: ['debit 102 50000 - station', 'credit 511 50000 deducted station'],
    },
    {
      rule: 'in its own year, 2004',
      on: '2025-03-01',
      version: '2004',
      lines: ['debit 102 50000 - station', 'credit 502 50000 deducted station'],
    },
    {
      rule: 'in the year after',
      on: '2026-01-01',
      version: '2023',
      lines: ['debit 102 50000 - station', 'credit 322 50000 deducted -'],
    },
    {
      rule: 'in cash',
      ...{ on: '2025-03-01', version: '2023', isCash: true },
      lines: ['debit 101 50000 - station', 'credit 511 50000 deducted station'],
    },
    {
      rule: 'in cash, 2004',
      ...{ on: '2026-01-01', version: '2004', isCash: true },
      lines: ['debit 101 50000 - station', 'credit 322 50000 deducted -'],
    },
  ])('makes less of what is deducted: $rule', ({ on, version, isCash = false, lines }) => {
    const of = seedRegisters().charts.requireChart(version);
    const told = costRefundPostings({ ...cost, isCash }, on, of).map(
      ({ side, ledgerAccount, amount, poolFlow = '-', assetId = '-' }) =>
        `${side} ${ledgerAccount} ${String(amount)} ${poolFlow} ${assetId}`,
    );
    expect(told).toEqual(lines);
  });

  it.each<{ rule: string; form?: object; paid?: bigint; refunded?: bigint; codes: string[] }>([
    { rule: 'all of it', codes: [] },
    { rule: 'a fen', form: { amount: '0.01' }, codes: [] },
    { rule: 'a fen more', form: { amount: '500.01' }, codes: ['deductions.refundAbovePaid amount'] },
    { rule: 'what is left', form: { amount: '100.00' }, refunded: 40_000n, codes: [] },
    {
      rule: 'a fen more than is left',
      form: { amount: '100.01' },
      refunded: 40_000n,
      codes: ['deductions.refundAbovePaid amount'],
    },
    { rule: 'of what nobody paid', paid: 0n, codes: ['deductions.refundAbovePaid amount'] },
    { rule: 'nothing', form: { amount: '0.00' }, codes: ['money.notPositive amount'] },
    { rule: 'less than nothing', form: { amount: '-1' }, codes: ['money.notPositive amount'] },
    { rule: 'on its day', form: { refundedOn: '2025-03-01' }, codes: [] },
    {
      rule: 'the day before it',
      form: { refundedOn: '2025-02-28' },
      codes: ['deductions.refundBeforeCost refundedOn'],
    },
    { rule: 'on no day', form: { refundedOn: '2025-02-30' }, codes: ['calendar.notADay refundedOn'] },
    { rule: 'without a reason', form: { reason: ' ' }, codes: ['form.missing reason'] },
    { rule: 'without a paper', form: { byPaper: '' }, codes: ['form.missing byPaper'] },
    { rule: 'the same again', form: { amount: '200.00' }, codes: ['twice.samePaper twiceReason'] },
    { rule: 'the same, and why', form: { amount: '200.00', twiceReason: 'two policies' }, codes: [] },
    { rule: 'another, and why', form: { twiceReason: 'two policies' }, codes: ['twice.notSeen twiceReason'] },
    { rule: 'no papers', form: { attachments: '0' }, codes: ['voucher.attachmentCount attachments'] },
    { rule: 'a phone', form: { reason: '13800138000' }, codes: ['form.privateNumber reason'] },
  ])('is read: $rule', ({ form = {}, paid = 50_000n, refunded = 0n, codes }) => {
    const refunds = [{ refundedOn: '2025-07-01', amount: 20_000n, paper: 'no. 7' }];
    const usual = { refundedOn: '2025-07-01', amount: '500.00', reason: 'cancelled', byPaper: 'no. 7' };
    const { problems } = readCostRefund(
      { ...usual, ...form },
      { postedOn: '2025-03-01', paid, refunded, refunds },
    );
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});
