import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DEPRECIATION } from '../../domain/assets/check-depreciation';
import { type AssetUse, type DueDepreciation, useIn } from '../../domain/assets/depreciation';
import {
  readTerms,
  type ReadTerms,
  requireWithdrawable,
  type TermsFacts,
  type TermsForm,
  useChangeForm,
} from '../../domain/assets/depreciation-terms';
import { requireTermsFollow } from '../../domain/assets/transfer-terms';
import { depreciationPostings, totalStand } from '../../domain/assets/postings';
import { isMonth, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import type { Posting } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { assetSummaries } from '../../glossary/voucher-summaries-assets';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { readStandingTurns } from './asset-turns.store';
import { AssetsService } from './assets.service';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { type AssetPlan, DepreciationReadService } from './depreciation-read.service';
import { DepreciationTermsEntity, TermsWithdrawalEntity } from './depreciation-terms.entity';
import { readStandingTransfers } from './share-transfers.store';

/** What assets lose in value: on which terms, and booked month by month. */
@Injectable()
export class DepreciationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly reading: DepreciationReadService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Enters the terms of an asset, or changes them for the months that are not booked yet.
   * @throws FormProblems `depreciation.*`, `form.*`, `money.*`, `calendar.*`; DomainError `assets.unknown`
   */
  enterTerms(
    collectiveId: string,
    { assetId, form }: { readonly assetId: string; readonly form: TermsForm },
    command: Command,
  ): Promise<{ assetId: string; number: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { terms, problems } = readTerms(form, await this.factsOf(tx, collectiveId, assetId));
        refuseProblems(problems);
        const number = await this.keep(tx, collectiveId, { assetId, terms, by: command.by });
        return { assetId, number };
      },
      onceOf(command, 'assets.depreciationTerms', { assetId, form }),
    );
  }

  /**
   * Lets the terms of an asset go on, borne by another expense from the month after a decision.
   * @returns the number of the terms; undefined where nothing is left to bear by then
   * @throws FormProblems `depreciation.*`
   */
  async changeUse(
    tx: EntityManager,
    collectiveId: string,
    of: {
      readonly assetId: string;
      readonly use: AssetUse;
      readonly from: Month;
      readonly paper: string;
      readonly by: string;
    },
  ): Promise<number | undefined> {
    const { assetId, by } = of;
    const facts = await this.factsOf(tx, collectiveId, assetId);
    const last = facts.terms.at(-1);
    const form = last === undefined ? undefined : useChangeForm(of, last);
    if (form === undefined) return undefined;
    const { terms, problems } = readTerms(form, facts);
    refuseProblems(problems.map((each) => ({ ...each, field: 'happenedOn' })));
    return this.keep(tx, collectiveId, { assetId, terms, by });
  }

  /**
   * Takes terms back with the decision that they follow from.
   * @throws DomainError `depreciation.termsNotLast`, `depreciation.termsOfEvent`, `assetLife.bookedSince`
   */
  async takeBackUse(
    tx: EntityManager,
    collectiveId: string,
    of: { readonly assetId: string; readonly number: number; readonly reason: string; readonly by: string },
  ): Promise<void> {
    const { assetId, number, reason, by } = of;
    const plans = await this.reading.listPlans(collectiveId, tx);
    const none = { booked: new Set<Month>(), terms: [] };
    requireWithdrawable(number, plans.find((each) => each.assetId === assetId) ?? none);
    const entered = { enteredBy: by, enteredAt: this.clock.now() };
    await insertRecorded(tx, TermsWithdrawalEntity, { collectiveId, assetId, number, reason, ...entered });
  }

  /**
   * Withdraws the last terms of an asset while no month is booked by them; the row stays with the reason.
   * @throws DomainError `depreciation.termsNotLast`, `depreciation.termsOfEvent`, `assetLife.bookedSince`,
   *   `assets.unknown`; FormProblems `form.*`
   */
  async withdrawTerms(
    collectiveId: string,
    given: { readonly assetId: string; readonly number: number; readonly reason: string },
    command: Command,
  ): Promise<void> {
    const { assetId, number } = given;
    const reason = given.reason.trim();
    const missing = reason === '' ? [{ code: 'form.missing', field: 'termsWithdrawn' }] : [];
    refuseProblems([...missing, ...privateNumberProblems({ termsWithdrawn: reason })]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.assets.requireAsset(collectiveId, assetId, tx);
        const turns = await readStandingTurns(tx, collectiveId);
        if (turns.some((turn) => turn.assetId === assetId && turn.termsNumber === number))
          throw new DomainError('depreciation.termsOfTurn');
        await this.takeBackUse(tx, collectiveId, { assetId, number, reason, by: command.by });
      },
      onceOf(command, 'assets.withdrawTerms', given),
    );
  }

  /**
   * Books a month's depreciation of every asset in one voucher: on its last day, or today while the month
   * runs and once it is held. In order of the months, none twice; what was reversed is due again. A month of
   * an earlier year is no expense of this one: a second voucher moves it to what that year left.
   * @throws DomainError `depreciation.*`, `period.*`; FormProblems `calendar.notAMonth`
   */
  async bookMonth(collectiveId: string, month: Month, command: Command): Promise<BookedEntry> {
    if (!isMonth(month)) refuseProblems([{ code: 'calendar.notAMonth', field: 'month', value: month }]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        if (month > monthOf(this.clock.today())) throw new DomainError('depreciation.notYet', { month });
        const plans = await this.reading.listPlans(collectiveId, tx);
        const due = await this.requireDue(tx, collectiveId, month);
        await this.requireFollowed(tx, collectiveId, { due, plans });
        const booked = await this.ledger.post(tx, collectiveId, {
          event: 'assets.depreciated',
          ...(await this.reading.timesOf(collectiveId, { month, today: this.clock.today() }, tx)),
          summary: assetSummaries.depreciation(month),
          source: { kind: DEPRECIATION, id: newId() },
          attachments: PAPERS_AT_LEAST,
          postings: await this.postingsOf(tx, collectiveId, { due, plans }),
          preparedBy: command.by,
        });
        const { entryId } = booked;
        await insertRecorded(
          tx,
          DepreciationBookingEntity,
          due.map((each) => ({ collectiveId, entryId, ...each })),
        );
        return booked;
      },
      onceOf(command, 'assets.depreciate', month),
    );
  }

  /** What terms of an asset are held against. @throws DomainError `assets.unknown` */
  private async factsOf(tx: EntityManager, collectiveId: string, assetId: string): Promise<TermsFacts> {
    const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
    const { openedOn } = await this.ledger.requireBooksOf(tx, collectiveId);
    const plan = (await this.reading.listPlans(collectiveId, tx)).find((each) => each.assetId === assetId);
    const stands = (await this.reading.listStands(collectiveId, tx)).get(assetId) ?? [];
    return {
      asset,
      books: totalStand(stands),
      openedOn,
      terms: plan?.terms ?? [],
      lastBooked: lastBookedOf(plan),
      booked: plan?.booked,
      enteredIn: await this.reading.findEntered(tx, collectiveId, assetId),
    };
  }

  private async keep(
    tx: EntityManager,
    collectiveId: string,
    { assetId, terms, by }: { readonly assetId: string; readonly terms: ReadTerms; readonly by: string },
  ): Promise<number> {
    const number = (await tx.countBy(DepreciationTermsEntity, { collectiveId, assetId })) + 1;
    const entered = { enteredBy: by, enteredAt: this.clock.now() };
    await insertRecorded(tx, DepreciationTermsEntity, {
      collectiveId,
      assetId,
      number,
      ...terms,
      ...entered,
    });
    return number;
  }

  private async requireDue(
    tx: EntityManager,
    collectiveId: string,
    month: Month,
  ): Promise<DueDepreciation[]> {
    const due = await this.reading.listDue(collectiveId, month, tx);
    const earliest = due[0]?.month;
    if (earliest === undefined) throw new DomainError('depreciation.nothingDue', { month });
    if (earliest < month) throw new DomainError('depreciation.earlierDue', { month, earliest });
    return due;
  }

  /** Terms of before a transfer of a part are of another cost: those that follow come first. */
  private async requireFollowed(
    tx: EntityManager,
    collectiveId: string,
    { due, plans }: { readonly due: readonly DueDepreciation[]; readonly plans: readonly AssetPlan[] },
  ): Promise<void> {
    const transfers = await readStandingTransfers(tx, collectiveId);
    if (transfers.length === 0) return;
    for (const { assetId } of due) {
      const own = transfers.filter((each) => each.assetId === assetId);
      if (own.length === 0) continue;
      const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
      const { terms = [] } = plans.find((each) => each.assetId === assetId) ?? {};
      requireTermsFollow(asset.name, terms, own);
    }
  }

  /** The lines of every asset. No asset loses more than the books say it is worth. */
  private async postingsOf(
    tx: EntityManager,
    collectiveId: string,
    { due, plans }: { readonly due: readonly DueDepreciation[]; readonly plans: readonly AssetPlan[] },
  ): Promise<Posting[]> {
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const stands = await this.reading.listStands(collectiveId, tx);
    const postings: Posting[] = [];
    for (const { assetId, amount, month } of due) {
      const own = stands.get(assetId) ?? [];
      const left = sumFen(own.map(({ cost, accumulated }) => (cost > accumulated ? cost - accumulated : 0n)));
      if (amount > left) {
        const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
        throw new DomainError('depreciation.aboveBooks', { asset: asset.name, amount, left });
      }
      const use = useIn(plans.find((each) => each.assetId === assetId)?.terms ?? [], month);
      postings.push(...depreciationPostings({ assetId, use, amount, stands: own }, chart));
    }
    return postings;
  }
}

function lastBookedOf(plan: AssetPlan | undefined): Month | undefined {
  return [...(plan?.booked ?? [])].sort().at(-1);
}
