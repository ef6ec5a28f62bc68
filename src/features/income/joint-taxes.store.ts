import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type BorneTax,
  borneTax,
  type KeptTax,
  type SlipsTax,
  type TaxPart,
  taxAgrees,
} from '../../domain/income/kept-tax';
import type { StreamWindow } from '../../domain/income/split-stream';
import { type Fen, sumFen } from '../../domain/money/fen';
import { insertRecorded } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import type { CheckedBooks } from '../ledger/step-check.service';
import type { StandingIn } from './joint-cuts.store';
import { keepersSlipOf } from './keepers-mark';
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
  of: { readonly kept: SlipsTax | undefined; readonly parts: readonly TaxPart[] },
): Promise<void> {
  if (of.kept === undefined) return;
  const { bearer, ...kept } = of.kept;
  const row = { ...slip, ...kept, bearer: bearer === 'keeper' ? bearer : null };
  await insertRecorded(tx, JointSlipTaxEntity, row);
  const rows = of.parts.map(({ owner, tax }) => ({ ...slip, owner, tax }));
  if (rows.length > 0) await insertRecorded(tx, JointPartTaxEntity, rows);
}

/** The owners' own taxes of slips, or of all: by slip the way, and by slip and owner his part. */
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
    const way = slips.find((slip) => slip.settlementId === id && slip.bearer === null)?.way;
    const own = parts.find((part) => part.settlementId === id && part.owner === owner);
    return way === undefined || own === undefined ? undefined : { way, tax: own.tax };
  };
}

/** A slip's tax as its row says it. */
export function slipsTax(row: JointSlipTaxEntity | undefined): SlipsTax | undefined {
  return row && { way: row.way, tax: row.tax, bearer: row.bearer ?? 'owners' };
}

/** The tax of one slip, and what of it is, or is owed to, which owner. */
export async function readSlipsTax(
  db: EntityManager,
  of: { readonly collectiveId: string; readonly settlementId: string },
): Promise<{ tax: SlipsTax; parts: readonly JointPartTaxEntity[] } | undefined> {
  const tax = slipsTax((await db.findOneBy(JointSlipTaxEntity, of)) ?? undefined);
  return tax && { tax, parts: await db.findBy(JointPartTaxEntity, of) };
}

/** What the keeper bears of slips' tax, by slip. */
export async function readBorne(
  db: EntityManager,
  collectiveId: string,
  slipIds: readonly string[],
): Promise<ReadonlyMap<string, BorneTax>> {
  const settlementId = In([...slipIds]);
  const rows = await db.findBy(JointSlipTaxEntity, { collectiveId, settlementId, bearer: 'keeper' });
  return new Map(rows.map((row) => [row.settlementId, borneTax(slipsTax(row))]));
}

/** The slips in an owner's books whose tax their keeper bears, by the keeper's own. */
export async function readBorneByKeepers(db: EntityManager, ownerId: string): Promise<ReadonlySet<string>> {
  const borne = await run<{ settlement_id: string }>(
    db,
    `SELECT p.settlement_id FROM joint_slip_taxes t
     JOIN joint_parts p ON p.collective_id = t.collective_id AND p.settlement_id = t.settlement_id
     WHERE t.bearer = 'keeper' AND p.owner_id = ?`,
    [ownerId],
  );
  if (borne.length === 0) return new Set();
  const ids = new Set(borne.map((row) => row.settlement_id));
  const slips = await db.findBy(SettlementEntity, { collectiveId: ownerId });
  return new Set(slips.filter((slip) => ids.has(keepersSlipOf(slip) ?? '')).map(({ id }) => id));
}

/** What a keeper owes owners for tax that he bears, by slips that stand: all of it, or until a day. */
export async function readBorneParts(
  db: EntityManager,
  { collectiveId, reversed, until }: StandingIn & { readonly until?: CalendarDay | undefined },
): Promise<JointPartTaxEntity[]> {
  const taxes = await db.findBy(JointSlipTaxEntity, { collectiveId, bearer: 'keeper' });
  if (taxes.length === 0) return [];
  const id = In(taxes.map((row) => row.settlementId));
  const slips = await db.findBy(SettlementEntity, { collectiveId, id });
  const standing = slips.filter(
    ({ entryId, postedOn }) => !reversed.has(entryId ?? '') && (until === undefined || postedOn <= until),
  );
  return db.findBy(JointPartTaxEntity, { collectiveId, settlementId: In(standing.map((slip) => slip.id)) });
}

/** Says of which slips the owners' tax does not agree with its parts, or with what is paid of the fee. */
export async function checkTaxes({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
  const taxes = await db.findBy(JointSlipTaxEntity, { collectiveId });
  const parts = await db.findBy(JointPartTaxEntity, { collectiveId });
  const ids = [...new Set([...taxes, ...parts].map((row) => row.settlementId))];
  const slips = await db.findBy(SettlementEntity, { collectiveId, id: In(ids) });
  findings.looked += slips.length;
  for (const slip of slips) {
    const kept = slipsTax(taxes.find((row) => row.settlementId === slip.id));
    const own = parts.filter((row) => row.settlementId === slip.id).map((row) => row.tax);
    const { energyFee: printed, ownEnergyFee: owed, generationMonth: month } = slip;
    const isNet = slip.entered['taxBasis'] === 'net';
    if (taxAgrees({ kept, isNet, printed, owed, parts: own })) continue;
    const facts = { month, keptFen: String(kept?.tax ?? 0n), partsFen: String(sumFen(own)) };
    findings.add('check.jointTax', { month }, { ...facts, owedFen: String(owed) });
  }
}
