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
  const { books, ledger, collectives, reversing, jointReversals, keptCosts } = steps;
  const debts = new PayListDebtsService(ledger, books);
  const holds = new PayListHoldsService(debts, new PoolBalancesService(), books, new DebtPaymentsService());
  const others = new ReversedBooksService(collectives, jointReversals, keptCosts, holds);
  return new VoucherStepsService(named, reversing, collectives, others, holds);
}
