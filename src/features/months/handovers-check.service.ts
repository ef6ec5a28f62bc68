import { Injectable } from '@nestjs/common';
import { handoverText } from '../../domain/months/handover';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { HandoverEntity, HandoverLineEntity } from './handover.entity';

/** The pass of handovers: each says what it said when it was signed. No entry leads to them. */
@Injectable()
export class HandoversCheckService extends StepCheck {
  override readonly pass = 'handovers';

  override async checkEntries(): Promise<void> {
    // A handover is kept beside the books, not by them.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const heads = await db.findBy(HandoverEntity, { collectiveId });
    const order = { handoverId: 'ASC', line: 'ASC' } as const;
    const lines = await db.find(HandoverLineEntity, { where: { collectiveId }, order });
    findings.looked += heads.length;
    for (const head of heads) {
      const own = lines.filter(({ handoverId }) => handoverId === head.id);
      if (sha256(handoverText(head, own)) !== head.digest)
        findings.add('check.handoverChanged', {}, { day: head.handedOn });
    }
    const known = new Set(heads.map(({ id }) => id));
    const lost = new Set(lines.map((each) => each.handoverId).filter((id) => !known.has(id)));
    for (const handoverId of lost) findings.add('check.handoverGone', {}, { handoverId });
  }
}
