import { Injectable } from '@nestjs/common';
import { publicReader } from '../../domain/notices/sheet-audiences';
import { Clock } from '../../platform/clock/clock';
import type { Notice } from './notices.service';
import { NO_NAMES } from './report-cells';
import { ReportNamesService } from './report-names.service';
import type { ReportReading } from './report-sheet';

/** As whom the public reads a sheet today, with the names it may see. */
@Injectable()
export class ReportReadingService {
  constructor(
    private readonly names: ReportNamesService,
    private readonly clock: Clock,
  ) {}

  /** A plan's sheet names nobody but in its facts. */
  async readingOf({ collectiveId, data }: Notice): Promise<ReportReading> {
    const reader = publicReader(data.publicity, this.clock.today());
    const names = data.kind === 'report' ? await this.names.namesOf(collectiveId, data, reader) : NO_NAMES;
    return { reader, names };
  }
}
