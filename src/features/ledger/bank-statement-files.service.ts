import { Injectable } from '@nestjs/common';
import { type BankLayout, layoutOf } from '../../domain/ledger/bank-layout';
import { readStatement } from '../../domain/ledger/bank-statement';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import {
  ImportPreviewsService,
  type KeptTable,
  type TableSealing,
} from '../../platform/spreadsheets/import-previews.service';
import type { TornTable } from '../../platform/spreadsheets/table';
import { mayHideHeadings } from '../../platform/spreadsheets/table-columns';
import { rowsBeside, type TornFindings } from '../../platform/spreadsheets/torn-tables';
import type { StatementForm } from './bank-import.service';
import { BankLayoutsService } from './bank-layouts.service';

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
  constructor(
    private readonly previews: ImportPreviewsService,
    private readonly layouts: BankLayoutsService,
    private readonly keys: PersonalKeys,
  ) {}

  /** A bank's lines may name people's numbers; the file's digest stays plain, by which it is known again. */
  private get sealing(): TableSealing {
    return {
      seal: (place, text) => this.keys.seal(place, text),
      open: (place, sealed) => this.keys.open(place, sealed),
      fingerprint: (_, digest) => digest,
    };
  }

  /** Keeps a statement's table for a day. @returns its id @throws FormProblems `file.*` */
  keep(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const readTorn = (read: TornTable) => Promise.resolve(tornStatement(read, this.layouts.listLayouts()));
    const wanted = { kind: STATEMENT_KIND, columns: [], readTorn, sealing: this.sealing };
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, {
      kind: STATEMENT_KIND,
      id: keptId,
      sealing: this.sealing,
    });
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

/**
 * What is wrong with the lines of a statement beside its torn cells; sums and balances are not looked at: a
 * line is missing from them.
 */
function tornStatement(read: TornTable, layouts: readonly BankLayout[]): TornFindings {
  const layout = layoutOf(read.table.rows, layouts);
  if (layout === undefined)
    return { problems: mayHideHeadings(read) ? [] : [{ code: 'bank.noLayout', field: 'file' }] };
  const { heading } = readStatement(read.table.rows, layout);
  if (heading === undefined) return { problems: [] };
  const { problems } = readStatement(rowsBeside(read, heading.row), layout);
  return { headingRow: heading.row, problems };
}
