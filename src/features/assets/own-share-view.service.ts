import { Injectable } from '@nestjs/common';
import type { ShareStep } from '../../domain/assets/own-cost';
import { monthOf } from '../../domain/calendar/calendar-day';
import { shareText } from '../../domain/money/ratio';
import { shareWords } from '../../glossary/share-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetPlace } from './asset-life-view.service';
import { AssetsService } from './assets.service';
import type { OwnSharePageProps, TransferRow } from './own-share.pages';
import { type OwnShare, OwnSharesService } from './own-shares.service';
import { ShareTransfersService } from './share-transfers.service';
import type { ToldTransfer } from './share-transfers.store';

type Own = NonNullable<OwnSharePageProps['own']>;

/** An owner's part of a kept station, and what brings register and books to it. */
@Injectable()
export class OwnShareViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly shares: OwnSharesService,
    private readonly clock: Clock,
    private readonly transfers: ShareTransfersService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: AssetPlace, refused?: FormState): Promise<OwnSharePageProps> {
    const { collectiveId, id } = at;
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const share = await this.find(at);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      cardHref: villagePaths(collectiveId).asset(id),
      ...(share === undefined ? {} : { own: this.ownOf(visit, at, share) }),
      form: refused ?? this.formOf(share),
      told: (await this.transfers.listTransfers(at)).map((told) => rowOf(told, villagePaths(collectiveId))),
    };
  }

  private async find({ collectiveId, id }: AssetPlace): Promise<OwnShare | undefined> {
    const shares = await this.shares.listShares(collectiveId, monthOf(this.clock.today()));
    return shares.find(({ asset }) => asset.id === id);
  }

  private formOf(share: OwnShare | undefined): FormState {
    const paper = share === undefined ? '' : shareWords.paper(share.part.since);
    return filledForm({ happenedOn: this.clock.today(), paper });
  }

  private ownOf(visit: PageVisit, at: AssetPlace, share: OwnShare): Own {
    const { part, entered, booksCost, step, lines } = share;
    const keeps = keepsBooksOf(visit.actor, at.collectiveId);
    return {
      ...{ cost: part.cost, entered, booksCost, since: part.since, share: shareText(part.share) },
      funds: part.funds.map((fund) => ({ ...fund, level: labelOf(`fundLevel.${fund.level}`) })),
      // The lines stand in a table beneath.
      said: shareWords.step(step, { entered, byTable: part.cost, lines: [], improved: booksCost - entered }),
      isSettled: step === 'none',
      lines: lines.map((line) => ({ ...line, pool: labelOf(`pool.${line.pool}`) })),
      ...(keeps ? pressOf(step, villagePaths(at.collectiveId).ownShare(at.id)) : {}),
      ...(keeps ? { nextHref: nextOf(step, at, booksCost > 0n) } : {}),
    };
  }
}

/** A transfer that was booked, with its vouchers. */
function rowOf({ transfer, reversedBy }: ToldTransfer, paths: VillagePaths): TransferRow {
  const { happenedOn, share, from, to, paper, entryId } = transfer;
  return {
    ...{ happenedOn, share, from, to, paper, voucherHref: paths.voucher(entryId) },
    ...(reversedBy === undefined ? {} : { reversalHref: paths.voucher(reversedBy) }),
  };
}

/** What one press does: the transfer is booked, or the register is brought to the table. */
function pressOf(step: ShareStep, path: string): Pick<Own, 'transferAction' | 'registerAction'> {
  if (step === 'voucher') return { transferAction: `${path}/transfer` };
  return step === 'register' ? { registerAction: `${path}/register` } : {};
}

/** Where the next step is taken. */
function nextOf(step: ShareStep, { collectiveId, id }: AssetPlace, inBooks: boolean): string | undefined {
  const paths = villagePaths(collectiveId);
  if (step === 'leave') return inBooks ? paths.assetLife(id) : paths.assetDeparture(id);
  if (step === 'depreciation') return paths.depreciation();
  return step === 'terms' ? paths.assetDepreciation(id) : undefined;
}
