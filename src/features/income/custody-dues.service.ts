import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { type Custody, custodyOver } from '../../domain/assets/custody';
import { bearerOver } from '../../domain/assets/custody-bearers';
import {
  type OwnersMove,
  type OwnersSum,
  ownersPart,
  ownersPartOfReceipt,
  requireTaxBorne,
  type SharedSum,
  type TaxedSum,
} from '../../domain/income/custody-parts';
import type { Stream } from '../../domain/ledger/journal-entry';
import type { ReceiptLine } from '../../domain/income/receipt';
import type { IncomeDue } from '../../domain/income/rent';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded } from '../../platform/audit/records';
import { CustodiesService } from '../assets/custodies.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import {
  CustodyCostEntity,
  CustodyDueEntity,
  CustodyPaymentEntity,
  CustodyReceiptEntity,
} from './custody-due.entity';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity, streamOf } from './receivable.entity';

/** What of a due is an owner's, and by which agreement. */
export interface OwnersDue extends OwnersSum {
  readonly custodyId: string;
  /** The tax its paper charges, and by what that was split. */
  readonly tax: Fen | undefined;
  readonly bearersId: string | undefined;
}

/** What fell due under an agreement and stands, with the tax in it and who bears that. */
interface StandingDue extends TaxedSum, SharedSum {
  readonly receivableId: string;
  readonly receivable: ReceivableEntity;
}

/** What happened under an agreement and stands. */
export interface CustodyStanding {
  readonly dues: readonly (Pick<StandingDue, 'receivable' | 'part' | 'tax'> & {
    readonly stream: Stream;
    readonly came: Fen;
  })[];
  readonly payments: readonly CustodyPaymentEntity[];
  /** What he bore so far of costs: kept back from him, or paid by him. */
  readonly costs: readonly CustodyCostEntity[];
  readonly moves: readonly OwnersMove[];
  /** Came for the owner, was not kept back for costs and is not yet paid to him. */
  readonly owed: Fen;
}

/** It was kept back from what came for the owner; he did not pay it himself. */
export function isKeptBack({ paidBy }: CustodyCostEntity): boolean {
  return paidBy === null;
}

/** What of income is the owners' of the assets that the village keeps or runs for them. */
@Injectable()
export class CustodyDuesService {
  constructor(
    private readonly custodies: CustodiesService,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * What of a due is an owner's; undefined where all of it is the village's.
   * @throws DomainError `custody.crosses`, `custody.notInForce`, `custody.taxed`,
   *   `custody.taxAbove*`, `custody.bearerChanges`, `custody.rightElsewhere`, `tax.noAccount`
   */
  async partOf(
    tx: EntityManager,
    collectiveId: string,
    { due, asset }: { readonly due: IncomeDue; readonly asset: Asset },
  ): Promise<OwnersDue | undefined> {
    const all = await this.custodies.list(collectiveId, asset.id, tx);
    const days = { from: due.coversFrom, to: due.coversTo };
    const custody = custodyOver(all, days, asset.assetClass === 'household');
    if (custody === undefined) {
      await this.custodies.requireOwnRight(tx, collectiveId, { asset, days });
      return undefined;
    }
    const { id: custodyId, owner, share } = custody;
    const { amount, tax } = due;
    const said = tax === undefined ? undefined : bearerOver(custody.bearers, days);
    if (tax !== undefined && said === undefined) throw new DomainError('custody.taxed');
    const taxed = { amount, tax, taxBearer: said?.bearer };
    requireTaxBorne(share, taxed);
    const standing = await this.standingDues(tx, collectiveId, custody);
    return { custodyId, owner, part: ownersPart(share, standing, taxed), tax, bearersId: said?.id };
  }

  /** Every agreement there is. */
  listAgreements(collectiveId: string, db: EntityManager): Promise<Custody[]> {
    return this.custodies.listAll(collectiveId, db);
  }

  /** Keeps it beside the receivable of its voucher. */
  async keepDue(
    tx: EntityManager,
    collectiveId: string,
    { own, entryId }: { readonly own: OwnersDue | undefined; readonly entryId: string },
  ): Promise<void> {
    if (own === undefined) return;
    const { id: receivableId, amount } = await tx.findOneByOrFail(ReceivableEntity, {
      collectiveId,
      entryId,
    });
    const { custodyId, part, bearersId = null } = own;
    await insertRecorded(tx, CustodyDueEntity, {
      collectiveId,
      receivableId,
      custodyId,
      amount,
      part,
      entryId,
      bearersId,
    });
  }

  /** By receivable, what of the lines of a receipt is an owner's; of what is all the village's nothing. */
  async partsOf(
    tx: EntityManager,
    collectiveId: string,
    lines: readonly ReceiptLine[],
  ): Promise<ReadonlyMap<string, OwnersSum>> {
    const receivableId = In(lines.map((line) => line.receivableId));
    const dues = await tx.findBy(CustodyDueEntity, { collectiveId, receivableId });
    if (dues.length === 0) return new Map();
    const came = await this.standingReceipts(tx, collectiveId, dues);
    const found = new Map<string, OwnersSum>();
    for (const due of dues) {
      const line = lines.find((each) => each.receivableId === due.receivableId);
      const custody = await this.custodies.require(collectiveId, due.custodyId, tx);
      const earlier = came.filter((each) => each.receivableId === due.receivableId);
      const part = ownersPartOfReceipt(due, earlier, line?.amount ?? 0n);
      found.set(due.receivableId, { owner: custody.owner, part });
    }
    return found;
  }

  /** Keeps it beside the receipt. */
  async keepReceipt(
    tx: EntityManager,
    collectiveId: string,
    { receiptId, parts }: { readonly receiptId: string; readonly parts: ReadonlyMap<string, OwnersSum> },
  ): Promise<void> {
    const rows = [...parts].map(([receivableId, { part }]) => ({
      collectiveId,
      receiptId,
      receivableId,
      part,
    }));
    const some = rows.filter(({ part }) => part > 0n);
    if (some.length > 0) await insertRecorded(tx, CustodyReceiptEntity, some);
  }

  /** What was ever kept back of costs. */
  listEveryCost(db: EntityManager, collectiveId: string): Promise<CustodyCostEntity[]> {
    return db.findBy(CustodyCostEntity, { collectiveId });
  }

  /** What was kept back of costs and stands, under an agreement or of one cost, in the order of its days. */
  async listCosts(
    db: EntityManager,
    collectiveId: string,
    of: { readonly custodyId: string } | { readonly deductionId: string },
  ): Promise<CustodyCostEntity[]> {
    const where = { collectiveId, ...of };
    const rows = await db.find(CustodyCostEntity, { where, order: { keptOn: 'ASC', id: 'ASC' } });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return rows.filter(({ entryId }) => !reversed.has(entryId));
  }

  /** What fell due under an agreement, what of it came, and what the owner was paid. */
  async standingOf(db: EntityManager, collectiveId: string, custody: Custody): Promise<CustodyStanding> {
    const custodyId = custody.id;
    const dues = await this.standingDues(db, collectiveId, custody);
    const came = await this.standingReceipts(db, collectiveId, dues);
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const paid = await db.find(CustodyPaymentEntity, {
      where: { collectiveId, custodyId },
      order: { paidOn: 'ASC', id: 'ASC' },
    });
    const payments = paid.filter(({ entryId }) => !reversed.has(entryId));
    const costs = await this.listCosts(db, collectiveId, { custodyId });
    const moves = [
      ...came.map(({ on, part }) => ({ on, amount: part })),
      ...payments.map(({ paidOn: on, amount }) => ({ on, amount: -amount })),
      ...costs.filter(isKeptBack).map(({ keptOn: on, kept }) => ({ on, amount: -kept })),
    ];
    return {
      dues: dues.map(({ receivableId, receivable, part, tax }) => {
        const own = came.filter((each) => each.receivableId === receivableId);
        return {
          receivable,
          stream: streamOf(receivable),
          part,
          tax,
          came: sumFen(own.map((each) => each.part)),
        };
      }),
      ...{ payments, costs, moves, owed: sumFen(moves.map(({ amount }) => amount)) },
    };
  }

  /**
   * Refuses to take back a receipt of which an owner was paid his part: that payment is reversed first.
   * @throws DomainError `custody.paidOut`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, { source }: Voucher): Promise<void> {
    if (source.kind !== 'receipt') return;
    const rows = await tx.findBy(CustodyReceiptEntity, { collectiveId, receiptId: source.id });
    const receivableId = In(rows.map((row) => row.receivableId));
    const dues = await tx.findBy(CustodyDueEntity, { collectiveId, receivableId });
    for (const custodyId of new Set(dues.map((due) => due.custodyId))) {
      const own = dues.filter((due) => due.custodyId === custodyId).map((due) => due.receivableId);
      const brought = sumFen(rows.filter((row) => own.includes(row.receivableId)).map(({ part }) => part));
      const custody = await this.custodies.require(collectiveId, custodyId, tx);
      const { owed } = await this.standingOf(tx, collectiveId, custody);
      if (owed < brought) throw new DomainError('custody.paidOut');
    }
  }

  private async standingDues(
    db: EntityManager,
    collectiveId: string,
    { id: custodyId, bearers }: Custody,
  ): Promise<StandingDue[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const rows = await db.find(CustodyDueEntity, {
      where: { collectiveId, custodyId },
      order: { receivableId: 'ASC' },
    });
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    const id = In(standing.map(({ receivableId }) => receivableId));
    const receivables = await db.findBy(ReceivableEntity, { collectiveId, id });
    return standing.flatMap((row) => {
      const receivable = receivables.find((each) => each.id === row.receivableId);
      if (receivable === undefined) return [];
      const said = bearers.find((each) => each.id === row.bearersId);
      const { receivableId, amount, part } = row;
      const taxed = { amount, tax: receivable.tax ?? undefined, taxBearer: said?.bearer };
      return [{ receivableId, receivable, part, ...taxed }];
    });
  }

  /** What came on dues and stands, with the owner's part of it. */
  private async standingReceipts(
    db: EntityManager,
    collectiveId: string,
    dues: readonly Pick<CustodyDueEntity, 'receivableId'>[],
  ) {
    const receivableId = In(dues.map((due) => due.receivableId));
    const lines = await db.findBy(ReceiptLineEntity, { collectiveId, receivableId });
    const parts = await db.findBy(CustodyReceiptEntity, { collectiveId, receivableId });
    const id = In([...new Set(lines.map(({ receiptId }) => receiptId))]);
    const receipts = await db.findBy(ReceiptEntity, { collectiveId, id });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return lines.flatMap((line) => {
      const receipt = receipts.find((each) => each.id === line.receiptId);
      if (receipt === undefined || reversed.has(receipt.entryId)) return [];
      const own = parts.find(
        (each) => each.receiptId === line.receiptId && each.receivableId === line.receivableId,
      );
      const { receivableId: of, amount } = line;
      return [{ receivableId: of, amount, on: receipt.receivedOn, part: own?.part ?? 0n }];
    });
  }
}
