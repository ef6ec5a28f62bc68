import { readImported } from '../../../src/domain/ledger/imported-voucher';
import { typedLine, typedVoucher } from '../../support/vouchers';
import { FULL } from './entries.fixture';

const REGISTERS = { chart: FULL, assetIds: new Set<string>(), counterparties: new Map<string, string>() };

/**
 * What is wrong with older books, by line: each voucher as `211 5, 504 -5`, debit above zero, of another pool
 * than the members' as `pv 102 5`.
 */
export const codesOf = (vouchers: readonly string[], owed: bigint) => {
  const typed = vouchers.map((text, index) => {
    const lines = text.split(', ').map((each) => {
      const [amount = '', ledgerAccount = '', pool = 'members'] = each.split(' ').reverse();
      const side = amount.startsWith('-') ? 'credit' : 'debit';
      return typedLine({ ledgerAccount, [side]: `${amount.replace('-', '')}.00`, pool });
    });
    return { line: index + 1, id: String(index), form: typedVoucher({ lines }) };
  });
  const balances = [{ ledgerAccount: '211', pool: 'members' as const, amount: -owed }];
  const { problems } = readImported(typed, REGISTERS, { known: new Set(), balances });
  return problems.map(({ code, field }) => `${field.split('.')[1] ?? ''} ${code.replace('import.', '')}`);
};
