import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import type { Chart } from '../../domain/ledger/chart';
import { debtProblems } from '../../domain/ledger/hand-bounds';
import type { StandingBooks } from '../../domain/ledger/pool-lines';
import { flowEffect } from '../../domain/ledger/journal-entry';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { correctionPostings } from '../../domain/months/prior-year-postings';
import {
  aboveYearProblems,
  type Correction,
  type CorrectionForm,
  readCorrection,
  sameAgainProblems,
} from '../../domain/months/read-correction';
import { DomainError } from '../../domain/shared/domain-error';
import { poolsOwing } from '../../domain/payouts/listed-parts';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { changeReason } from '../../glossary/cost-words';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { PayListHoldsService } from '../payouts/pay-list-holds.service';
import { PriorYearAccountEntity } from './prior-year-account.entity';
import { PriorYearGroundService } from './prior-year-ground.service';

/** Corrects income and expense of a closed year: in an open month, against 322. */
@Injectable()
export class PriorYearService {
  constructor(
    private readonly database: Database,
    private readonly ground: PriorYearGroundService,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
    private readonly lists: PayListHoldsService,
  ) {}

  /**
   * Books a correction.
   * @throws FormProblems `correction.*`, `voucher.debtShort`, `voucher.notOwedTo`, `voucher.owedByName`,
   *   `voucher.incomeNotCome`, `payouts.*`, `form.*`, `money.*`, `calendar.*`; DomainError
   *   `correction.abovePool` (the pool has not so much left), `reversal.lossCovered`, `period.*`
   */
  correct(collectiveId: string, form: CorrectionForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const chart = await this.ledger.requireChartOf(tx, collectiveId);
        const correction = await this.read(tx, collectiveId, { form, chart });
        const { postedOn, aboutPeriod, account } = correction;
        const name = chart.accounts.get(account)?.name ?? account;
        const postings = correctionPostings(correction, chart);
        const entry = { postings, postedOn };
        const ask = (held: StandingBooks): Problem[] => debtProblems(postings, held, chart);
        const about = { month: aboutPeriod, account: chart.roles.surplusDistribution };
        const alike = await this.ground.listStanding(collectiveId, about);
        const shown = await this.ground.shownOf(tx, collectiveId, { correction, chart });
        refuseProblems([
          ...(await this.balances.problemsOf(tx, collectiveId, { entry, chart, ask })).map(onForm),
          ...(await this.lists.problemsOf(tx, collectiveId, { ...entry, chart })).map(onForm),
          ...aboveYearProblems(correction, shown, chart),
          ...sameAgainProblems(postings, alike, form.twiceReason),
        ]);
        await this.balances.requireNotCovered(tx, collectiveId, {
          postings,
          chart,
          year: yearOf(aboutPeriod),
        });
        const { reason = '' } = changeReason(correction.reason, form.twiceReason);
        const booked = await this.ledger.post(tx, collectiveId, {
          event: 'months.priorYearCorrected',
          ...{ postedOn, aboutPeriod, statementOn: postedOn, attachments: PAPERS_AT_LEAST },
          summary: yearEndSummaries.correction(name, yearOf(aboutPeriod), reason),
          source: { kind: PRIOR_YEAR.correction, id: newId() },
          postings,
          preparedBy: command.by,
        });
        const { entryId } = booked;
        await insertRecorded(tx, PriorYearAccountEntity, { collectiveId, entryId, ledgerAccount: account });
        if (flowEffect(postings) < 0n) await this.requireMoney(tx, collectiveId, correction);
        await this.ledger.requireMoney(tx, collectiveId, { postedOn, postings, isByHand: true });
        const pools = poolsOwing(postings, chart);
        const from = booked.chainPosition;
        await this.lists.requireStands(tx, collectiveId, { from, pools, field: 'account' });
        return booked;
      },
      onceOf(command, 'months.correctPriorYear', form),
    );
  }

  private async read(
    tx: EntityManager,
    collectiveId: string,
    { form, chart }: { readonly form: CorrectionForm; readonly chart: Chart },
  ): Promise<Correction> {
    const counterparties = await this.ground.namesOf(tx, collectiveId);
    const { correction, problems } = readCorrection(form, { chart, counterparties });
    const open = await this.ground.openYearProblems(tx, collectiveId, form.aboutPeriod);
    refuseProblems([...problems, ...open]);
    return correction;
  }

  private async requireMoney(
    tx: EntityManager,
    collectiveId: string,
    { pool, postedOn, amount }: Correction,
  ): Promise<void> {
    const left = await this.ground.grantableOn(tx, collectiveId, { pool, day: postedOn });
    if (left < 0n) throw new DomainError('correction.abovePool', { pool, amount, most: left + amount });
  }
}

/** Where on this form a debt is wrong: in the sum, in the account, or in whom it names. */
function onForm(problem: Problem): Problem {
  const usual = problem.code.startsWith('payouts.') ? 'amount' : 'counterparty';
  return { ...problem, field: PLACES[problem.code] ?? usual };
}

const PLACES: Readonly<Record<string, string>> = {
  'voucher.debtShort': 'amount',
  'voucher.incomeNotCome': 'counter',
};
