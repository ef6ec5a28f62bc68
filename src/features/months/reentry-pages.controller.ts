import { Controller, Get, Param, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReentryPathsService } from './reentry-paths.service';

/** Leads from a reversed voucher to the form on which its fact is entered anew. */
@ApiExcludeController()
@Controller('villages/:collectiveId/vouchers/:id/anew')
export class ReentryPagesController {
  constructor(private readonly paths: ReentryPathsService) {}

  @Get()
  @Redirect('', 303)
  async lead(
    @Param('collectiveId') collectiveId: string,
    @Param('id') id: string,
  ): Promise<{ readonly url: string }> {
    return { url: await this.paths.pathOf(collectiveId, id) };
  }
}
