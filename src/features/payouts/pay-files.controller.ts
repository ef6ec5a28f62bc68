import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type FileAnswer, fileAnswer } from './pay-file-bytes';
import { PayFileReadsService } from './pay-file-reads.service';
import { PayFileEntryForm } from './pay-lists.forms';

/** In which forms a list can be written for its bank, and who took it. */
interface PayFilesAnswer {
  readonly layouts: readonly { readonly id: string; readonly name: string; readonly confirmed: boolean }[];
  readonly taken: readonly {
    readonly layout: string;
    readonly sha256: string;
    readonly by: string;
    readonly at: string;
  }[];
}

/** The files by which banks are told a list. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/pay-lists/:id/files')
export class PayFilesController {
  constructor(private readonly reads: PayFileReadsService) {}

  /** In which forms the list can be had, and who took it so far. */
  @Get()
  async list(@Param() at: ItemAddress): Promise<PayFilesAnswer> {
    const reads = await this.reads.listReads(at.collectiveId, at.id);
    return {
      layouts: this.reads.listForms().map(({ id, name, confirmed }) => ({ id, name, confirmed })),
      taken: reads.map(({ layout, fileDigest, readBy: by, readAt: at }) => ({
        ...{ layout, sha256: fileDigest, by, at },
      })),
    };
  }

  /** Takes the file, which is kept on record: it holds everybody's account. */
  @Post()
  @HttpCode(200)
  async take(
    @Param() at: ItemAddress,
    @Body() { layout }: PayFileEntryForm,
    @GivenCommand() command: Command,
  ): Promise<FileAnswer> {
    return fileAnswer(await this.reads.take(at.collectiveId, { id: at.id, layout }, command));
  }
}
