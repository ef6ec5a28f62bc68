import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetLifeModule } from '../assets/asset-life.module';
import { AssetsModule } from '../assets/assets.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IncomeModule } from './income.module';
import { TaxCheckService } from './tax-check.service';
import { TaxPagesController } from './tax-pages.controller';
import { TaxPeriodEntity } from './tax-period.entity';
import { TaxReadService } from './tax-read.service';
import { TaxSalesService } from './tax-sales.service';
import { TaxStandsService } from './tax-stands.service';
import { TaxStatusEntity } from './tax-status.entity';
import { TaxViewService } from './tax-view.service';
import { TaxesController } from './taxes.controller';
import { TaxesService } from './taxes.service';
import { VatTableService } from './vat-table.service';

/** Value-added tax on what the collective earned. */
@Module({
  imports: [
    ...[AssetLifeModule, AssetsModule, IncomeModule, LedgerModule],
    ...ownTables(TaxPeriodEntity, TaxStatusEntity),
  ],
  controllers: [TaxesController, TaxPagesController],
  providers: [
    TaxCheckService,
    TaxReadService,
    TaxSalesService,
    TaxStandsService,
    TaxViewService,
    TaxesService,
    VatTableService,
  ],
  exports: [TaxCheckService, TaxReadService, TaxesService],
})
export class TaxModule {}
