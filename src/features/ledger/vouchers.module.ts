import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { CounterpartiesService } from './counterparties.service';
import { CounterpartiesCheckService } from './counterparties-check.service';
import { CounterpartyEntity } from './counterparty.entity';
import { LedgerModule } from './ledger.module';
import { ManualVouchersService } from './manual-vouchers.service';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringRebookingEntity } from './recurring-rebooking.entity';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { RecurringVouchersService } from './recurring-vouchers.service';
import { RecurringWaiverEntity } from './recurring-waiver.entity';
import { VoucherDraftEntity } from './voucher-draft.entity';
import { VoucherDraftsService } from './voucher-drafts.service';
import { VoucherReadingService } from './voucher-reading.service';
import { VoucherSignatureEntity } from './voucher-signature.entity';
import { VoucherSignaturesService } from './voucher-signatures.service';

import { DraftViewService } from './draft-view.service';
import { RecurringController } from './recurring.controller';
import { RecurringPagesController } from './recurring-pages.controller';
import { RecurringViewService } from './recurring-view.service';
import { VoucherChoicesService } from './voucher-choices.service';
import { VoucherDraftsPagesController } from './voucher-drafts-pages.controller';
import { GivenVouchersService } from './given-vouchers.service';
import { PayingVouchersService } from './paying-vouchers.service';
import { VoucherFormViewService } from './voucher-form-view.service';
import { VoucherLinesService } from './voucher-lines.service';
import { VoucherListViewService } from './voucher-list-view.service';
import { VoucherListService } from './voucher-list.service';
import { VoucherImportService } from './voucher-import.service';
import { VoucherHandsService } from './voucher-hands.service';
import { VoucherPrintingController } from './voucher-printing.controller';
import { VoucherPrintingService } from './voucher-printing.service';
import { VoucherPagesController } from './voucher-pages.controller';
import { ReversalShortageService } from './reversal-shortage.service';
import { VoucherCorrectionsService } from './voucher-corrections.service';
import { VoucherViewService } from './voucher-view.service';
import { LedgerWishesService } from './ledger-wishes.service';
import { SignaturesCheckService } from './signatures-check.service';
import { VouchersCheckService } from './vouchers-check.service';
import { VouchersController } from './vouchers.controller';

/** The vouchers that people write themselves, and the signatures on all of them. */
@Module({
  imports: [
    UsersModule,
    LedgerModule,
    ...ownTables(
      CounterpartyEntity,
      RecurringBookingEntity,
      RecurringRebookingEntity,
      RecurringVoucherEntity,
      RecurringWaiverEntity,
      VoucherDraftEntity,
      VoucherSignatureEntity,
    ),
  ],
  controllers: [
    RecurringController,
    RecurringPagesController,
    VoucherDraftsPagesController,
    VoucherPagesController,
    VoucherPrintingController,
    VouchersController,
  ],
  providers: [
    CounterpartiesCheckService,
    CounterpartiesService,
    DraftViewService,
    ManualVouchersService,
    RecurringViewService,
    RecurringVouchersService,
    SignaturesCheckService,
    VoucherChoicesService,
    VoucherDraftsService,
    VoucherFormViewService,
    GivenVouchersService,
    PayingVouchersService,
    VoucherHandsService,
    VoucherImportService,
    VoucherLinesService,
    VoucherListService,
    VoucherListViewService,
    VoucherPrintingService,
    VoucherReadingService,
    VoucherSignaturesService,
    ReversalShortageService,
    VoucherCorrectionsService,
    VoucherViewService,
    LedgerWishesService,
    VouchersCheckService,
  ],
  exports: [
    CounterpartiesCheckService,
    CounterpartiesService,
    ManualVouchersService,
    RecurringVouchersService,
    SignaturesCheckService,
    VouchersCheckService,
    VoucherDraftsService,
    VoucherImportService,
    VoucherLinesService,
    VoucherListService,
    VoucherSignaturesService,
    LedgerWishesService,
  ],
})
export class VouchersModule {}
