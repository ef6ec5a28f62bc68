import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { CounterpartiesService } from './counterparties.service';
import { CounterpartyEntity } from './counterparty.entity';
import { LedgerModule } from './ledger.module';
import { ManualVouchersService } from './manual-vouchers.service';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { RecurringVouchersService } from './recurring-vouchers.service';
import { VoucherDraftEntity } from './voucher-draft.entity';
import { VoucherDraftsService } from './voucher-drafts.service';
import { VoucherReadingService } from './voucher-reading.service';
import { VoucherSignatureEntity } from './voucher-signature.entity';
import { VoucherSignaturesService } from './voucher-signatures.service';

/** The vouchers that people write themselves, and the signatures on all of them. */
@Module({
  imports: [
    UsersModule,
    LedgerModule,
    ...ownTables(
      CounterpartyEntity,
      RecurringBookingEntity,
      RecurringVoucherEntity,
      VoucherDraftEntity,
      VoucherSignatureEntity,
    ),
  ],
  providers: [
    CounterpartiesService,
    ManualVouchersService,
    RecurringVouchersService,
    VoucherDraftsService,
    VoucherReadingService,
    VoucherSignaturesService,
  ],
  exports: [
    CounterpartiesService,
    ManualVouchersService,
    RecurringVouchersService,
    VoucherDraftsService,
    VoucherSignaturesService,
  ],
})
export class VouchersModule {}
