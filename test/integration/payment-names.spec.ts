import { PaymentNames } from '../../src/features/ledger/debt-payments.store';
import type { TracedLine } from '../../src/domain/ledger/traced-line';

const MANY = 100_000;

it('takes up the parts of a line that pays a hundred thousand people without copying them for each', () => {
  const rows = Array.from({ length: MANY }, (_, index) => ({
    ...{ collectiveId: 'village', entryId: 'paid', number: index + 1, entryLine: 1, debtEntryId: 'owed' },
    ...{ partyId: `person ${String(index)}`, amount: 1n, paidEntryId: null },
  }));
  const from = process.cpuUsage();
  const names = new PaymentNames(rows);
  const { user, system } = process.cpuUsage(from);
  // Copied for each, they take seventy seconds of a processor; here less than two.
  expect((user + system) / 1_000_000).toBeLessThan(10);
  const line: TracedLine = {
    ...{ entryId: 'paid', lineNumber: 1, position: 2, voucherYear: 2025, voucherNumber: 2 },
    ...{ postedOn: '2025-07-20', statementOn: '2025-07-20', summary: 'paid', ledgerAccount: '211' },
    ...{ side: 'debit', amount: BigInt(MANY) },
  };
  expect(names.named(line).names?.length).toBe(MANY);
  expect(names.named({ ...line, lineNumber: 2 }).names).toBeUndefined();
});
