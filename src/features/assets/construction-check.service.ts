import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkProject } from '../../domain/assets/check-construction';
import { checkProjectLabour } from '../../domain/assets/project-labour';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { ConstructionEventEntity } from './construction-event.entity';
import { ProjectLabourEntity } from './project-labour.entity';

/** The pass of construction: what is kept of a project's acts and of labour for it stands in the books. */
@Injectable()
export class ConstructionCheckService extends StepCheck {
  override readonly pass = 'construction';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const events = await db.findBy(ConstructionEventEntity, { collectiveId, entryId });
    const laboured = await db.findBy(ProjectLabourEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const isOf = (row: { entryId: string }): boolean => row.entryId === entry.entryId;
      const roles = chartOf(entry.chart)?.roles;
      checkProject(entry, { kept: events.filter(isOf), roles }, findings);
      const labour = { kept: laboured.filter(isOf), construction: roles?.construction };
      checkProjectLabour(entry, labour, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['construction_events', 'project_labour']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
  }
}
