import type { AssetVouchersService } from '../../src/features/assets/asset-vouchers.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { KeptCostsService } from '../../src/features/deductions/kept-costs.service';
import { DebtPaymentsService } from '../../src/features/ledger/debt-payments.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import type { JointReversalsService } from '../../src/features/months/joint-reversals.service';
import { ReversedBooksService } from '../../src/features/months/reversed-books.service';
import type { ReversingService } from '../../src/features/months/reversing.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { PayListDebtsService } from '../../src/features/payouts/pay-list-debts.service';
import { PayListHoldsService } from '../../src/features/payouts/pay-list-holds.service';

/** What stands on pay lists, as whatever pays beside them asks. */
export function holdsOn({
  books,
  ledger,
}: {
  readonly books: LedgerReadService;
  readonly ledger: LedgerService;
}): PayListHoldsService {
  const debts = new PayListDebtsService(ledger, books);
  return new PayListHoldsService(debts, new PoolBalancesService(), books, new DebtPaymentsService());
}

/** What the pages of vouchers ask of the steps, wired as the modules do. */
export function deskOn(
  named: AssetVouchersService,
  steps: {
    readonly books: LedgerReadService;
    readonly ledger: LedgerService;
    readonly collectives: CollectivesService;
    readonly reversing: ReversingService;
    readonly jointReversals: JointReversalsService;
    readonly keptCosts: KeptCostsService;
  },
): VoucherStepsService {
  const { collectives, reversing, jointReversals, keptCosts } = steps;
  const holds = holdsOn(steps);
  const others = new ReversedBooksService(collectives, jointReversals, keptCosts, holds);
  return new VoucherStepsService(named, reversing, collectives, others, holds);
}
