import { Injectable } from '@nestjs/common';
import { CONSTRUCTION } from '../../domain/assets/check-construction';
import {
  type ProjectActForm,
  type ProjectForm,
  readProject,
  readProjectAct,
} from '../../domain/assets/construction';
import { projectPostings } from '../../domain/assets/construction-postings';
import { monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import { refuseProblems } from '../../domain/shared/problem';
import { constructionSummaries } from '../../glossary/voucher-summaries-assets';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { ConstructionProjectEntity } from './construction-project.entity';
import { ConstructionReadService } from './construction-read.service';
import { keepProjectAct } from './construction.store';
import { ProjectGroundService } from './project-ground.service';

/** Construction in stages: the fund, what is paid and kept back of each stage, acceptance. */
@Injectable()
export class ConstructionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: ConstructionReadService,
    private readonly ground: ProjectGroundService,
    private readonly ledger: LedgerService,
  ) {}

  /** Enters a project with its contract. @throws FormProblems `construction.*`, `form.*`, `money.*` */
  addProject(collectiveId: string, form: ProjectForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const others = await tx.findBy(ConstructionProjectEntity, { collectiveId });
        const { project, problems } = readProject(
          form,
          others.map(({ name }) => name),
        );
        refuseProblems(problems);
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, ConstructionProjectEntity, { collectiveId, id, ...project, ...entered });
        return { id };
      },
      onceOf(command, 'construction.add', form),
    );
  }

  /**
   * Books an act on a project; an acceptance enters the asset, too, where the register does not have it.
   * @throws FormProblems `construction.*`, `form.*`, `money.*`, `calendar.*`; DomainError
   *   `construction.unknown`, `period.*`
   */
  record(
    collectiveId: string,
    given: { readonly projectId: string; readonly form: ProjectActForm },
    command: Command,
  ): Promise<BookedEntry> {
    const { projectId, form } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { project, stand, labour } = await this.reading.requireProject(collectiveId, projectId, tx);
        const accepted = await this.ground.readAsset(tx, collectiveId, { form, built: stand.cost });
        const today = this.clock.today();
        const facts = { project, stand, today, asset: accepted.facts };
        const { event, early, problems } = readProjectAct(form, facts);
        refuseProblems([...problems, ...accepted.problems]);
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const id = newId();
        const assetId = event.act === 'acceptance' ? accepted.id : undefined;
        if (event.act === 'acceptance') {
          const named = { id: projectId, name: project.name };
          const acceptance = { accepted, project: named, day: event.happenedOn, by: command.by };
          await this.ground.requireAllowed(tx, collectiveId, acceptance);
        }
        await this.ground.enterAsset(tx, collectiveId, accepted);
        const postings = projectPostings(event, { project, assetId, labour }, roles);
        const { happenedOn: postedOn } = event;
        const booked = await this.ledger.post(tx, collectiveId, {
          ...{
            event: `construction.${event.act}`,
            postedOn,
            aboutPeriod: monthOf(postedOn),
            statementOn: postedOn,
          },
          summary: constructionSummaries[event.act](project.name),
          source: { kind: CONSTRUCTION, id },
          ...{ attachments: PAPERS_AT_LEAST, postings, preparedBy: command.by },
        });
        await this.ledger.requireMoney(tx, collectiveId, { postedOn, postings });
        const entered = { entryId: booked.entryId, enteredBy: command.by, enteredAt: this.clock.now() };
        const at = { collectiveId, id, projectId, assetId: assetId ?? null };
        await keepProjectAct(tx, { ...at, ...event, ...entered }, early);
        return booked;
      },
      onceOf(command, 'construction.record', given),
    );
  }
}
