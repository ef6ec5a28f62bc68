import { Injectable } from '@nestjs/common';
import { checkReserves } from '../../domain/ledger/check-reserves';
import { readPlacedMovements, readReserves } from './reserves.store';
import { type CheckedBooks, StepCheck } from './step-check.service';

/** The pass over money set aside: it was there, and no more of it was released. */
@Injectable()
export class ReservesCheckService extends StepCheck {
  override readonly pass = 'reserves';

  override async checkEntries(): Promise<void> {
    // Setting money aside books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const reserves = await readReserves(db, collectiveId);
    if (reserves.length === 0) return;
    checkReserves(reserves, await readPlacedMovements(db, collectiveId), findings);
  }
}
