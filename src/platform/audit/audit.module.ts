import { Module } from '@nestjs/common';
import { SecretsModule } from '../secrets/secrets.module';
import { RefusedCommandsService } from './refused-commands.service';

/** The record of what was refused. */
@Module({
  imports: [SecretsModule],
  providers: [RefusedCommandsService],
  exports: [RefusedCommandsService],
})
export class AuditModule {}
