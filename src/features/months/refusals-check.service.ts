import { Injectable } from '@nestjs/common';
import { findRefusalBreak, findRefusalCut, REFUSALS_START } from '../../domain/ledger/refusal-chain';
import { RefusedCommandsService } from '../../platform/audit/refused-commands.service';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';

/**
 * The pass over what was refused: its own chain, each link recomputed up to the end that is kept beside it
 * and the one an earlier check saw. No entry of the books leads to it.
 */
@Injectable()
export class RefusalsCheckService extends StepCheck {
  override readonly pass = 'refusals';

  constructor(private readonly refusals: RefusedCommandsService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // What was refused stands beside no entry.
  }

  override async checkRows({ db, collectiveId, findings, seen }: CheckedBooks): Promise<void> {
    const kept = await this.refusals.listRefusals(collectiveId, db);
    findings.looked = kept.length;
    const found = findRefusalBreak(kept, sha256);
    if (found !== undefined) {
      findings.add('check.refusalBroken', { position: found.position }, { fault: found.fault });
    }
    const { position = 0, hash = REFUSALS_START } = kept.at(-1) ?? {};
    const counted = await this.refusals.findEnd(collectiveId, db);
    const known = seen === undefined ? [counted] : [counted, seen];
    const cuts = known.filter((end) => findRefusalCut(kept, end) !== undefined);
    const [cut] = cuts.sort((one, other) => other.position - one.position);
    if (cut !== undefined) {
      findings.add('check.refusalsCut', { position: cut.position }, { last: position });
    } else if (counted.position < position) {
      findings.add('check.refusalsAdded', { position: counted.position }, { last: position });
    }
    // What does not hold stays the witness for the next check, or what was seen whole before.
    findings.head = findings.broken === 0 ? { position, hash } : (cut ?? seen ?? counted);
  }
}
