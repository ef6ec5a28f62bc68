import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkBank } from '../../domain/ledger/check-bank';
import type { KeptAccount, KeptBank, KeptClosing } from '../../domain/ledger/kept-bank';
import { BankAccountEntity } from './bank-account.entity';
import { lastActs, readActs } from './bank-accounts.store';
import { BankExplanationEntity } from './bank-explanation.entity';
import { BankLineEntity } from './bank-line.entity';
import { BankMatchLineEntity } from './bank-match-line.entity';
import { BankMatchEntity } from './bank-match.entity';
import { BankStatementEntity } from './bank-statement.entity';
import { BankWithdrawalEntity } from './bank-withdrawal.entity';
import { readBooksAfter, readBooksOn, readPointedLines } from './bank.store';
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
    const acts = lastActs(await readActs(db, { collectiveId }));
    const accounts = (await db.findBy(BankAccountEntity, { collectiveId })).map((account) => {
      const { act, closedOn = null } = acts.get(account.id) ?? {};
      return Object.assign(account, { closedOn, isMistaken: act === 'mistaken' });
    });
    const said = { where: { collectiveId }, order: { saidAt: 'ASC', id: 'ASC' } } as const;
    const bank: KeptBank = {
      accounts,
      closings: await closingsOf(db, collectiveId, accounts),
      statements: await db.findBy(BankStatementEntity, { collectiveId }),
      withdrawals: await db.findBy(BankWithdrawalEntity, { collectiveId }),
      lines: await db.findBy(BankLineEntity, { collectiveId }),
      matches: await db.find(BankMatchEntity, matches),
      matchLines: await db.findBy(BankMatchLineEntity, { collectiveId }),
      explanations: await db.find(BankExplanationEntity, said),
      booked: await readPointedLines(db, collectiveId),
    };
    checkBank(bank, findings);
  }
}

async function closingsOf(
  db: EntityManager,
  collectiveId: string,
  accounts: readonly KeptAccount[],
): Promise<KeptClosing[]> {
  const closings: KeptClosing[] = [];
  for (const scope of accounts) {
    const { id: accountId, closedOn } = scope;
    if (closedOn === null) continue;
    const asked = { scope, day: closedOn };
    const booksOn = await readBooksOn(db, collectiveId, asked);
    const after = await readBooksAfter(db, collectiveId, asked);
    closings.push({ accountId, closedOn, booksOn, after });
  }
  return closings;
}
