import { Injectable } from '@nestjs/common';
import { readShareLines, shareLines } from '../../domain/collectives/share-lines';
import type { ShareTable } from '../../domain/collectives/share-table';
import { DomainError } from '../../domain/shared/domain-error';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { isAsked } from '../../platform/views/asked-field';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { JointReadService } from '../income/joint-read.service';
import type { ShareChangePageProps } from './kept-shares.pages';
import { touchedRows } from './touched-bills.pages';
import { type TouchedBill, TouchedBillsService } from './touched-bills.service';

/** The page of a kept station's share tables. */
@Injectable()
export class KeptSharesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly joint: JointReadService,
    private readonly bills: TouchedBillsService,
  ) {}

  /** @throws DomainError `joint.notKept`, `assets.unknown` */
  async sharesPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly assetId: string },
    refused?: FormState,
  ): Promise<ShareChangePageProps> {
    const { collectiveId, assetId } = at;
    const { asset, shareTables } = await this.assets.requireAsset(collectiveId, assetId);
    if (asset.kind !== 'keptPvStation') throw new DomainError('joint.notKept', { asset: asset.name });
    const paths = villagePaths(collectiveId);
    const touched = refused === undefined ? [] : await this.touchedBy(refused, at, shareTables);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      station: asset.name,
      changes: (await this.joint.listShareChanges(collectiveId, assetId)).map(({ change, parts, cut }) => ({
        ...{ validFrom: change.validFrom, reason: change.reason },
        cut,
        paper: `${change.paperTitle} ${change.paperNumber}`,
        issuedOn: change.paperIssuedOn,
        parts: parts.map(({ owner, before, after }) => `${owner} ${before} → ${after}`),
      })),
      touched: touchedRows(touched, (entryId) => paths.voucher(entryId)),
      form: refused ?? filledForm({ rows: shareLines(shareTables.at(-1)?.rows ?? []) }),
      action: paths.keptShares(assetId),
      cancelHref: paths.asset(assetId),
    };
  }

  /** The bills of which the typed table is asked, held against it. */
  private async touchedBy(
    form: FormState,
    { collectiveId, assetId }: { readonly collectiveId: string; readonly assetId: string },
    stood: readonly ShareTable[],
  ): Promise<TouchedBill[]> {
    const { validFrom = '', rows: lines = '' } = form.values;
    const { rows, problems } = readShareLines(lines);
    if (!isAsked(form, 'keepsBills') || problems.length > 0) return [];
    const others = stood.filter((table) => table.validFrom !== validFrom);
    return this.bills.listTouched(collectiveId, { assetId, tables: [...others, { validFrom, rows }] });
  }
}
