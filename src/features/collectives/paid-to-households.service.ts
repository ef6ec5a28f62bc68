import type { Fen } from '../../domain/money/fen';

/** Who lives where, as a year is told: the household by the id of the person. */
export interface LivedInYear {
  readonly year: number;
  readonly householdOf: ReadonlyMap<string, string>;
}

/** What books paid to households. The list knows no later step, so the application hands it in. */
export abstract class PaidToHouseholds {
  /** What the books paid for sure in each of these years, by year and household. */
  abstract listPaid(
    collectiveId: string,
    years: readonly LivedInYear[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, Fen>>>;
}
