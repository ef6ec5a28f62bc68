import { Injectable } from '@nestjs/common';
import { checkNotices } from '../../domain/notices/check-notices';
import { sha256 } from '../../platform/digests/sha256';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { NoticeEntity } from './notice.entity';

/** The notices' pass: what hangs on the wall is the outside witness of the chain. */
@Injectable()
export class NoticesCheckService extends StepCheck {
  override readonly pass = 'notices';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A sheet is made of many entries and stands beside none.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const notices = await db.findBy(NoticeEntity, { collectiveId });
    const positions = notices.map(({ data }) => data.witness.chainLength);
    const hashes = await this.ledger.hashesAt(db, collectiveId, positions);
    checkNotices(notices, { hash: sha256, hashAt: (position) => hashes.get(position) }, findings);
  }
}
