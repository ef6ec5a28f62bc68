import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FileOwner, KeptFile } from '../../domain/assets/kept-file';
import { type FileUse, FileUses } from '../assets/file-uses.service';
import { PlanFilesService } from '../distribution/plan-files.service';
import { DividendFilesService } from '../uses/dividend-files.service';
import { NoticeDisplayEntity } from './notice-display.entity';

/** What rests on files: of a plan and of a round their steps, of a sheet that it hung. */
@Injectable()
export class StepFileUsesService extends FileUses {
  constructor(
    private readonly plans: PlanFilesService,
    private readonly dividends: DividendFilesService,
  ) {
    super();
  }

  override async useOf(
    owner: FileOwner,
    file: Pick<KeptFile, 'id' | 'sha256'>,
    db: EntityManager,
  ): Promise<FileUse | undefined> {
    const { collectiveId, ownerKind, ownerId: noticeId } = owner;
    if (ownerKind === 'dividend') return this.dividends.useOf(owner, file, db);
    if (ownerKind !== 'notice') return this.plans.useOf(owner, file, db);
    const display = await db.findOneBy(NoticeDisplayEntity, { collectiveId, noticeId, fileId: file.id });
    if (display === null) return undefined;
    const { displayNumber: number, displayedOn: day } = display;
    return { code: 'keptFile.ofDisplay', facts: { number, day } };
  }
}
