import { Injectable } from '@nestjs/common';
import { refusalHash } from '../../domain/ledger/refusal-chain';
import { RefusedCommandsService } from '../../platform/audit/refused-commands.service';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { checkPositions } from './position-checks';

const CODES = {
  broken: 'check.refusalBroken',
  cut: 'check.refusalsCut',
  added: 'check.refusalsAdded',
};

/** The pass over what was refused: its own chain. No entry of the books leads to it. */
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
    const rows = await this.refusals.listRefusals(collectiveId, db);
    const counted = await this.refusals.findEnd(collectiveId, db);
    const hashOf = (previous: string, row: (typeof rows)[number]): string =>
      refusalHash(previous, row, sha256);
    checkPositions({ rows, hashOf, counted, seen, codes: CODES }, findings);
  }
}
