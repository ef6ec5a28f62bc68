import { Injectable } from '@nestjs/common';
import { householdText } from '../../glossary/people-words';
import { villagePaths } from '../../platform/http/office-paths';
import type { UnexplainedRow } from './household-incomes.pages';
import { HouseholdIncomesService } from './household-incomes.service';
import { RosterReadService } from './roster-read.service';

/** Whose income is said to be less than what the books paid, for who looks at households again. */
@Injectable()
export class UnexplainedIncomesService {
  constructor(
    private readonly incomes: HouseholdIncomesService,
    private readonly roster: RosterReadService,
  ) {}

  /** By household and year; households in which nobody lives any more are left out. */
  async listRows(collectiveId: string): Promise<UnexplainedRow[]> {
    const unexplained = await this.incomes.listUnexplained(collectiveId);
    if (unexplained.length === 0) return [];
    const paths = villagePaths(collectiveId);
    return (await this.roster.listRoster(collectiveId)).flatMap((household) => {
      const { id, householdNumber } = household;
      const named = {
        household: householdText(householdNumber, this.roster.headOf(collectiveId, household)),
        href: paths.household(id),
      };
      return unexplained
        .filter(({ householdId }) => householdId === id)
        .toSorted((one, other) => Number(one.year) - Number(other.year))
        .flatMap(({ year, perHead, paidAbove }) =>
          paidAbove === undefined ? [] : [{ ...named, year, perHead, paidAbove }],
        );
    });
  }
}
