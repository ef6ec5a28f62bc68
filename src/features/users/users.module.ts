import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ownTables } from '../../platform/database/database.module';
import { AccountEventEntity } from './account-event.entity';
import { AccountPersonEntity } from './account-person.entity';
import { AccountPersonsService } from './account-persons.service';
import { AccountRelativeEndEntity, AccountRelativeEntity } from './account-relative.entity';
import { AccountRelativesService } from './account-relatives.service';
import { AccessGuard } from './access.guard';
import { AccountStoryService } from './account-story.service';
import { AccountsService } from './accounts.service';
import { LinksService } from './links.service';
import { LogInPagesController } from './log-in-pages.controller';
import { LogInTriesEntity } from './log-in-tries.entity';
import { LogInTriesService } from './log-in-tries.service';
import { LogInCodeController } from './log-in-code.controller';
import { NewAccountsService } from './new-accounts.service';
import { OwnAccountController } from './own-account.controller';
import { OwnAccountService } from './own-account.service';
import { OwnSessionsController } from './own-sessions.controller';
import { OwnSessionsService } from './own-sessions.service';
import { RoleEndEntity } from './role-end.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { RolesService } from './roles.service';
import { SecondFactorController } from './second-factor.controller';
import {
  SecondFactorCodeEntity,
  SecondFactorEndEntity,
  SecondFactorEntity,
  SecondFactorUseEntity,
} from './second-factor.entity';
import { SecondFactorsService } from './second-factors.service';
import { SessionEntity } from './session.entity';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { UserSealsService } from './user-seals.service';
import { UserEntity } from './user.entity';
import { UsersService } from './users.service';

/** Who may. The application hands in the region tree and the demo's log-ins. */
@Module({
  imports: [
    ...ownTables(
      UserEntity,
      SessionEntity,
      AccountEventEntity,
      AccountPersonEntity,
      AccountRelativeEntity,
      AccountRelativeEndEntity,
      LogInTriesEntity,
      RoleGrantEntity,
      RoleEndEntity,
      SecondFactorEntity,
      SecondFactorCodeEntity,
      SecondFactorEndEntity,
      SecondFactorUseEntity,
    ),
  ],
  controllers: [
    LogInPagesController,
    LogInCodeController,
    OwnAccountController,
    OwnSessionsController,
    SecondFactorController,
    SessionsController,
  ],
  providers: [
    AccountPersonsService,
    AccountRelativesService,
    AccountStoryService,
    AccountsService,
    LinksService,
    LogInTriesService,
    NewAccountsService,
    OwnAccountService,
    OwnSessionsService,
    RolesService,
    SecondFactorsService,
    UserSealsService,
    UsersService,
    SessionsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AccountPersonsService,
    AccountRelativesService,
    AccountStoryService,
    AccountsService,
    LinksService,
    NewAccountsService,
    RolesService,
    SecondFactorsService,
    UserSealsService,
    UsersService,
    SessionsService,
  ],
})
export class UsersModule {}
