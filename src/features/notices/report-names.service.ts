import { Injectable } from '@nestjs/common';
import { mayBePublic } from '../../domain/assets/public-card';
import { type DrawnReport, type NamedKind, tableOf } from '../../domain/notices/report-notice';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { CountedLinesService } from '../ledger/counted-lines.service';
import type { ReportNames } from './report-cells';
import { requireShape } from './report-template';

/** The names behind the ids of a sheet that is no plan's. */
@Injectable()
export class ReportNamesService {
  constructor(
    private readonly assets: AssetsService,
    private readonly lines: CountedLinesService,
    private readonly database: Database,
  ) {}

  /** As everyone may read them. */
  async namesOf(collectiveId: string, notice: DrawnReport): Promise<ReportNames> {
    const wanted = idsOf(notice);
    const entries = await this.lines.listTold(this.database.reader, collectiveId, [...wanted.entry]);
    const assets = wanted.asset.size === 0 ? [] : await this.assets.listAssets(collectiveId);
    return {
      asset: new Map(
        assets.map(({ asset }) => [
          asset.id,
          mayBePublic(asset) ? asset.name : labelOf(`assetClass.${asset.assetClass}`),
        ]),
      ),
      party: new Map(),
      // What the program says of a voucher names no person; what somebody typed may.
      entry: new Map(
        entries.map(({ id, summary, sourceKind }) => [
          id,
          TYPED.includes(sourceKind) ? labelOf(`source.${sourceKind}`) : summary,
        ]),
      ),
    };
  }
}

/** Vouchers whose summary somebody typed. */
const TYPED: readonly string[] = ['manual', 'imported', 'recurring'];

/** Every id whose name is wanted. */
function idsOf(notice: DrawnReport): Record<NamedKind, Set<string>> {
  const ids = { asset: new Set<string>(), party: new Set<string>(), entry: new Set<string>() };
  const tables = Object.entries(requireShape(notice.heading).tables);
  const cells = tables.flatMap(([name, { fields }]) =>
    tableOf(notice, name).rows.flatMap((row) =>
      Object.entries(fields).map(([field, { kind }]) => ({ kind, id: row[field] })),
    ),
  );
  for (const { kind, id } of cells) {
    const isNamed = kind === 'asset' || kind === 'party' || kind === 'entry';
    if (isNamed && typeof id === 'string') ids[kind].add(id);
  }
  return ids;
}
