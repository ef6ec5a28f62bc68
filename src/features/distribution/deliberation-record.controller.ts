import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { pdfFile } from '../../platform/http/sheet-files';
import { DeliberationRecordService } from './deliberation-record.service';
import type { PlanPlace } from './plan-drawing.service';

/** The record of how a plan, of a period or of a year, was decided. */
@ApiExcludeController()
@Controller('villages/:collectiveId/plans/:planId')
export class DeliberationRecordController {
  constructor(private readonly record: DeliberationRecordService) {}

  @Get('record.pdf')
  async print(@Param() at: PlanPlace): Promise<StreamableFile> {
    return pdfFile(await this.record.print(at));
  }
}
