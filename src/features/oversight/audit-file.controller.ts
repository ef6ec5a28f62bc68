import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { AuditFileService } from './audit-file.service';
import { AuditFileQuery } from './oversight.forms';

/** The audit file of a village's year, as a download. */
@ApiExcludeController()
@ReadsLive()
@Controller('villages/:collectiveId/audit-file')
export class AuditFileController {
  constructor(private readonly files: AuditFileService) {}

  @Get()
  async download(
    @Param('collectiveId') collectiveId: string,
    @Query() query: AuditFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.files.open(collectiveId, Number(query.year));
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    await reply.type('application/zip').send(bytes);
  }
}
