import {
  PublicityStandings,
  type SheetHistory,
} from '../../src/features/approvals/publicity-standings.service';

/** Knows of no sheet, as where no plan was published: what hangs was only noted. */
export class NoSheets extends PublicityStandings {
  standingOfPlan(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  historyOfPlan(): Promise<SheetHistory> {
    return Promise.resolve(() => undefined);
  }
}
