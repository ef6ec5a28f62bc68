import type { Database } from '../../src/platform/database/database';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** A village with money in three pools and three others by name. */
export async function dealingVillage(database: Database): Promise<Village> {
  const village = await Village.start(database);
  const bank = [
    { pool: 'members' as const, amount: 900_00n },
    { pool: 'pv' as const, amount: 500_00n },
    { pool: 'earmarked' as const, amount: 500_00n },
  ];
  const { openings, counterparties } = village.services;
  await openings.recordShort(village.id, { on: '2025-01-01', bank, receivables: [] }, ACCOUNTANT);
  for (const name of ['Qian', 'Mill', 'Other'])
    await counterparties.addCounterparty(village.id, { kind: 'organisation', name }, ACCOUNTANT);
  return village;
}

/**
 * A voucher told as `members 113 Qian 5` on the debit side, `-5` on the credit side, line by line.
 * @returns its id
 */
export async function writtenIn(village: Village, told: string, postedOn = '2025-02-10'): Promise<string> {
  const lines = told.split(', ').map((line) => {
    const words = line.split(' ');
    const [amount = '', account = '', pool = 'members'] = [words.at(-1), words[1], words[0]];
    const side = amount.startsWith('-') ? 'credit' : 'debit';
    const counterparty = words.length > 3 ? (words[2] ?? '') : '';
    return typedLine({ ledgerAccount: account, [side]: amount.replace('-', ''), pool, counterparty });
  });
  const { entryId } = await village.services.manualVouchers.postVoucher(
    village.id,
    typedVoucher({ postedOn, lines }),
    { preparedBy: 'ann', reviewedBy: 'ben' },
  );
  return entryId;
}
