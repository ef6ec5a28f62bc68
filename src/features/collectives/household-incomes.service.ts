import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  belowPaidProblems,
  type BooksPaid,
  type IncomeForm,
  paidAbove,
  readIncome,
  standingIncomes,
} from '../../domain/collectives/household-income';
import { rosterOn } from '../../domain/collectives/roster';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { HouseholdAt } from './households.service';
import { HouseholdIncomeEntity } from './member.entity';
import { requireHousehold } from './members.service';
import { readIncomes, readVersions, type ToldIncome } from './members.store';
import { PaidToHouseholds } from './paid-to-households.service';

/** An income beside what the books paid. */
export interface HeldIncome extends ToldIncome {
  /** What the books paid a head, where it is more and the income is what holds of its year. */
  readonly paidAbove: Fen | undefined;
}

/** What households had a head, as inquiries say it, held against what the books paid them. */
@Injectable()
export class HouseholdIncomesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly payments: PaidToHouseholds,
  ) {}

  /**
   * Enters what a household had a head in a year; a second time for a year takes the place of the first.
   * @throws FormProblems `form.*`, `money.*`, `household.income*`, `policy.reasonTooShort`; DomainError
   *   `household.unknown`
   */
  async noteIncome(at: HouseholdAt, form: IncomeForm, command: Command): Promise<{ incomeNumber: number }> {
    const { collectiveId, householdId } = at;
    const { income, problems } = readIncome(form, this.clock.today());
    // What was paid while this is entered is told by the page of the household.
    const isRead = problems.length === 0;
    const books = isRead ? await this.booksOf(collectiveId, [income.year]) : () => NOTHING;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        refuseProblems(problems);
        refuseProblems(belowPaidProblems(income, books(income.year, householdId)));
        const incomeNumber = (await readIncomes(tx, collectiveId, householdId)).length + 1;
        const { belowPaidWhy, ...said } = income;
        await insertRecorded(tx, HouseholdIncomeEntity, {
          ...{ collectiveId, householdId, incomeNumber, ...said },
          belowPaidWhy: belowPaidWhy === '' ? null : belowPaidWhy,
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { incomeNumber };
      },
      onceOf(command, 'households.noteIncome', { householdId, form }),
    );
  }

  /** The incomes of a household in the order of entry. */
  async listHeld({ collectiveId, householdId }: HouseholdAt): Promise<HeldIncome[]> {
    return this.held(collectiveId, await readIncomes(this.database.reader, collectiveId, householdId));
  }

  /** Incomes that hold, are less than what the books paid, and nobody has said why. */
  async listUnexplained(collectiveId: string): Promise<HeldIncome[]> {
    const incomes = standingIncomes(await readIncomes(this.database.reader, collectiveId));
    const unexplained = incomes.filter(({ belowPaidWhy }) => belowPaidWhy === undefined);
    const held = await this.held(collectiveId, unexplained);
    return held.filter((income) => income.paidAbove !== undefined);
  }

  private async held(collectiveId: string, incomes: readonly ToldIncome[]): Promise<HeldIncome[]> {
    const standing = new Set(standingIncomes(incomes));
    const years = [...new Set(incomes.map(({ year }) => year))];
    const books = years.length === 0 ? () => NOTHING : await this.booksOf(collectiveId, years);
    return incomes.map((income) => {
      const { year, householdId, perHead } = income;
      const above = standing.has(income) ? paidAbove(perHead, books(year, householdId)) : undefined;
      return { ...income, paidAbove: above };
    });
  }

  /** What the books paid whoever lived in a household when a year ended, or lives there now. */
  private async booksOf(
    collectiveId: string,
    years: readonly string[],
  ): Promise<(year: string, householdId: string) => BooksPaid> {
    const versions = await readVersions(this.database.reader, collectiveId);
    const lived = years.map((year) => {
      const listed = rosterOn(versions, this.lastDay(year));
      const householdOf = new Map(listed.map(({ memberId, householdId }) => [memberId, householdId]));
      return { year: Number(year), householdOf };
    });
    const paid = await this.payments.listPaid(collectiveId, lived);
    return (year, householdId) => {
      const householdOf = lived.find((each) => each.year === Number(year))?.householdOf ?? new Map();
      return {
        paid: paid.get(Number(year))?.get(householdId) ?? 0n,
        people: [...householdOf.values()].filter((id) => id === householdId).length,
      };
    };
  }

  private lastDay(year: string): CalendarDay {
    const [last, today] = [`${year}-12-31`, this.clock.today()];
    return last < today ? last : today;
  }
}

const NOTHING: BooksPaid = { paid: 0n, people: 0 };
