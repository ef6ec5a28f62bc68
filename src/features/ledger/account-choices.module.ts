import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { AccountChoicesController } from './account-choices.controller';
import { AccountChoicesPagesController } from './account-choices-pages.controller';
import { AccountChoicesService } from './account-choices.service';
import { AccountChoicesViewService } from './account-choices-view.service';
import { LedgerModule } from './ledger.module';

/** The accounts that a county chooses for the uses of its villages' money. */
@Module({
  imports: [UsersModule, LedgerModule],
  controllers: [AccountChoicesController, AccountChoicesPagesController],
  providers: [AccountChoicesService, AccountChoicesViewService],
})
export class AccountChoicesModule {}
