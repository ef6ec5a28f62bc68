import { Module } from '@nestjs/common';
import { SecretsModule } from '../secrets/secrets.module';
import { AcceptedCommandsService } from './accepted-commands.service';
import { RefusedCommandsService } from './refused-commands.service';

/** The records of what was carried out and of what was refused. */
@Module({
  imports: [SecretsModule],
  providers: [AcceptedCommandsService, RefusedCommandsService],
  exports: [AcceptedCommandsService, RefusedCommandsService],
})
export class AuditModule {}
