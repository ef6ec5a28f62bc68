import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { sendKeptFile } from '../../platform/http/kept-file-answer';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { requireUploadedFile, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { AssetFileForm, FileAddress, FileOwnerAddress, FileWithdrawalForm } from './asset-files.forms';
import { FilesPage } from './asset-files.pages';
import { AssetFilesService } from './asset-files.service';
import { AssetFilesViewService } from './asset-files-view.service';
import { FileWithdrawalsService } from './file-withdrawals.service';

/** The page of the photos and papers of one thing, and each of them as it was kept. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class AssetFilesPagesController {
  constructor(
    private readonly files: AssetFilesService,
    private readonly withdrawals: FileWithdrawalsService,
    private readonly view: AssetFilesViewService,
  ) {}

  @Get('files/:ownerKind/:ownerId')
  @HtmlPage()
  show(@Param() at: FileOwnerAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('files/:ownerKind/:ownerId')
  @TakesUpload()
  @HtmlPage()
  add(@Param() at: FileOwnerAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(AssetFileForm, post.body);
        const file = await requireUploadedFile(post.upload);
        await this.files.keep(at, { file, form }, post.command);
        return { next: pageOf(at), said: 'fileAdded' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('files/:ownerKind/:ownerId/withdrawals')
  @HtmlPage()
  withdraw(
    @Param() at: FileOwnerAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { fileId, withdrawalReason } = await readForm(FileWithdrawalForm, post.body);
        await this.withdrawals.withdraw(at, { fileId, reason: withdrawalReason }, post.command);
        return { next: pageOf(at), said: 'fileWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Get('kept-files/:fileId')
  async open(
    @Param() { collectiveId, fileId }: FileAddress,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeptFile(request, reply, await this.files.requireFile(collectiveId, fileId));
  }

  private async draw(visit: PageVisit, at: FileOwnerAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'files', h(FilesPage, await this.view.filesPage(visit, at, form)));
  }
}

function pageOf({ collectiveId, ownerKind, ownerId }: FileOwnerAddress): string {
  return villagePaths(collectiveId).files(ownerKind, ownerId);
}
