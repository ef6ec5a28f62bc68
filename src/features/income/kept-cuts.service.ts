import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CutBefore, cutParts, JOINT_CUT, keptCutPostings } from '../../domain/income/joint-cut';
import type { OwnersPart } from '../../domain/income/joint-postings';
import type { ReceivablePart } from '../../domain/income/postings';
import { SUBSIDY_CUT } from '../../domain/income/subsidy-cut';
import type { Posting } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { AssetsService } from '../assets/assets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { readCutParts, type StandingIn } from './joint-cuts.store';
import { JointCutPartEntity } from './joint-cut-part.entity';
import { JointPartEntity } from './joint-part.entity';
import { readOpenParts } from './joint-parts.store';
import { ReceivableEntity } from './receivable.entity';
import { JointUnsplitEntity } from './joint-unsplit.entity';
import { SettlementEntity } from './settlement.entity';
import { insertRecorded } from '../../platform/audit/records';
import { SubsidyCutEntity } from './subsidy-cut.entity';

/** A cut of one receivable, as it was read. */
export interface CutOfReceivable {
  readonly receivableId: string;
  readonly part: ReceivablePart;
}

/** What a cut takes from one owner, with his id where his books are kept here. */
interface OwnersCut extends OwnersPart {
  readonly ownerId: string | null;
}

/** What a notice cuts of the subsidy of stations kept for others: it is the owners who lose it. */
@Injectable()
export class KeptCutsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
  ) {}

  /** Which of these receivables are of slips of kept stations. */
  async listKept(
    db: EntityManager,
    collectiveId: string,
    receivableIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    return new Set((await readOpenParts(db, { collectiveId, reversed }, receivableIds)).keys());
  }

  /**
   * The lines of the keeper's voucher, and what each owner loses by it, receivable by receivable: one after
   * the other, so that two months of one notice share the window.
   */
  async split(
    tx: EntityManager,
    collectiveId: string,
    cuts: readonly CutOfReceivable[],
  ): Promise<{ postings: Posting[]; parts: ReadonlyMap<string, readonly OwnersCut[]> }> {
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const reversed = await this.books.listReversedIds(collectiveId, tx);
    const windows = new Map<string, CutBefore>();
    const postings: Posting[] = [];
    const split = new Map<string, readonly OwnersCut[]>();
    for (const { receivableId, part } of cuts) {
      const found = await this.find(tx, { collectiveId, reversed }, receivableId);
      const key = `${found.slip.assetId} ${found.slip.shareTableFrom ?? ''}`;
      const before = windows.get(key) ?? found.before;
      const parts = cutParts(part.amount, before, found).map((each) => ({
        ...each,
        ownerId: found.idOf.get(each.owner) ?? null,
      }));
      windows.set(key, borneWith(before, parts));
      split.set(receivableId, parts);
      const here = parts.filter(({ ownerId }) => ownerId !== null);
      const elsewhere = parts.filter(({ ownerId }) => ownerId === null);
      const onTheWay = sumFen(here.map((each) => each.amount));
      postings.push(...keptCutPostings(part, { onTheWay, elsewhere }, roles));
    }
    return { postings, parts: split };
  }

  /** Keeps what each owner loses, until his books have taken it. */
  async note(
    tx: EntityManager,
    collectiveId: string,
    cut: { readonly cutId: string; readonly parts: readonly OwnersCut[] },
  ): Promise<void> {
    const rows = cut.parts.map(({ owner, ownerId, amount }) => ({
      ...{ collectiveId, cutId: cut.cutId, owner, ownerId, amount },
    }));
    await insertRecorded(tx, JointCutPartEntity, rows);
  }

  /**
   * Whether a person may take a voucher back: what came of a keeper's cut goes back with the cut.
   * @throws DomainError `joint.cutByKeeper`, `joint.partOfCut`
   */
  async requireByHand(
    tx: EntityManager,
    collectiveId: string,
    voucher: { readonly entryId: string; readonly source: { readonly kind: string } },
  ): Promise<void> {
    if (voucher.source.kind === JOINT_CUT) throw new DomainError('joint.partOfCut');
    if (voucher.source.kind !== SUBSIDY_CUT) return;
    const { entryId } = voucher;
    const rows = await tx.findBy(SubsidyCutEntity, { collectiveId, entryId });
    if (rows.some(({ keepersCut }) => keepersCut !== null)) throw new DomainError('joint.cutByKeeper');
  }

  /** A kept receivable's slip and share table, and what its owners wait for and bore before. */
  private async find(tx: EntityManager, books: StandingIn, receivableId: string) {
    const { collectiveId } = books;
    const owed = await tx.findOneByOrFail(ReceivableEntity, { collectiveId, id: receivableId });
    const slip = await tx.findOneByOrFail(SettlementEntity, { collectiveId, id: owed.sourceId });
    const { shareTables } = await this.assets.requireAsset(collectiveId, owed.assetId, tx);
    const table = shareTables.find((each) => each.validFrom === slip.shareTableFrom);
    const open = (await readOpenParts(tx, books, [receivableId])).get(receivableId);
    const waited = { collectiveId, settlementId: slip.id, stream: 'subsidy' as const };
    if (await tx.existsBy(JointUnsplitEntity, waited))
      throw new DomainError('joint.cutUnsplit', { month: slip.generationMonth });
    invariant(table !== undefined && open !== undefined, 'a kept slip has its share table and its parts');
    const owners = await tx.findBy(JointPartEntity, { collectiveId, settlementId: slip.id });
    const idOf = new Map(owners.map((row) => [row.owner, row.ownerId]));
    return { slip, rows: table.rows, open, idOf, before: await this.borneBefore(tx, books, slip) };
  }

  /** What was cut of the station's slips of one share table, and stands. */
  private async borneBefore(
    tx: EntityManager,
    books: StandingIn,
    { assetId, shareTableFrom }: SettlementEntity,
  ): Promise<CutBefore> {
    const { collectiveId } = books;
    const slips = await tx.findBy(SettlementEntity, { collectiveId, assetId });
    const window = slips.filter((slip) => slip.shareTableFrom === shareTableFrom);
    const sourceId = In(window.map((slip) => slip.id));
    const owed = await tx.findBy(ReceivableEntity, { collectiveId, stream: 'subsidy', sourceId });
    const ids = owed.map(({ id }) => id);
    return borneWith({ whole: 0n, given: new Map() }, await readCutParts(tx, books, ids));
  }
}

/** What was borne, and these parts with it. */
function borneWith(before: CutBefore, parts: readonly OwnersPart[]): CutBefore {
  const given = new Map(before.given);
  for (const { owner, amount } of parts) given.set(owner, (given.get(owner) ?? 0n) + amount);
  return { whole: before.whole + sumFen(parts.map(({ amount }) => amount)), given };
}
