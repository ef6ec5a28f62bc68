import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findRefusalBreak } from '../../domain/ledger/refusal-chain';
import { RefusedCommandsService } from '../../platform/audit/refused-commands.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';

/** The pass over what was refused: its own chain, each link recomputed. No entry of the books leads to it. */
@Injectable()
export class RefusalsCheckService extends StepCheck {
  override readonly pass = 'refusals';

  constructor(private readonly refusals: RefusedCommandsService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // What was refused stands beside no entry.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const kept = await this.refusals.listRefusals(collectiveId, db);
    findings.looked = kept.length;
    const found = findRefusalBreak(kept, (text) => createHash('sha256').update(text, 'utf8').digest('hex'));
    if (found === undefined) return;
    findings.add('check.refusalBroken', { position: found.position }, { fault: found.fault });
  }
}
