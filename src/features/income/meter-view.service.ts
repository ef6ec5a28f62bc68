import { Injectable } from '@nestjs/common';
import { touchedSlips } from '../../domain/income/meter-neighbours';
import { bearingOn, METER_RECORD_KINDS, type MeterRecord } from '../../domain/income/meter-record';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { StationLinksService } from '../assets/station-links.service';
import type { SettlementRow } from './income-read.service';
import type { MeteredSlipRow, MeterPageProps, MeterRecordRow } from './meter.pages';
import { meterOf, type MeterPlace, MetersService } from './meters.service';

/** The address of a station's meter. */
export function meterPath({ collectiveId, assetId }: MeterPlace): string {
  return `${villagePaths(collectiveId).asset(assetId)}/meter`;
}

/** The page of a station's meter. */
@Injectable()
export class MeterViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly links: StationLinksService,
    private readonly meters: MetersService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async pageOf(visit: PageVisit, at: MeterPlace, refused?: FormState): Promise<MeterPageProps> {
    const { collectiveId, assetId } = at;
    const { asset } = await this.assets.requireAsset(collectiveId, assetId);
    const { records, slips } = await this.meters.stateOf(at);
    const paths = villagePaths(collectiveId);
    const kept = await this.meters.readingsOf(at);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      station: asset.name,
      isKeptElsewhere: (await this.links.listLinkedIds(collectiveId)).has(assetId),
      action: meterPath(at),
      withdrawal: `${meterPath(at)}/withdrawals`,
      backHref: paths.entry('settlements', { asset: assetId }),
      form: refused ?? filledForm({}),
      kinds: METER_RECORD_KINDS.map((kind) => ({ value: kind, label: labelOf(`meterKind.${kind}`) })),
      records: records.map(rowOf),
      slips: slips.map((slip) => slipRow(slip, kept.get(slip.id), paths)).reverse(),
      toRedo: touchedSlips(slips, meterOf(asset, records)).map(({ generationMonth: month, entryId }) => ({
        month,
        href: entryId === null ? undefined : paths.voucher(entryId),
      })),
    };
  }
}

function slipRow(
  slip: SettlementRow,
  kept: readonly MeterRecord[] | undefined,
  paths: ReturnType<typeof villagePaths>,
): MeteredSlipRow {
  const { generationMonth: month, readingFrom, readingTo, multiplier, energyKwh, entryId } = slip;
  return {
    month,
    readings: readingTo === '' ? '' : `${readingFrom}—${readingTo}`,
    multiplier,
    kwh: energyKwh,
    records: kept && bearingOn(month, kept).map(({ on, kind }) => `${on} ${labelOf(`meterKind.${kind}`)}`),
    href: entryId === null ? undefined : paths.voucher(entryId),
  };
}

function rowOf(record: MeterRecord): MeterRecordRow {
  const { id, on, kind, readingWas, readingIs, multiplier, meterNumber, reason } = record;
  const parts = [multiplier === '' ? '' : `× ${multiplier}`, meterNumber, reason];
  const note = parts.filter((part) => part !== '').join('　');
  return { id, on, kind: labelOf(`meterKind.${kind}`), readingWas, readingIs, note };
}
