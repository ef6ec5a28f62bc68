import { Injectable } from '@nestjs/common';
import type { SheetReader } from '../../domain/notices/sheet-audiences';
import type { SampleReport } from '../../domain/notices/report-notice';
import { Configuration } from '../../platform/config/configuration';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { largeDistribution, renderDistributionNotice } from './distribution-sheet';
import { renderLargePrint } from './large-print';
import { NoticeFontsService } from './notice-fonts.service';
import type { Notice } from './notices.service';
import { ReportNamesService } from './report-names.service';
import { largeReport, renderReport, renderSampleReport } from './report-sheet';
import type { PublishedSheetOptions } from './sheet-context';
import { largeYearPlan, renderYearPlanNotice } from './year-plan-sheet';

/** The names of officers by contact, printed beside the facts. */
export function officersOf(contacts: Collective['contacts']): Record<string, string> {
  return Object.fromEntries(
    contacts.flatMap(({ id, officer }) => (officer === undefined ? [] : [[id, officer] as const])),
  );
}

/** Draws sheets of every kind, with the names that their reader may see. */
@Injectable()
export class SheetDrawingService {
  constructor(
    private readonly configuration: Configuration,
    private readonly collectives: CollectivesService,
    private readonly fonts: NoticeFontsService,
    private readonly names: ReportNamesService,
  ) {}

  /** The PDF of a published sheet, A4. */
  async draw(notice: Notice, reader: SheetReader): Promise<Buffer> {
    const { collectiveId, data } = notice;
    const options = await this.optionsOf(notice);
    if (data.kind === 'distribution') return renderDistributionNotice(data, options);
    if (data.kind === 'yearly-use-plan') return renderYearPlanNotice(data, options);
    return renderReport(data, options, {
      reader,
      names: await this.names.namesOf(collectiveId, data, reader),
    });
  }

  /** What hangs beside it in large print, A3: nobody's name stands on it. */
  async drawLarge(notice: Notice): Promise<Buffer> {
    const { code, data } = notice;
    const options = await this.optionsOf(notice);
    if (data.kind === 'distribution') return renderLargePrint(data, largeDistribution(data, code), options);
    if (data.kind === 'yearly-use-plan') return renderLargePrint(data, largeYearPlan(data, code), options);
    return renderLargePrint(data, largeReport(data, code), options);
  }

  private async optionsOf({ collectiveId, code, digest }: Notice): Promise<PublishedSheetOptions> {
    const { contacts } = await this.collectives.requireCollective(collectiveId);
    const { publicAddress, demo } = this.configuration;
    return {
      // Capitals and digits only: the QR then needs the least room.
      url: `${publicAddress}/N/${code.replace(/-/g, '')}`.toUpperCase(),
      ...{ shortCode: code, digest, specimen: demo },
      ...{ fonts: this.fonts.files, officers: officersOf(contacts) },
    };
  }

  /** The PDF of a sheet that is no plan's, before it is published, as it would hang. */
  async drawSample(collectiveId: string, sample: SampleReport): Promise<Buffer> {
    const { contacts } = await this.collectives.requireCollective(collectiveId);
    const options = { fonts: this.fonts.files, officers: officersOf(contacts) };
    const names = await this.names.namesOf(collectiveId, sample, 'wall');
    return renderSampleReport(sample, options, { reader: 'wall', names });
  }
}
