import { Injectable } from '@nestjs/common';
import { acceptanceHash } from '../../domain/ledger/accepted-chain';
import { AcceptedCommandsService } from '../../platform/audit/accepted-commands.service';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { checkPositions } from './position-checks';

const CODES = {
  broken: 'check.acceptedBroken',
  cut: 'check.acceptedCut',
  added: 'check.acceptedAdded',
};

/** The pass over who did what: its own chain. What the program does by itself is not in it. */
@Injectable()
export class AcceptedCheckService extends StepCheck {
  override readonly pass = 'accepted';

  constructor(private readonly accepted: AcceptedCommandsService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Who gave a command stands beside it, not in the entry.
  }

  override async checkRows({ db, collectiveId, findings, seen }: CheckedBooks): Promise<void> {
    const rows = await this.accepted.listAccepted(collectiveId, db);
    const counted = await this.accepted.findEnd(collectiveId, db);
    const hashOf = (previous: string, row: (typeof rows)[number]): string =>
      acceptanceHash(previous, row, sha256);
    checkPositions({ rows, hashOf, counted, seen, codes: CODES }, findings);
  }
}
