import type { PoolFlow } from '../../../src/domain/ledger/journal-entry';
import type { TracedLine } from '../../../src/domain/ledger/trace-money';

/** What a line carries beside account and amount. */
export type Wish = Partial<TracedLine> & { readonly flow?: PoolFlow };
type Given = readonly [account: string, signed: bigint, wish?: Wish];

const moneyOf = (account: string): Pick<TracedLine, 'money'> => {
  if (['101', '102'].includes(account)) return { money: 'cash' };
  return ['113', '211', '213'].includes(account) ? { money: 'dealing' } : {};
};

/** A voucher by its lines: account, amount (debit above zero), and what else matters. */
export function voucher(id: number, given: readonly Given[], of: Partial<TracedLine> = {}): TracedLine[] {
  const day = `2025-01-${String(id).padStart(2, '0')}`;
  return given.map(([ledgerAccount, signed, { flow, ...wish } = {}], index) => ({
    entryId: String(id),
    lineNumber: index + 1,
    position: id,
    voucherYear: 2025,
    voucherNumber: id,
    postedOn: day,
    statementOn: day,
    summary: 'summary',
    ledgerAccount,
    side: signed > 0n ? 'debit' : 'credit',
    amount: signed > 0n ? signed : -signed,
    ...moneyOf(ledgerAccount),
    ...(flow === undefined ? {} : { poolFlow: flow }),
    ...of,
    ...wish,
  }));
}

/** What takes a voucher back, line by line in red letters. */
export function reversal(id: number, of: readonly TracedLine[]): TracedLine[] {
  return of.map((line) => ({
    ...line,
    entryId: String(id),
    position: id,
    postedOn: `2025-01-${String(id).padStart(2, '0')}`,
    reversesId: line.entryId,
    amount: -line.amount,
  }));
}

export const received = (id: number, amount: bigint): TracedLine[] =>
  voucher(id, [
    ['102', amount, { flow: 'received' }],
    ['112', -amount],
  ]);
export const cost = (id: number, amount: bigint): TracedLine[] =>
  voucher(id, [
    ['511', amount, { flow: 'deducted' }],
    ['102', -amount],
  ]);
export const granted = (id: number, amount: bigint, wish: Wish = {}): TracedLine[] =>
  voucher(id, [
    ['514', amount, { flow: 'granted', ...wish }],
    ['213', -amount, wish],
  ]);
export const paid = (id: number, amount: bigint, wish: Wish = {}): TracedLine[] =>
  voucher(id, [
    ['213', amount, wish],
    ['102', -amount],
  ]);
