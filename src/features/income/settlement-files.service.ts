import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import { ImportPreviewsService, type KeptTable } from '../../platform/spreadsheets/import-previews.service';

/** The kind under which a table of slips is kept between looking and taking over. */
const SLIPS_KIND = 'settlementSlips';

/** Tables of settlement slips, kept between looking and taking over. */
@Injectable()
export class SettlementFilesService {
  constructor(private readonly previews: ImportPreviewsService) {}

  /** Keeps a table for a day. @returns its id @throws FormProblems `file.*` */
  keep(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    return this.previews.keep(collectiveId, { ...given, wanted: { kind: SLIPS_KIND, columns: [] } }, command);
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, { kind: SLIPS_KIND, id: keptId });
  }
}
