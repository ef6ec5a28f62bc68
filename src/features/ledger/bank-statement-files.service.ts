import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import { ImportPreviewsService, type KeptTable } from '../../platform/spreadsheets/import-previews.service';
import type { StatementForm } from './bank-import.service';

/** The kind under which a statement's table is kept between looking and taking over. */
const STATEMENT_KIND = 'bankStatement';

/** What is typed beside a kept statement. */
export interface StatementTold {
  readonly layout?: string | undefined;
  readonly from?: string | undefined;
  readonly through?: string | undefined;
  readonly opening?: string | undefined;
  readonly closing?: string | undefined;
}

/** Files of statements, kept between looking and taking over. */
@Injectable()
export class BankStatementFilesService {
  constructor(private readonly previews: ImportPreviewsService) {}

  /** Keeps a statement's table for a day. @returns its id @throws FormProblems `file.*` */
  keep(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const wanted = { kind: STATEMENT_KIND, columns: [] };
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, { kind: STATEMENT_KIND, id: keptId });
  }

  /** The statement as the kept table and what was typed make it. @throws DomainError `file.previewGone` */
  async formOf(collectiveId: string, keptId: string, told: StatementTold): Promise<StatementForm> {
    return statementForm(await this.requireKept(collectiveId, keptId), told);
  }
}

/** A kept table as a statement to import; what is left blank is told by its lines. */
export function statementForm(kept: KeptTable, told: StatementTold): StatementForm {
  const { layout = '', from = '', through = '', opening = '', closing = '' } = told;
  return { rows: kept.table.rows, digest: kept.digest, layout, from, through, opening, closing };
}
