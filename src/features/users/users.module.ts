import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ownTables } from '../../platform/database/database.module';
import { AccessGuard } from './access.guard';
import { LinksService } from './links.service';
import { LogInPagesController } from './log-in-pages.controller';
import { SessionEntity } from './session.entity';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { UserEntity } from './user.entity';
import { UsersService } from './users.service';

/** Who may. The application hands in the region tree and the demo's log-ins. */
@Module({
  imports: [...ownTables(UserEntity, SessionEntity)],
  controllers: [LogInPagesController, SessionsController],
  providers: [LinksService, UsersService, SessionsService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [LinksService, UsersService, SessionsService],
})
export class UsersModule {}
