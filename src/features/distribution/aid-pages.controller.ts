import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AidService } from '../uses/aid.service';
import {
  AidAcceptanceForm,
  AidListEntryForm,
  AidNotesForm,
  AidNoteWithdrawalForm,
  AidWithdrawalForm,
} from './aid.forms';
import { AidListPage } from './aid-list.pages';
import { AidListViewService } from './aid-list-view.service';
import { AidListsService } from './aid-lists.service';
import { AidPage } from './aid.pages';
import { AidViewService } from './aid-view.service';

/** One list of a village. */
interface ListPlace {
  readonly collectiveId: string;
  readonly listId: string;
}

/** The pages of rewards and subsidies: entered, their steps noted, accepted by another, withdrawn. */
@ApiExcludeController()
@Controller('villages/:collectiveId/aid')
export class AidPagesController {
  constructor(
    private readonly lists: AidListsService,
    private readonly aid: AidService,
    private readonly view: AidViewService,
    private readonly listView: AidListViewService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawAll(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(AidListEntryForm, post.body);
        const { id } = await this.lists.enterList(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).aidList(id), said: 'aidEntered' };
      },
      showAgain: (refused) => this.drawAll(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':listId')
  @HtmlPage()
  show(@Param() at: ListPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':listId/notes')
  @HtmlPage()
  note(@Param() at: ListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { aidNotes } = await readForm(AidNotesForm, post.body);
        await this.lists.noteSteps(collectiveId, { listId, aidNotes }, post.command);
        return { next: pathOf(at), said: 'aidNoted' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':listId/note-withdrawals')
  @HtmlPage()
  withdrawNote(@Param() at: ListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { noteKey, noteWhy } = await readForm(AidNoteWithdrawalForm, post.body);
        await this.aid.withdrawNote(collectiveId, { listId, noteKey, noteWhy }, post.command);
        return { next: pathOf(at), said: 'aidNoteWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':listId/accept')
  @HtmlPage()
  accept(@Param() at: ListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { aidOn, aidReason, placeOf } = await readForm(AidAcceptanceForm, post.body);
        const form = { listId, aidOn, aidReason, placeOf };
        const { voucher } = await this.lists.acceptList(collectiveId, form, post.command);
        return { next: pathOf(at), said: 'aidAccepted', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':listId/withdraw')
  @HtmlPage()
  withdraw(@Param() at: ListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { withdrawnWhy } = await readForm(AidWithdrawalForm, post.body);
        await this.aid.withdrawList(collectiveId, { listId, withdrawnWhy }, post.command);
        return { next: pathOf(at), said: 'aidWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async drawAll(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    return officePage(visit, 'aid', h(AidPage, await this.view.pageOf(visit, collectiveId, form)));
  }

  private async draw(visit: PageVisit, at: ListPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'aidList', h(AidListPage, await this.listView.pageOf(visit, at, form)));
  }
}

function pathOf({ collectiveId, listId }: ListPlace): string {
  return villagePaths(collectiveId).aidList(listId);
}
