import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkBorneTax, checkJoint, type KeptDealing } from '../../domain/income/check-joint';
import { JOINT_CUT } from '../../domain/income/joint-cut';
import type { OwnersPart } from '../../domain/income/joint-postings';
import type { BorneTax } from '../../domain/income/kept-tax';
import { SUBSIDY_CUT } from '../../domain/income/subsidy-cut';
import type { AccountRoles } from '../../domain/ledger/chart';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import {
  type CounterpartyNames,
  isCounterpartyWord,
  TRANSIT,
  UNSPLIT,
} from '../../domain/ledger/counterparty';
import { type Fen, sumFen } from '../../domain/money/fen';
import { StationLinksService } from '../assets/station-links.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { JointCutDeliveryEntity } from './joint-cut-delivery.entity';
import { JointCutPartEntity } from './joint-cut-part.entity';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointReceiptPartEntity } from './joint-receipt-part.entity';
import { checkKeptSplits } from './joint-splits.store';
import { JointPartTaxEntity } from './joint-tax.entity';
import { checkTaxes, readBorne } from './joint-taxes.store';
import { JointReleaseEntity, JointUnsplitEntity } from './joint-unsplit.entity';
import { ReceiptEntity } from './receipt.entity';
import { SettlementEntity } from './settlement.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

/** The keeper's rows of a run of entries. */
interface JointRows {
  readonly slips: readonly SettlementEntity[];
  readonly deliveries: readonly JointDeliveryEntity[];
  readonly parts: readonly JointPartEntity[];
  readonly receipts: readonly ReceiptEntity[];
  readonly came: readonly JointReceiptPartEntity[];
  /** What the keeper bears of slips' tax, and what of it he owes to whom. */
  readonly borne: ReadonlyMap<string, BorneTax>;
  readonly owedTax: readonly JointPartTaxEntity[];
  readonly payments: readonly JointPaymentEntity[];
  readonly held: readonly JointUnsplitEntity[];
  readonly releases: readonly JointReleaseEntity[];
  readonly cuts: readonly SubsidyCutEntity[];
  readonly cutParts: readonly JointCutPartEntity[];
  readonly cutDeliveries: readonly JointCutDeliveryEntity[];
}

/** What can move anything between a keeper and owners. */
const SOURCES: readonly string[] = [
  ...['settlement', 'jointPart', 'receipt', 'jointPayment'],
  ...[SUBSIDY_CUT, JOINT_CUT],
];

/** The pass of whoever keeps joint stations: what owners get, got and were paid is what the books say. */
@Injectable()
export class JointCheckService extends StepCheck {
  override readonly pass = 'joint';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly reading: LedgerReadService,
    private readonly links: StationLinksService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const own = entries.filter((entry) => SOURCES.includes(entry.source.kind));
    if (own.length === 0) return;
    const rows = await rowsOf(books, own);
    const names = await this.reading.listCounterparties(books.collectiveId, books.db);
    for (const entry of own) {
      const roles = books.chartOf(entry.chart)?.roles;
      if (roles === undefined) continue;
      const kept = dealingsOf(entry.entryId, rows, { roles, names });
      checkJoint(entry, { accounts: [roles.internal, roles.payable], kept }, books.findings);
      checkBorneTax(entry, borneBy(entry.entryId, rows), books.findings);
    }
  }

  override async checkRows(books: CheckedBooks): Promise<void> {
    const { db, collectiveId, findings } = books;
    await checkTaxes(books);
    const tables = await this.links.listKeptTables(collectiveId, db);
    const places = await this.ledger.chainPlaces(db, collectiveId, 'settlement');
    await checkKeptSplits(books, { tables, places });
    for (const table of ['joint_deliveries', 'joint_payments', 'joint_cut_deliveries']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
  }
}

async function rowsOf(
  { db, collectiveId }: CheckedBooks,
  entries: readonly CheckedEntry[],
): Promise<JointRows> {
  const entryId = In(entries.map((entry) => entry.entryId));
  const slips = await db.findBy(SettlementEntity, { collectiveId, entryId });
  const deliveries = await db.findBy(JointDeliveryEntity, { collectiveId, entryId });
  const settlementId = In([...slips.map((slip) => slip.id), ...deliveries.map((each) => each.settlementId)]);
  const receipts = await db.findBy(ReceiptEntity, { collectiveId, entryId });
  const receiptId = In(receipts.map((receipt) => receipt.id));
  const cuts = await db.findBy(SubsidyCutEntity, { collectiveId, entryId });
  const borne = await readBorne(
    db,
    collectiveId,
    slips.map((slip) => slip.id),
  );
  const cutDeliveries = await db.findBy(JointCutDeliveryEntity, { collectiveId, entryId });
  const cutId = In([...cuts.map((cut) => cut.id), ...cutDeliveries.map((each) => each.cutId)]);
  return {
    ...{ cuts, cutDeliveries, borne },
    owedTax: await db.findBy(JointPartTaxEntity, { collectiveId, settlementId: In([...borne.keys()]) }),
    cutParts: await db.findBy(JointCutPartEntity, { collectiveId, cutId }),
    slips,
    held: await db.findBy(JointUnsplitEntity, { collectiveId, settlementId }),
    releases: await db.findBy(JointReleaseEntity, { collectiveId, releasedBy: settlementId }),
    deliveries,
    parts: await db.findBy(JointPartEntity, { collectiveId, settlementId }),
    receipts,
    came: await db.findBy(JointReceiptPartEntity, { collectiveId, receiptId }),
    payments: await db.findBy(JointPaymentEntity, { collectiveId, entryId }),
  };
}

/** What an entry's slips leave to the keeper of their tax. */
function borneBy(entryId: string, { slips, borne }: JointRows): Fen {
  const own = slips.flatMap((slip) => (slip.entryId === entryId ? (borne.get(slip.id) ?? []) : []));
  return sumFen(own.map(({ charged, keptBack }) => charged + keptBack));
}

/** What the keeper owes owners for tax of these slips that he bears. */
function owedTaxOf(slips: readonly string[], { owedTax }: JointRows): OwnersPart[] {
  const own = owedTax.filter((each) => slips.includes(each.settlementId));
  return own.map(({ owner, tax }) => ({ owner, amount: tax }));
}

/** What the rows of an entry say that it moved between keeper and owners. */
function dealingsOf(
  entryId: string,
  rows: JointRows,
  { roles, names }: { readonly roles: AccountRoles; readonly names: CounterpartyNames },
): KeptDealing[] {
  const on = (ledgerAccount: string, counterparty: string, amount: bigint): KeptDealing => ({
    ledgerAccount,
    counterparty: isCounterpartyWord(counterparty) ? counterparty : names.idOf(counterparty),
    amount,
  });
  const whole = (part: JointPartEntity): bigint => part.energyFee + part.subsidy;
  const slips = rows.slips.filter((slip) => slip.entryId === entryId).map((slip) => slip.id);
  const shared = rows.parts.filter((part) => slips.includes(part.settlementId));
  const held = rows.held.filter((each) => slips.includes(each.settlementId));
  const released = rows.releases.filter((each) => slips.includes(each.releasedBy));
  const taken = rows.deliveries.filter((each) => each.entryId === entryId && each.act === 'taken');
  const arrived = rows.parts.filter((part) =>
    taken.some((each) => each.settlementId === part.settlementId && each.owner === part.owner),
  );
  const receipts = rows.receipts.filter((each) => each.entryId === entryId).map((each) => each.id);
  const came = rows.came.filter((each) => receipts.includes(each.receiptId));
  const paid = rows.payments.filter((each) => each.entryId === entryId);
  const cuts = rows.cuts.filter((cut) => cut.entryId === entryId).map((cut) => cut.id);
  const lost = rows.cutParts.filter((part) => cuts.includes(part.cutId));
  const noted = rows.cutDeliveries.filter((each) => each.entryId === entryId && each.act === 'taken');
  const borne = rows.cutParts.filter((part) =>
    noted.some((each) => each.cutId === part.cutId && each.owner === part.owner),
  );
  return [
    ...lost.map((part) => on(roles.internal, part.ownerId === null ? part.owner : TRANSIT, part.amount)),
    ...borne.flatMap(({ owner, amount }) => [
      on(roles.internal, TRANSIT, -amount),
      on(roles.internal, owner, amount),
    ]),
    ...shared.map((part) => on(roles.internal, part.ownerId === null ? part.owner : TRANSIT, -whole(part))),
    ...held.map((each) => on(roles.internal, UNSPLIT, -each.amount)),
    ...released.map((each) => on(roles.internal, UNSPLIT, each.amount)),
    ...arrived.flatMap((part) => [
      on(roles.internal, TRANSIT, whole(part)),
      on(roles.internal, part.owner, -whole(part)),
    ]),
    ...[...came, ...owedTaxOf(slips, rows)].flatMap(({ owner, amount }) => [
      on(roles.internal, owner, amount),
      on(roles.payable, owner, -amount),
    ]),
    ...paid.map(({ owner, amount }) => on(roles.payable, owner, amount)),
  ];
}
