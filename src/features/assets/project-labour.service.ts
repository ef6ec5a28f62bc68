import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ProjectLabour, requireOpenProject } from '../../domain/assets/project-labour';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { ConstructionReadService } from './construction-read.service';
import { ProjectLabourEntity } from './project-labour.entity';

/** Labour of small public works that becomes part of what a project of construction cost. */
@Injectable()
export class ProjectLabourService {
  constructor(
    private readonly reading: ConstructionReadService,
    private readonly clock: Clock,
  ) {}

  /** Every project with its name, and whether work on it still goes on. */
  async listProjects(
    collectiveId: string,
    db?: EntityManager,
  ): Promise<{ readonly id: string; readonly name: string; readonly isOpen: boolean }[]> {
    const projects = await this.reading.listProjects(collectiveId, db);
    return projects.map(({ project, stand }) => ({
      ...{ id: project.id, name: project.name },
      isOpen: stand.acceptedOn === undefined,
    }));
  }

  /**
   * Keeps that labour was owed for a project, inside the transaction that owes it.
   * @throws DomainError `construction.unknown`, `construction.accepted`
   */
  async noteLabour(
    tx: EntityManager,
    collectiveId: string,
    { projectId, by, ...labour }: ProjectLabour & { readonly projectId: string; readonly by: string },
  ): Promise<void> {
    const { stand } = await this.reading.requireProject(collectiveId, projectId, tx);
    requireOpenProject(stand);
    await insertRecorded(tx, ProjectLabourEntity, {
      ...{ collectiveId, id: newId(), projectId, ...labour },
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    });
  }
}
