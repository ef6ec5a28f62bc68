import { Injectable } from '@nestjs/common';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import type { PayFileBytes } from './pay-file-bytes';
import type { WrongLayoutFile } from './pay-file-layouts.service';
import { PayFilesService } from './pay-files.service';
import { PayFileReadEntity } from './pay-list.entity';
import { requirePayList } from './pay-lists.store';

/** Hands out files for the bank, each time on record: they hold the full account of everybody on a list. */
@Injectable()
export class PayFileReadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: PayFilesService,
  ) {}

  /**
   * The file, once it is kept who took it.
   * @throws FormProblems `payFile.*`; DomainError `payFile.*`, `payouts.*`
   */
  async take(
    collectiveId: string,
    { id: listId, layout }: { readonly id: string; readonly layout: string },
    command: Command,
  ): Promise<PayFileBytes> {
    const file = await this.files.fileOf(collectiveId, listId, layout);
    await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const before = await tx.countBy(PayFileReadEntity, { collectiveId, listId });
        await insertRecorded(tx, PayFileReadEntity, {
          ...{ collectiveId, listId, number: before + 1, layout, fileDigest: sha256(file.bytes) },
          ...{ readBy: command.by, readAt: this.clock.now() },
        });
        return { id: listId };
      },
      onceOf(command, 'payouts.takeFile', [listId, layout]),
    );
    return file;
  }

  /** In which forms a list can be had. */
  listForms(): readonly PayFileLayout[] {
    return this.files.listForms();
  }

  /** The files that were meant as such forms and are none. */
  listWrongForms(): readonly WrongLayoutFile[] {
    return this.files.listWrongForms();
  }

  /** Who took the file of a list, in order. @throws DomainError `payouts.unknown` */
  async listReads(collectiveId: string, listId: string): Promise<PayFileReadEntity[]> {
    const { reader } = this.database;
    await requirePayList(reader, collectiveId, listId);
    return reader.find(PayFileReadEntity, { where: { collectiveId, listId }, order: { number: 'ASC' } });
  }
}
