import { Injectable } from '@nestjs/common';
import { mayBePublic } from '../../domain/assets/public-card';
import { type DrawnReport, isNamed, type NamedKind, tableOf } from '../../domain/notices/report-notice';
import type { SheetReader } from '../../domain/notices/sheet-audiences';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { CountedLinesService } from '../ledger/counted-lines.service';
import type { ReportNames } from './report-cells';
import { ReportPartiesService } from './report-parties.service';
import { ReportPeopleService } from './report-people.service';
import { requireShape } from './report-template';

/** The names behind the ids of a sheet that is no plan's. */
@Injectable()
export class ReportNamesService {
  constructor(
    private readonly assets: AssetsService,
    private readonly lines: CountedLinesService,
    private readonly people: ReportPeopleService,
    private readonly parties: ReportPartiesService,
    private readonly database: Database,
  ) {}

  /** As a reader may see them. */
  async namesOf(collectiveId: string, notice: DrawnReport, reader: SheetReader): Promise<ReportNames> {
    const wanted = idsOf(notice);
    const entries = await this.lines.listTold(this.database.reader, collectiveId, [...wanted.entry]);
    const assets = wanted.asset.size === 0 ? [] : await this.assets.listAssets(collectiveId);
    return {
      ...(await this.people.namesOf(collectiveId, wanted, reader)),
      party: await this.parties.namesOf(collectiveId, wanted.party, reader),
      asset: new Map(
        assets.map(({ asset }) => [
          asset.id,
          mayBePublic(asset) ? asset.name : labelOf(`assetClass.${asset.assetClass}`),
        ]),
      ),
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
  const none = (): Set<string> => new Set<string>();
  const ids = {
    ...{ asset: none(), party: none(), entry: none(), person: none(), group: none() },
    ...{ post: none(), work: none(), body: none(), signature: none() },
  };
  const tables = Object.entries(requireShape(notice.heading).tables);
  const cells = tables.flatMap(([name, { fields }]) =>
    tableOf(notice, name).rows.flatMap((row) =>
      Object.entries(fields).map(([field, { kind }]) => ({ kind, id: row[field] })),
    ),
  );
  for (const { kind, id } of cells) {
    if (isNamed(kind) && typeof id === 'string') ids[kind].add(id);
  }
  return ids;
}
