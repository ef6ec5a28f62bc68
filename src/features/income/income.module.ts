import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { BankModule } from '../ledger/bank.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PolicyModule } from '../policy/policy.module';
import { GridCustomerEntity } from './grid-customer.entity';
import { IncomeCheckService } from './income-check.service';
import { IncomeDueViewService } from './income-due-view.service';
import { EarnedDaysService } from './earned-days.service';
import { IncomeGroundService } from './income-ground.service';
import { IncomeNatureEntity } from './income-nature.entity';
import { IncomeNaturesService } from './income-natures.service';
import { IncomeReadService } from './income-read.service';
import { IncomeController } from './income.controller';
import { IncomeReversalsService } from './income-reversals.service';
import { OpeningRestsService } from './opening-rests.service';
import { IncomeService } from './income.service';
import { MeterPagesController } from './meter-pages.controller';
import { MeterRecordEntity } from './meter-record.entity';
import { MeterWithdrawalEntity } from './meter-withdrawal.entity';
import { MeterViewService } from './meter-view.service';
import { MetersController } from './meters.controller';
import { MetersService } from './meters.service';
import { JointCheckService } from './joint-check.service';
import { OWNERS } from './owners.providers';
import { OwnersCheckService } from './owners-check.service';
import { CustodyActsService } from './custody-acts.service';
import { CustodyCheckService } from './custody-check.service';
import {
  CustodyCostEntity,
  CustodyDueEntity,
  CustodyPaymentEntity,
  CustodyReceiptEntity,
} from './custody-due.entity';
import { CustodyDuesService } from './custody-dues.service';
import { CutDeliveriesService } from './cut-deliveries.service';
import { CutEntryService } from './cut-entry.service';
import { JointCutDeliveryEntity } from './joint-cut-delivery.entity';
import { JointCutPartEntity } from './joint-cut-part.entity';
import { JointReleaseEntity, JointUnsplitEntity } from './joint-unsplit.entity';
import { JointPartTaxEntity, JointSlipTaxEntity, TaxBearerEntity } from './joint-tax.entity';
import { ShareChangeEntity, ShareChangePartEntity } from './share-change.entity';
import { JointOutboxService } from './joint-outbox.service';
import { KeptCutsService } from './kept-cuts.service';
import { JointDeliveriesService } from './joint-deliveries.service';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { JointPaymentsService } from './joint-payments.service';
import { JointReadService } from './joint-read.service';
import { JointController } from './joint.controller';
import { JointPagesController } from './joint-pages.controller';
import { JointViewService } from './joint-view.service';
import { ShareChangesService } from './share-changes.service';
import { JointPaymentEntity } from './joint-payment.entity';
import { JointReceiptPartEntity } from './joint-receipt-part.entity';
import { KeptOwnersService } from './kept-owners.service';
import { KeptSlipsService } from './kept-slips.service';
import { SlipsService } from './slips.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptPagesController } from './receipt-pages.controller';
import { ReceiptViewService } from './receipt-view.service';
import { ArrearsController } from './arrears.controller';
import { ArrearsPagesController } from './arrears-pages.controller';
import { ArrearsReminderEntity } from './arrears-reminder.entity';
import { ArrearsService } from './arrears.service';
import { ArrearsViewService } from './arrears-view.service';
import { ReceiptEntity } from './receipt.entity';
import { IncomeAgainService } from './income-again.service';
import { ReceiptsService } from './receipts.service';
import { ReceivableEntity } from './receivable.entity';
import { ReceivableRowsService } from './receivable-rows.service';
import { SettlementFilesService } from './settlement-files.service';
import { SettlementImportPagesController } from './settlement-import-pages.controller';
import { SettlementImportService } from './settlement-import.service';
import { SettlementImportViewService } from './settlement-import-view.service';
import { SettlementImportsController } from './settlement-imports.controller';
import { SettlementLayoutsService } from './settlement-layouts.service';
import { SettlementStationsService } from './settlement-stations.service';
import { DepositsCheckService } from './deposits-check.service';
import { LeaseDepositEntity } from './lease-deposit.entity';
import { LeaseDepositPagesController } from './lease-deposit-pages.controller';
import { LeaseDepositViewService } from './lease-deposit-view.service';
import { LeaseDepositsController } from './lease-deposits.controller';
import { LeaseDepositsService } from './lease-deposits.service';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentAdvancesService } from './rent-advances.service';
import { RentBookingEntity } from './rent-booking.entity';
import { RentWaiverEntity, RentWaiverWithdrawalEntity } from './rent-waiver.entity';
import { RentContractsService } from './rent-contracts.service';
import { RentDuesService } from './rent-dues.service';
import { RentController } from './rent.controller';
import { RentEntryPagesController } from './rent-entry-pages.controller';
import { RentEntryViewService } from './rent-entry-view.service';
import { RentPagesController } from './rent-pages.controller';
import { RentReadService } from './rent-read.service';
import { RentViewService } from './rent-view.service';
import { SettlementViewService } from './settlement-view.service';
import { SettlementWithdrawalEntity } from './settlement-withdrawal.entity';
import { SettlementEntity } from './settlement.entity';
import { SlipColumnsService } from './slip-columns.service';
import { SlipEntryService } from './slip-entry.service';
import { SlipFlagEntity } from './slip-flag.entity';
import { SlipReadingsCheckService } from './slip-readings-check.service';
import { SlipReadingsEntity } from './slip-readings.entity';
import { SplitNowService } from './split-now.service';
import { StationFactsService } from './station-facts.service';
import { StationPriceEntity } from './station-price.entity';
import { StationPricesController } from './station-prices.controller';
import { StationPricesPagesController } from './station-prices-pages.controller';
import { StationPricesService } from './station-prices.service';
import { StationPricesViewService } from './station-prices-view.service';
import { MeterKwhEntity } from './meter-kwh.entity';
import { MeterKwhService } from './meter-kwh.service';
import { MeterImportPagesController } from './meter-import-pages.controller';
import { MeterImportViewService } from './meter-import-view.service';
import { MeterImportService } from './meter-import.service';
import { MeterImportsController } from './meter-imports.controller';
import { NeighboursService } from './neighbours.service';
import { ReconcileToleranceEntity } from './reconcile-tolerance.entity';
import { ReconciliationPagesController } from './reconciliation-pages.controller';
import { ReconciliationService } from './reconciliation.service';
import { ReconciliationViewService } from './reconciliation-view.service';
import { ReconciliationsController } from './reconciliations.controller';
import { SubsidiesController } from './subsidies.controller';
import { SubsidyAdvanceEntity } from './subsidy-advance.entity';
import { SubsidyAdvancesService } from './subsidy-advances.service';
import { SubsidyCutEntity, SubsidyNoteWithdrawalEntity } from './subsidy-cut.entity';
import { SubsidyCutsService } from './subsidy-cuts.service';
import { SubsidyNotesService } from './subsidy-notes.service';
import { SubsidyEntryPagesController } from './subsidy-entry-pages.controller';
import { SubsidyEntryViewService } from './subsidy-entry-view.service';
import { SubsidyYearPagesController } from './subsidy-year-pages.controller';
import { SubsidyYearService } from './subsidy-year.service';
import { SubsidyYearViewService } from './subsidy-year-view.service';
import { TariffTableService } from './tariff-table.service';
import { YieldAlertsService } from './yield-alerts.service';
import { YieldTableService } from './yield-table.service';

@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    LedgerModule,
    PolicyModule,
    BankModule,
    ...ownTables(SettlementEntity, ReceivableEntity, ReceiptEntity, ReceiptLineEntity),
    ...ownTables(GridCustomerEntity, MeterRecordEntity, MeterWithdrawalEntity),
    ...ownTables(MeterKwhEntity, ReconcileToleranceEntity),
    ...ownTables(SlipFlagEntity, StationPriceEntity, SubsidyCutEntity, SubsidyAdvanceEntity),
    ...ownTables(SubsidyNoteWithdrawalEntity),
    ...ownTables(JointPartEntity, JointDeliveryEntity, JointReceiptPartEntity, JointPaymentEntity),
    ...ownTables(JointCutPartEntity, JointCutDeliveryEntity),
    ...ownTables(LeaseDepositEntity, IncomeNatureEntity),
    ...ownTables(CustodyDueEntity, CustodyReceiptEntity, CustodyPaymentEntity, CustodyCostEntity),
    ...ownTables(TaxBearerEntity, JointSlipTaxEntity, JointPartTaxEntity),
    ...ownTables(SettlementWithdrawalEntity, SlipReadingsEntity),
    ...ownTables(JointUnsplitEntity, JointReleaseEntity, ShareChangeEntity, ShareChangePartEntity),
    ...ownTables(RentBookingEntity, RentAdvanceEntity, ArrearsReminderEntity),
    ...ownTables(RentWaiverEntity, RentWaiverWithdrawalEntity),
  ],
  controllers: [
    ArrearsController,
    ArrearsPagesController,
    IncomeController,
    MeterPagesController,
    MetersController,
    JointController,
    JointPagesController,
    ReceiptPagesController,
    SettlementImportPagesController,
    SettlementImportsController,
    StationPricesController,
    StationPricesPagesController,
    ReconciliationPagesController,
    ReconciliationsController,
    MeterImportPagesController,
    MeterImportsController,
    SubsidiesController,
    SubsidyEntryPagesController,
    SubsidyYearPagesController,
    LeaseDepositPagesController,
    LeaseDepositsController,
    RentController,
    RentEntryPagesController,
    RentPagesController,
  ],
  providers: [
    ArrearsService,
    ArrearsViewService,
    IncomeCheckService,
    SlipReadingsCheckService,
    IncomeDueViewService,
    EarnedDaysService,
    IncomeGroundService,
    IncomeNaturesService,
    IncomeReadService,
    IncomeReversalsService,
    OpeningRestsService,
    IncomeService,
    MetersService,
    MeterViewService,
    JointCheckService,
    OwnersCheckService,
    JointDeliveriesService,
    CutDeliveriesService,
    CutEntryService,
    JointOutboxService,
    KeptCutsService,
    JointPaymentsService,
    JointReadService,
    JointViewService,
    ShareChangesService,
    KeptOwnersService,
    KeptSlipsService,
    SplitNowService,
    ...OWNERS,
    SlipsService,
    IncomeAgainService,
    ReceiptsService,
    ReceiptViewService,
    ReceivableRowsService,
    SettlementFilesService,
    SettlementImportService,
    SettlementImportViewService,
    SettlementLayoutsService,
    SettlementStationsService,
    CustodyActsService,
    CustodyCheckService,
    CustodyDuesService,
    DepositsCheckService,
    LeaseDepositViewService,
    LeaseDepositsService,
    RentAdvancesService,
    RentContractsService,
    RentDuesService,
    RentEntryViewService,
    RentReadService,
    RentViewService,
    SettlementViewService,
    SlipColumnsService,
    SlipEntryService,
    StationFactsService,
    StationPricesService,
    StationPricesViewService,
    MeterKwhService,
    MeterImportService,
    MeterImportViewService,
    NeighboursService,
    ReconciliationService,
    ReconciliationViewService,
    SubsidyAdvancesService,
    SubsidyCutsService,
    SubsidyNotesService,
    SubsidyEntryViewService,
    SubsidyYearService,
    SubsidyYearViewService,
    TariffTableService,
    YieldAlertsService,
    YieldTableService,
  ],
  exports: [
    EarnedDaysService,
    IncomeDueViewService,
    SlipEntryService,
    SettlementViewService,
    ArrearsService,
    IncomeCheckService,
    SlipReadingsCheckService,
    IncomeNaturesService,
    IncomeReadService,
    IncomeReversalsService,
    OpeningRestsService,
    IncomeService,
    JointCheckService,
    OwnersCheckService,
    JointDeliveriesService,
    CutDeliveriesService,
    JointOutboxService,
    KeptCutsService,
    JointPaymentsService,
    JointReadService,
    NeighboursService,
    IncomeAgainService,
    ReceiptsService,
    CustodyActsService,
    CustodyCheckService,
    CustodyDuesService,
    DepositsCheckService,
    LeaseDepositsService,
    RentReadService,
    ShareChangesService,
    SlipsService,
    SubsidyAdvancesService,
    YieldAlertsService,
  ],
})
export class IncomeModule {}
