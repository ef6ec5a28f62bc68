import { Injectable } from '@nestjs/common';
import { checkRegisterBooks } from '../../domain/assets/check-register-books';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { RegisterStandsService } from './register-stands.service';

/** The pass that holds the register against the books: what each asset cost, and what it has lost. */
@Injectable()
export class RegisterCheckService extends StepCheck {
  override readonly pass = 'register';
  override readonly looksAtSealing = true;

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly stands: RegisterStandsService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // An asset stands in the books by all its lines together.
  }

  override async checkRows({ db, collectiveId, chartOf, findings }: CheckedBooks): Promise<void> {
    const { chart } = await this.ledger.requireRow(db, collectiveId);
    const roles = chartOf(chart)?.roles;
    if (roles === undefined) return;
    for (const asset of await this.stands.listStands(db, collectiveId, roles)) {
      checkRegisterBooks(asset, findings);
    }
  }
}
