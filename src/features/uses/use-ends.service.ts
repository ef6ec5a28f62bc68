import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { readProjects } from './industry.store';
import { IndustryEndActEntity, WorkEndActEntity } from './use-end.entity';
import { readWorks, type ToldWork } from './works.store';

/** The voucher that was just taken back, and by whom. */
interface TakenBack {
  readonly voucher: Voucher;
  readonly by: string;
}

/** What a reversal does to the end of a work or a project: it goes on, and is finished anew. */
@Injectable()
export class UseEndsService {
  constructor(
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * Opens again whatever was finished with a part that is no longer owed: what is to be paid may be owed
   * anew, and what a document asks for is judged again when it is finished anew.
   */
  async takeBack(tx: EntityManager, collectiveId: string, { voucher, by }: TakenBack): Promise<void> {
    if (voucher.source.kind !== 'grant') return;
    const { entryId } = voucher;
    // As it stood until now: this reversal is on the books already.
    const before = new Set(await this.books.listReversedIds(collectiveId, tx));
    before.delete(entryId);
    const opened = {
      collectiveId,
      act: 'reopened' as const,
      entryId,
      reason: '',
      happenedOn: this.clock.today(),
    };
    const act = { ...opened, enteredBy: by, enteredAt: this.clock.now() };
    const works = endedWith(await readWorks(tx, collectiveId, before), entryId);
    await insertRecorded(
      tx,
      WorkEndActEntity,
      works.map(({ id, acts }) => ({ ...act, workId: id, actNumber: acts.length })),
    );
    const projects = (await readProjects(tx, collectiveId, before)).filter(
      ({ finished, stages }) =>
        finished !== undefined && stages.some(({ voucherEntryId }) => voucherEntryId === entryId),
    );
    await insertRecorded(
      tx,
      IndustryEndActEntity,
      projects.map(({ id, acts }) => ({ ...act, projectId: id, actNumber: acts.length })),
    );
  }
}

/**
 * The finished works whose end rests on what a voucher owed: its own, and works for relief of the same claim,
 * whose share of labour is judged together.
 */
function endedWith(works: readonly ToldWork[], entryId: string): ToldWork[] {
  const own = works.find(({ sheets }) => sheets.some(({ voucherEntryId }) => voucherEntryId === entryId));
  const ended = works.filter(({ finished }) => finished !== undefined);
  return ended.filter(
    ({ id, claimId, relief }) => id === own?.id || (relief !== undefined && claimId === own?.claimId),
  );
}
