import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Fund } from '../../domain/assets/asset';
import { requireLastEvent } from '../../domain/assets/check-asset-life';
import { shareTransferPostings } from '../../domain/assets/own-cost';
import {
  readShareTransfer,
  SHARE_TRANSFER,
  type ShareTransferForm,
} from '../../domain/assets/share-transfer';
import { termsAfterTransfer } from '../../domain/assets/transfer-terms';
import { monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import { type Posting, signedAmount } from '../../domain/ledger/journal-entry';
import { type Fen, plainYuan, sumFen } from '../../domain/money/fen';
import { shareText } from '../../domain/money/ratio';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { shareWords } from '../../glossary/share-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { Voucher } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { AssetCorrectionsService } from './asset-corrections.service';
import { readHappened } from './asset-events.store';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { DepreciationTermsEntity } from './depreciation-terms.entity';
import { type OwnShare, OwnSharesService } from './own-shares.service';
import { ShareTransferEntity, ShareTransferFundEntity } from './share-transfer.entity';
import { readToldTransfers, type ToldTransfer } from './share-transfers.store';

/** An owner's own asset of a kept station. */
export interface OwnAssetPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** What the register is brought to: cost without improvements, and who paid it. */
interface Registered {
  readonly cost: Fen;
  readonly funds: readonly Fund[];
}

/** What of a kept station one owner gives and another takes: books and register of each in one act. */
@Injectable()
export class ShareTransfersService {
  constructor(
    private readonly database: Database,
    private readonly shares: OwnSharesService,
    private readonly corrections: AssetCorrectionsService,
    private readonly ledger: LedgerService,
    private readonly life: AssetLifeFactsService,
  ) {}

  /**
   * Books the transfer that the share table asks for, and brings the register to it; the months that are not
   * booked are planned anew.
   * @throws DomainError `assets.noShareVoucher`, `period.*`; FormProblems `assets.*`, `assetLife.*`,
   *   `calendar.*`, `form.*`
   */
  async book(at: OwnAssetPlace, form: ShareTransferForm, command: Command): Promise<BookedEntry> {
    const { collectiveId } = at;
    const share = await this.requireShare(at);
    return this.database.inTransaction(
      collectiveId,
      (tx) => this.bookShare(tx, share, { collectiveId, form, by: command.by }),
      onceOf(command, 'assets.shareTransfer', { id: at.id, form }),
    );
  }

  private async requireShare({ collectiveId, id }: OwnAssetPlace): Promise<OwnShare> {
    const shares = await this.shares.listShares(collectiveId, monthOf(this.life.today()));
    const share = shares.find(({ asset }) => asset.id === id);
    if (share?.step !== 'voucher') throw new DomainError('assets.noShareVoucher');
    return share;
  }

  private async bookShare(
    tx: EntityManager,
    { asset, part, booksCost }: OwnShare,
    given: { readonly collectiveId: string; readonly form: ShareTransferForm; readonly by: string },
  ): Promise<BookedEntry> {
    const { collectiveId, form, by } = given;
    const assetId = asset.id;
    const ground = await this.life.factsOf(tx, collectiveId, { assetId, on: form.happenedOn });
    const { facts, stands, reserves } = ground;
    if (facts.books.cost !== booksCost) throw new DomainError('assets.noShareVoucher');
    const { happenedOn, paper, problems } = readShareTransfer(form, facts, part.since);
    refuseProblems(problems);
    const before = await this.corrections.requireEntered(collectiveId, assetId, tx);
    const to = part.cost + (asset.cost - before.asset.cost);
    const accounts = await this.ledger.requireChartOf(tx, collectiveId);
    const postings = shareTransferPostings(to, { assetId, stands, reserves, accounts });
    const id = newId();
    const booked = await this.ledger.post(tx, collectiveId, {
      ...{ event: 'assets.shareTransfer', postedOn: happenedOn, statementOn: happenedOn },
      ...{ aboutPeriod: monthOf(happenedOn), summary: shareWords.summary(asset.name, part) },
      ...{ source: { kind: SHARE_TRANSFER, id }, attachments: PAPERS_AT_LEAST, postings, preparedBy: by },
    });
    const moved = -balanceOf(postings, accounts.roles.accumulatedDepreciation);
    const termsBefore = await tx.countBy(DepreciationTermsEntity, { collectiveId, assetId });
    await insertRecorded(tx, ShareTransferEntity, {
      ...{ collectiveId, id, assetId, happenedOn, paper, from: booksCost, to, entryId: booked.entryId },
      ...{ since: part.since, share: shareText(part.share) },
      ...{ accumulated: moved, termsBefore },
    });
    const terms = termsAfterTransfer(facts, { to, moved });
    if (terms !== undefined) {
      const kept = { assetId, entryId: booked.entryId, terms, use: facts.use, paper, by };
      await this.life.keepTerms(tx, collectiveId, kept);
    }
    await insertRecorded(
      tx,
      ShareTransferFundEntity,
      before.funds.map((fund, place) => ({ collectiveId, transferId: id, lineNumber: place + 1, ...fund })),
    );
    const why = shareWords.summary(asset.name, part);
    await this.bringRegister(tx, { collectiveId, id: assetId }, { to: part, why, by });
    return booked;
  }

  /** Every transfer of an asset, taken back or not. */
  listTransfers({ collectiveId, id }: OwnAssetPlace): Promise<ToldTransfer[]> {
    return readToldTransfers(this.database.reader, collectiveId, id);
  }

  /**
   * Refuses to take back a transfer that later events or terms of depreciation build on.
   * @throws DomainError `assetLife.laterFirst`, `assets.termsSinceTransfer`, `assetLife.bookedSince`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    const transfer = await transferOf(tx, collectiveId, voucher);
    if (transfer === undefined) return;
    requireLastEvent(await readHappened(tx, collectiveId), voucher.entryId);
    const since = await this.life.termsAfter(tx, collectiveId, transfer);
    if (since !== undefined) throw new DomainError('assets.termsSinceTransfer', { month: since });
    await this.life.requireTermsUnbooked(tx, collectiveId, voucher.entryId);
  }

  /** With its voucher a transfer leaves the register, too: what stood there before stands again. */
  async takeBack(
    tx: EntityManager,
    collectiveId: string,
    { voucher, by }: { readonly voucher: Voucher; readonly by: string },
  ): Promise<void> {
    const transfer = await transferOf(tx, collectiveId, voucher);
    if (transfer === undefined) return;
    const { id: transferId, assetId: id } = transfer;
    const order = { lineNumber: 'ASC' } as const;
    const rows = await tx.find(ShareTransferFundEntity, { where: { collectiveId, transferId }, order });
    const funds = rows.map(({ level, year, amount }) => ({ level, year, amount }));
    const to = { cost: sumFen(funds.map(({ amount }) => amount)), funds };
    await this.bringRegister(tx, { collectiveId, id }, { to, why: shareWords.takenBack(transfer), by });
  }

  /** Register and table already say the same where somebody had brought it there before the voucher. */
  private async bringRegister(
    tx: EntityManager,
    at: OwnAssetPlace,
    { to, why, by }: { readonly to: Registered; readonly why: string; readonly by: string },
  ): Promise<void> {
    const { asset, funds } = await this.corrections.requireEntered(at.collectiveId, at.id, tx);
    if (asset.cost === to.cost && textOf(funds) === textOf(to.funds)) return;
    const earlier = await this.corrections.listCorrections(at.collectiveId, at.id, tx);
    const form = {
      ...{ name: asset.name, cost: plainYuan(to.cost), why, basedOn: String(earlier.length) },
      funds: to.funds.map(({ level, year, amount }) => {
        return { level, year: String(year), amount: plainYuan(amount) };
      }),
    };
    await this.corrections.correctWithin(tx, { ...at, byTable: to }, { form, by });
  }
}

function balanceOf(postings: readonly Posting[], account: string): Fen {
  return sumFen(postings.filter((each) => each.ledgerAccount === account).map(signedAmount));
}

function textOf(funds: readonly Fund[]): string {
  return funds.map(({ level, year, amount }) => `${level} ${String(year)} ${plainYuan(amount)}`).join('; ');
}

/** The transfer that a voucher booked, also once that is taken back. */
async function transferOf(
  tx: EntityManager,
  collectiveId: string,
  { source, entryId }: Pick<Voucher, 'source' | 'entryId'>,
): Promise<ShareTransferEntity | undefined> {
  if (source.kind !== SHARE_TRANSFER) return undefined;
  return (await tx.findOneBy(ShareTransferEntity, { collectiveId, entryId })) ?? undefined;
}
