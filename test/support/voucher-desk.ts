import type { AssetVouchersService } from '../../src/features/assets/asset-vouchers.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import type { KeptCostsService } from '../../src/features/deductions/kept-costs.service';
import { DebtPaymentsService } from '../../src/features/ledger/debt-payments.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { JointReversalsService } from '../../src/features/months/joint-reversals.service';
import { ReversedBooksService } from '../../src/features/months/reversed-books.service';
import type { ReversingService } from '../../src/features/months/reversing.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { PayableDebtsService } from '../../src/features/payouts/payable-debts.service';
import { PayListDebtsService } from '../../src/features/payouts/pay-list-debts.service';
import { PayListHoldsService } from '../../src/features/payouts/pay-list-holds.service';
import { PaymentsByHandService } from '../../src/features/payouts/payments-by-hand.service';
import { WaitingPaymentsService } from '../../src/features/payouts/waiting-payments.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { poolBalancesOn } from './pool-balances';
import { planApprovalOn } from './plan-approval';
import { tracingOn } from './statements';

/** The books whose debts are asked after. */
interface AskedBooks {
  readonly database: Database;
  readonly clock: Clock;
  readonly books: LedgerReadService;
  readonly ledger: LedgerService;
}

/** What stands on pay lists, as whatever pays beside them asks. */
export function holdsOn(on: AskedBooks): PayListHoldsService {
  const { books, ledger } = on;
  const debts = new PayListDebtsService(ledger, books);
  const names = new DebtPaymentsService();
  return new PayListHoldsService(debts, poolBalancesOn(on.database), books, names, waitingOn(on));
}

/** What waits for its plan, as whatever pays asks. */
export function waitingOn({ database, clock }: Omit<AskedBooks, 'ledger'>): WaitingPaymentsService {
  const plans = planApprovalOn(database, clock);
  return new WaitingPaymentsService(database, plans, tracingOn({ database }), clock);
}

/** What the pages of vouchers ask of the steps, wired as the modules do. */
export function deskOn(
  named: AssetVouchersService,
  steps: AskedBooks & {
    readonly collectives: CollectivesService;
    readonly reversing: ReversingService;
    readonly jointReversals: JointReversalsService;
    readonly keptCosts: KeptCostsService;
  },
): VoucherStepsService {
  const { collectives, reversing, jointReversals, keptCosts } = steps;
  const { database, books, ledger } = steps;
  const holds = holdsOn(steps);
  const others = new ReversedBooksService(collectives, jointReversals, keptCosts, holds);
  const uses = new ManyUsesService(database, new ManyRostersService(database));
  const debts = new PayableDebtsService(database, tracingOn({ database }), uses, ledger, books);
  const paying = new PaymentsByHandService(
    database,
    holds,
    debts,
    waitingOn(steps),
    new DebtPaymentsService(),
  );
  return new VoucherStepsService(named, reversing, collectives, others, paying);
}
