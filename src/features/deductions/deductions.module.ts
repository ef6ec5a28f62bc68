import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IncomeModule } from '../income/income.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { PolicyModule } from '../policy/policy.module';
import { BookedDaysService } from './booked-days.service';
import { ChargesService } from './charges.service';
import { ContractsPagesController } from './contracts-pages.controller';
import { ContractsViewService } from './contracts-view.service';
import { CostChangesService } from './cost-changes.service';
import { CostContractPagesController } from './cost-contract-pages.controller';
import { CostContractViewService } from './cost-contract-view.service';
import { CostContractsController } from './cost-contracts.controller';
import { CostElsewhereEntity, CostElsewhereWithdrawalEntity } from './cost-elsewhere.entity';
import { CostsElsewhereController } from './costs-elsewhere.controller';
import { CostsElsewherePagesController } from './costs-elsewhere-pages.controller';
import { CostsElsewhereService } from './costs-elsewhere.service';
import { CostDebtEntity, CostPaymentEntity } from './cost-debt.entity';
import { CostPaymentsPagesController } from './cost-payments-pages.controller';
import { CostPaymentsService } from './cost-payments.service';
import { ImprovementDebtsService } from './improvement-debts.service';
import { CostPaymentsViewService } from './cost-payments-view.service';
import { CostRefundEntity } from './cost-refund.entity';
import { CostRefundsPagesController } from './cost-refunds-pages.controller';
import { CostRefundsService } from './cost-refunds.service';
import { CostRefundsViewService } from './cost-refunds-view.service';
import { CostsToSettleService } from './costs-to-settle.service';
import { CostGroundService } from './cost-ground.service';
import { CostWishesService } from './cost-wishes.service';
import {
  DeductionContractChangeEntity,
  DeductionContractEntity,
  DeductionWaiverEntity,
} from './deduction-contract.entity';
import { CustodiesController } from './custodies.controller';
import { CustodyCostsCheckService } from './custody-costs-check.service';
import { CustodyCostsService } from './custody-costs.service';
import { CustodyPagesController } from './custody-pages.controller';
import { CustodyViewService } from './custody-view.service';
import { DeductionContractsService } from './deduction-contracts.service';
import { DeductionViewService } from './deduction-view.service';
import { DeductionEntity } from './deduction.entity';
import { ChargesCheckService } from './charges-check.service';
import { DeductionsCheckService } from './deductions-check.service';
import { DeductionsPagesController } from './deductions-pages.controller';
import { DeductionsController } from './deductions.controller';
import { CostAgainService } from './cost-again.service';
import { DeductionsService } from './deductions.service';
import {
  JointCostDaysEntity,
  JointCostEntity,
  JointCostPartEntity,
  JointCostShareEntity,
  JointCostTakingEntity,
} from './joint-cost.entity';
import { KeptCostPagesController } from './kept-cost-pages.controller';
import { KeptCostViewService } from './kept-cost-view.service';
import { KeptCostsCheckService } from './kept-costs-check.service';
import { KeptCostsController } from './kept-costs.controller';
import { KeptCostsService } from './kept-costs.service';
import { KeptRefundsService } from './kept-refunds.service';
import { KeptSharesController } from './kept-shares.controller';
import { KeptSharesPagesController } from './kept-shares-pages.controller';
import { KeptSharesService } from './kept-shares.service';
import { KeptSharesViewService } from './kept-shares-view.service';
import { NamedCostsService } from './named-costs.service';
import { StandingCostsService } from './standing-costs.service';
import { TakenBillsService } from './taken-bills.service';
import { TakenCostsService } from './taken-costs.service';
import { TakenRefundsService } from './taken-refunds.service';
import { TouchedBillsService } from './touched-bills.service';

@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    IncomeModule,
    LedgerModule,
    PolicyModule,
    ...ownTables(
      DeductionContractChangeEntity,
      DeductionContractEntity,
      DeductionEntity,
      DeductionWaiverEntity,
      JointCostEntity,
      JointCostPartEntity,
      JointCostDaysEntity,
      JointCostShareEntity,
      JointCostTakingEntity,
      CostDebtEntity,
      CostPaymentEntity,
      CostRefundEntity,
      CostElsewhereEntity,
      CostElsewhereWithdrawalEntity,
    ),
  ],
  controllers: [
    CustodiesController,
    CustodyPagesController,
    CostRefundsPagesController,
    CostPaymentsPagesController,
    CostsElsewhereController,
    CostsElsewherePagesController,
    CostContractPagesController,
    CostContractsController,
    KeptCostPagesController,
    KeptCostsController,
    KeptSharesController,
    KeptSharesPagesController,
    ContractsPagesController,
    DeductionsController,
    DeductionsPagesController,
  ],
  providers: [
    BookedDaysService,
    ChargesService,
    CostWishesService,
    CostChangesService,
    CostContractViewService,
    CostGroundService,
    CostPaymentsService,
    ImprovementDebtsService,
    CostPaymentsViewService,
    CostRefundsService,
    CostRefundsViewService,
    CostsToSettleService,
    CostsElsewhereService,
    CustodyCostsCheckService,
    CustodyCostsService,
    CustodyViewService,
    DeductionContractsService,
    NamedCostsService,
    KeptCostsCheckService,
    KeptCostsService,
    KeptCostViewService,
    KeptRefundsService,
    KeptSharesService,
    KeptSharesViewService,
    TakenBillsService,
    TakenCostsService,
    TakenRefundsService,
    TouchedBillsService,
    ContractsViewService,
    DeductionsCheckService,
    ChargesCheckService,
    CostAgainService,
    DeductionsService,
    DeductionViewService,
    StandingCostsService,
  ],
  exports: [
    BookedDaysService,
    ChargesService,
    CostWishesService,
    CostsToSettleService,
    CostPaymentsService,
    CustodyCostsCheckService,
    CustodyCostsService,
    DeductionContractsService,
    DeductionsCheckService,
    ChargesCheckService,
    CostAgainService,
    DeductionsService,
    KeptCostsCheckService,
    KeptCostsService,
    TakenCostsService,
  ],
})
export class DeductionsModule {}
