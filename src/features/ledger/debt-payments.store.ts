import { type EntityManager, In } from 'typeorm';
import type { NamedPart, TracedLine } from '../../domain/ledger/traced-line';
import { inGroups } from '../../platform/database/many-ids';
import { DebtPaymentEntity } from './debt-payment.entity';

/** Whose parts the lines of payments are, of villages, by voucher and line. */
export class PaymentNames {
  private readonly parts = new Map<string, NamedPart[]>();

  constructor(rows: readonly DebtPaymentEntity[]) {
    for (const { entryId, entryLine, debtEntryId: debtId, partyId, amount, paidEntryId } of rows) {
      const key = keyOf(entryId, entryLine);
      const part = { debtId, partyId, amount, ...(paidEntryId === null ? {} : { paidBy: paidEntryId }) };
      const own = this.parts.get(key);
      // One line may pay a hundred thousand people: it is not copied for each.
      if (own === undefined) this.parts.set(key, [part]);
      else own.push(part);
    }
  }

  /** The line with whose parts it is, where it says so. */
  named(line: TracedLine): TracedLine {
    const names = this.parts.get(keyOf(line.entryId, line.lineNumber));
    return names === undefined ? line : { ...line, names };
  }
}

export async function readPaymentNames(
  db: EntityManager,
  collectiveIds: readonly string[],
): Promise<PaymentNames> {
  const rows: DebtPaymentEntity[] = [];
  for (const ids of inGroups(collectiveIds))
    rows.push(
      ...(await db.find(DebtPaymentEntity, {
        where: { collectiveId: In(ids) },
        order: { collectiveId: 'ASC', entryId: 'ASC', number: 'ASC' },
      })),
    );
  return new PaymentNames(rows);
}

function keyOf(entryId: string, line: number): string {
  return `${entryId} ${String(line)}`;
}
