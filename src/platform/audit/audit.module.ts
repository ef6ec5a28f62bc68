import { Module } from '@nestjs/common';
import { RefusedCommandsService } from './refused-commands.service';

/** The record of what was refused. */
@Module({ providers: [RefusedCommandsService], exports: [RefusedCommandsService] })
export class AuditModule {}
