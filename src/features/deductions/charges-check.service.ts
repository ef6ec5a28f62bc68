import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { checkCharges, type KeptCharge, type KeptRefund } from '../../domain/deductions/check-charges';
import { run } from '../../platform/database/statements';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { DeductionContractsService } from './deduction-contracts.service';
import { DeductionEntity } from './deduction.entity';

/** The pass of charges: each is what its contract and what changed it since come to. */
@Injectable()
export class ChargesCheckService extends StepCheck {
  override readonly pass = 'charges';

  constructor(private readonly contracts: DeductionContractsService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A charge is reckoned from those of its period before it: they are looked at together.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const rows = await db.findBy(DeductionEntity, { collectiveId, contractId: Not(IsNull()) });
    if (rows.length === 0) return;
    const places = await readPlaces(db, collectiveId);
    const refunds = await readRefunds(db, collectiveId);
    const contracts = await this.contracts.listAllContracts(collectiveId, db);
    for (const contract of contracts) {
      const own = rows.filter(({ contractId }) => contractId === contract.id);
      checkCharges(
        contract,
        own.flatMap((row) => chargeOf(row, { places, refunds })),
        findings,
      );
    }
    const known = new Set(contracts.map(({ id }) => id));
    for (const { contractId, entryId, name } of rows)
      if (contractId !== null && !known.has(contractId))
        findings.add('check.chargeAlone', { entryId }, { name });
  }
}

/** Where a charge and its reversal stand in the chain. */
interface Place {
  readonly position: number;
  readonly reversedAt: number | undefined;
}

/** A charge whose voucher is gone is found by the pass of deductions. */
function chargeOf(
  row: DeductionEntity,
  { places, refunds }: { readonly places: ReadonlyMap<string, Place>; readonly refunds: readonly RefundAt[] },
): KeptCharge[] {
  const place = places.get(row.entryId);
  if (place === undefined) return [];
  const { term, base = '0', parts = [], coversFrom } = row.reckoning;
  return [
    {
      ...place,
      refunds: term?.type === 'percentOfReceipt' ? refunds.filter((each) => each.deductionId === row.id) : [],
      ...{ entryId: row.entryId, postedOn: row.postedOn, amount: row.amount, term, coversFrom },
      base: BigInt(base),
      parts: parts.map((part) => ({ ...part, received: BigInt(part.received) })),
    },
  ];
}

async function readPlaces(db: EntityManager, collectiveId: string): Promise<Map<string, Place>> {
  const rows = await run<{ id: string; position: number; reversed_at: number | null }>(
    db,
    `SELECT e.id, e.chain_position AS position, r.chain_position AS reversed_at
     FROM deductions d
     JOIN ledger_entries e ON e.collective_id = d.collective_id AND e.id = d.entry_id
     LEFT JOIN ledger_entries r ON r.collective_id = d.collective_id AND r.reverses_id = d.entry_id
     WHERE d.collective_id = ? AND d.contract_id IS NOT NULL`,
    [collectiveId],
  );
  return new Map(
    rows.map(({ id, position, reversed_at: at }) => [id, { position, reversedAt: at ?? undefined }]),
  );
}

/** What came back of a cost that it names. */
interface RefundAt extends KeptRefund {
  readonly deductionId: string;
}

async function readRefunds(db: EntityManager, collectiveId: string): Promise<RefundAt[]> {
  const rows = await run<{ id: string; amount: string; position: number; reversed_at: number | null }>(
    db,
    `SELECT f.deduction_id AS id, CAST(f.amount_fen AS TEXT) AS amount, e.chain_position AS position,
       r.chain_position AS reversed_at
     FROM cost_refunds f
     JOIN ledger_entries e ON e.collective_id = f.collective_id AND e.id = f.entry_id
     LEFT JOIN ledger_entries r ON r.collective_id = f.collective_id AND r.reverses_id = f.entry_id
     WHERE f.collective_id = ?`,
    [collectiveId],
  );
  return rows.map(({ id: deductionId, amount, position, reversed_at: at }) => ({
    ...{ deductionId, amount: BigInt(amount), position, reversedAt: at ?? undefined },
  }));
}
