import {
  checkCostDebts,
  costPaidPostings,
  costPostings,
  readCostPayment,
  readCreditor,
} from '../../../src/domain/deductions/cost-debt';
import type { AccountRoles } from '../../../src/domain/ledger/chart';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';
import type { Problem } from '../../../src/domain/shared/problem';

const roles = { bank: '102', payable: '211', operatingExpense: '511' } as AccountRoles;

describe('whom a cost is owed to', () => {
  it.each<{ settling?: string; creditor?: string; owed: string | undefined; codes: string[] }>([
    { owed: undefined, codes: [] },
    { settling: 'bank', creditor: ' ', owed: undefined, codes: [] },
    { settling: 'owed', creditor: ' grid service ', owed: 'grid service', codes: [] },
    { settling: 'owed', creditor: '', owed: '', codes: ['form.missing'] },
    { settling: 'bank', creditor: 'x', owed: undefined, codes: ['deductions.creditorOfPaid'] },
    { settling: 'later', owed: undefined, codes: ['form.notAllowed'] },
    { settling: 'owed', creditor: 'x'.repeat(101), owed: 'x'.repeat(101), codes: ['form.tooLong'] },
    { settling: 'owed', creditor: '13800138000', owed: '13800138000', codes: ['form.privateNumber'] },
  ])('$settling $creditor: $codes', ({ owed, codes, ...form }) => {
    const problems: Problem[] = [];
    expect(readCreditor(form, problems)).toBe(owed);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('an owed cost in the books', () => {
  const cost = { pool: 'pv' as const, amount: 6_000_000n, assetId: 'station' };
  const told = (postings: ReturnType<typeof costPostings>) =>
    postings.map(
      ({ side, ledgerAccount, amount, poolFlow = '', counterparty = '', assetId = '' }) =>
        `${side} ${ledgerAccount} ${String(amount)} ${poolFlow} ${counterparty} ${assetId}`,
    );

  it('is deducted when it is booked, and paid later without a second deduction', () => {
    expect(told(costPostings({ ...cost, creditor: undefined }, roles))).toEqual([
      'debit 511 6000000 deducted  station',
      'credit 102 6000000   station',
    ]);
    expect(told(costPostings({ ...cost, creditor: 'grid' }, roles))).toEqual([
      'debit 511 6000000 deducted  station',
      'credit 211 6000000  grid ',
    ]);
    expect(told(costPaidPostings({ ...cost, creditor: 'grid' }, roles))).toEqual([
      'debit 211 6000000  grid ',
      'credit 102 6000000   ',
    ]);
    expect(told(costPaidPostings(cost, roles))).toEqual([
      'debit 211 6000000   station',
      'credit 102 6000000   ',
    ]);
  });

  it.each<{ rule: string; paidOn?: string; amount?: string; codes: string[] }>([
    { rule: 'all of it', codes: [] },
    { rule: 'a part', amount: '0.01', codes: [] },
    { rule: 'a fen more', amount: '60,000.01', codes: ['deductions.paidAboveOwed amount'] },
    { rule: 'nothing', amount: '0', codes: ['money.notPositive amount'] },
    { rule: 'the day before it', paidOn: '2025-05-04', codes: ['deductions.paidBeforeCost paidOn'] },
    { rule: 'no day', paidOn: '2025-02-30', codes: ['calendar.notADay paidOn'] },
  ])('is paid: $rule', ({ paidOn = '2025-05-05', amount = '60,000.00', codes }) => {
    const { problems } = readCostPayment({ paidOn, amount }, { postedOn: '2025-05-05', open: 6_000_000n });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<{ rule: string; creditor?: string; amount?: bigint; found: number }>([
    { rule: 'as it is kept', found: 0 },
    { rule: 'kept with another amount', amount: 1n, found: 1 },
    { rule: 'kept of somebody else', creditor: 'other', found: 2 },
    { rule: 'not kept at all', amount: 0n, found: 1 },
  ])(
    'is held against the account of payables: $rule',
    ({ creditor = 'grid', amount = 6_000_000n, found }) => {
      const findings = new Findings('deductions');
      const entry: CheckedEntry = {
        ...{ collectiveId: 'v', entryId: 'e', position: 7, chart: '2023', event: 'test', canonical: 2 },
        ...{ voucher: { year: 2025, number: 7 }, postedOn: '2025-05-05', statementOn: '2025-05-05' },
        ...{ bookedAt: '2025-05-05T00:00:00Z', aboutPeriod: '2025-05', summary: 's', preparedBy: 'ann' },
        ...{ postedBy: 'ben', previousHash: '', hash: '', lineDays: [], lineNumbers: [] },
        source: { kind: 'deduction', id: 'd' },
        postings: costPostings({ ...cost, creditor: 'grid' }, roles),
      };
      const owed = amount === 0n ? [] : [{ creditor, amount }];
      checkCostDebts(entry, { payable: roles.payable, kept: { owed, paid: [] } }, findings);
      expect(findings.breaks).toHaveLength(found);
    },
  );
});
