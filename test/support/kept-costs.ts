import type { AssetsService } from '../../src/features/assets/assets.service';
import type { StationLinksService } from '../../src/features/assets/station-links.service';
import type { DeductionsService } from '../../src/features/deductions/deductions.service';
import type { CostRefundsService } from '../../src/features/deductions/cost-refunds.service';
import { KeptCostsService } from '../../src/features/deductions/kept-costs.service';
import { KeptRefundsService } from '../../src/features/deductions/kept-refunds.service';
import { KeptSharesService } from '../../src/features/deductions/kept-shares.service';
import { TakenBillsService } from '../../src/features/deductions/taken-bills.service';
import { TakenCostsService } from '../../src/features/deductions/taken-costs.service';
import { TakenRefundsService } from '../../src/features/deductions/taken-refunds.service';
import { TouchedBillsService } from '../../src/features/deductions/touched-bills.service';
import type { JointPaymentsService } from '../../src/features/income/joint-payments.service';
import type { JointReadService } from '../../src/features/income/joint-read.service';
import type { ReceiptsService } from '../../src/features/income/receipts.service';
import type { ShareChangesService } from '../../src/features/income/share-changes.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** Costs of joint stations, on both sides, wired as their module does. */
export function keptCostsOn(
  database: Database,
  before: {
    readonly assets: AssetsService;
    readonly links: StationLinksService;
    readonly joint: JointReadService;
    readonly jointPayments: JointPaymentsService;
    readonly receipts: ReceiptsService;
    readonly shareChanges: ShareChangesService;
    readonly books: LedgerReadService;
    readonly deductions: DeductionsService;
    readonly costRefunds: CostRefundsService;
    readonly clock: Clock;
  },
) {
  const { assets, links, joint, jointPayments, receipts, books, deductions } = before;
  const keptCosts = new KeptCostsService(database, assets, joint, jointPayments, books);
  const reentries = new ReentriesService(database, books);
  const takenBills = new TakenBillsService(receipts, deductions, reentries);
  const takenCosts = new TakenCostsService(database, keptCosts, links, takenBills);
  const touchedBills = new TouchedBillsService(database, assets, joint, keptCosts);
  return {
    ...{ keptCosts, takenCosts, touchedBills },
    shareChanges: new KeptSharesService(before.shareChanges, touchedBills),
    keptRefunds: new KeptRefundsService(database, keptCosts, jointPayments, before.clock),
    takenRefunds: new TakenRefundsService(database, keptCosts, takenCosts, before.costRefunds),
  };
}
