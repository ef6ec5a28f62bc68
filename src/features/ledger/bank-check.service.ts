import { Injectable } from '@nestjs/common';
import { checkBank, type KeptBank } from '../../domain/ledger/check-bank';
import { BankAccountEntity } from './bank-account.entity';
import { BankExplanationEntity } from './bank-explanation.entity';
import { BankLineEntity } from './bank-line.entity';
import { BankMatchLineEntity } from './bank-match-line.entity';
import { BankMatchEntity } from './bank-match.entity';
import { BankStatementEntity } from './bank-statement.entity';
import { BankWithdrawalEntity } from './bank-withdrawal.entity';
import { readPointedLines } from './bank.store';
import { type CheckedBooks, StepCheck } from './step-check.service';

/** The bank's pass: statements that add up, and matches that hold what they say. No entry leads to it. */
@Injectable()
export class BankCheckService extends StepCheck {
  override readonly pass = 'bank';

  override async checkEntries(): Promise<void> {
    // A voucher does not know what the bank says of it.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const matches = { where: { collectiveId }, order: { doneAt: 'ASC', id: 'ASC' } } as const;
    const bank: KeptBank = {
      accounts: await db.findBy(BankAccountEntity, { collectiveId }),
      statements: await db.findBy(BankStatementEntity, { collectiveId }),
      withdrawals: await db.findBy(BankWithdrawalEntity, { collectiveId }),
      lines: await db.findBy(BankLineEntity, { collectiveId }),
      matches: await db.find(BankMatchEntity, matches),
      matchLines: await db.findBy(BankMatchLineEntity, { collectiveId }),
      explanations: await db.findBy(BankExplanationEntity, { collectiveId }),
      booked: await readPointedLines(db, collectiveId),
    };
    checkBank(bank, findings);
  }
}
