import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type KeptTax, type TaxPart, taxAgrees } from '../../domain/income/kept-tax';
import type { StreamWindow } from '../../domain/income/split-stream';
import { type Fen, sumFen } from '../../domain/money/fen';
import { insertRecorded } from '../../platform/audit/records';
import type { CheckedBooks } from '../ledger/step-check.service';
import { JointPartTaxEntity, JointSlipTaxEntity } from './joint-tax.entity';
import { SettlementEntity } from './settlement.entity';

/** What of the owners' tax the slips of a station under a share table have split. @param slips that stand */
export async function readTaxWindow(
  db: EntityManager,
  collectiveId: string,
  { slips, tableFrom }: { readonly slips: readonly SettlementEntity[]; readonly tableFrom: CalendarDay },
): Promise<Pick<StreamWindow, 'whole' | 'given'>> {
  const own = slips.filter((slip) => slip.shareTableFrom === tableFrom);
  const settlementId = In(own.map((slip) => slip.id));
  const parts = await db.findBy(JointPartTaxEntity, { collectiveId, settlementId });
  const given = new Map<string, Fen>();
  for (const { owner, tax } of parts) given.set(owner, (given.get(owner) ?? 0n) + tax);
  return { whole: sumFen(parts.map(({ tax }) => tax)), given };
}

/** Keeps the owners' tax of a slip, and what of it is whose. */
export async function insertTaxes(
  tx: EntityManager,
  slip: { readonly collectiveId: string; readonly settlementId: string },
  of: { readonly kept: KeptTax | undefined; readonly parts: readonly TaxPart[] },
): Promise<void> {
  if (of.kept === undefined) return;
  await insertRecorded(tx, JointSlipTaxEntity, { ...slip, ...of.kept });
  const rows = of.parts.map(({ owner, tax }) => ({ ...slip, owner, tax }));
  await insertRecorded(tx, JointPartTaxEntity, rows);
}

/** The owners' taxes of slips, or of all: by slip the way, and by slip and owner his part. */
export async function readTaxes(
  db: EntityManager,
  collectiveId: string,
  slipId?: string,
): Promise<(slipId: string, owner: string) => KeptTax | undefined> {
  const of = { collectiveId, ...(slipId === undefined ? {} : { settlementId: slipId }) };
  const slips = await db.findBy(JointSlipTaxEntity, of);
  if (slips.length === 0) return () => undefined;
  const parts = await db.findBy(JointPartTaxEntity, of);
  return (id, owner) => {
    const way = slips.find((slip) => slip.settlementId === id)?.way;
    const own = parts.find((part) => part.settlementId === id && part.owner === owner);
    return way === undefined || own === undefined ? undefined : { way, tax: own.tax };
  };
}

/** Says of which slips the owners' tax does not agree with its parts, or with what is paid of the fee. */
export async function checkTaxes({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
  const taxes = await db.findBy(JointSlipTaxEntity, { collectiveId });
  const parts = await db.findBy(JointPartTaxEntity, { collectiveId });
  const ids = [...new Set([...taxes, ...parts].map((row) => row.settlementId))];
  const slips = await db.findBy(SettlementEntity, { collectiveId, id: In(ids) });
  findings.looked += slips.length;
  for (const slip of slips) {
    const kept = taxes.find((row) => row.settlementId === slip.id);
    const own = parts.filter((row) => row.settlementId === slip.id).map((row) => row.tax);
    const { energyFee: printed, ownEnergyFee: owed, generationMonth: month } = slip;
    const isNet = slip.entered['taxBasis'] === 'net';
    if (taxAgrees({ kept, isNet, printed, owed, parts: own })) continue;
    const facts = { month, keptFen: String(kept?.tax ?? 0n), partsFen: String(sumFen(own)) };
    findings.add('check.jointTax', { month }, { ...facts, owedFen: String(owed) });
  }
}
