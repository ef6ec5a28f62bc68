import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { MyWorkPage } from './my-work.pages';
import { MyWorkViewService } from './my-work-view.service';
import { RemindersPage } from './reminders.pages';

/** What waits: for the person who looks, and for whom an office reminds. */
@ApiExcludeController()
@Controller()
export class MyWorkPagesController {
  constructor(private readonly view: MyWorkViewService) {}

  @Get('my-work')
  @HtmlPage()
  async own(@Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'myWork', h(MyWorkPage, await this.view.ownPage(visit)));
  }

  @Get('township/:collectiveId/reminders')
  @HtmlPage()
  async remind(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.remindersPage(visit, collectiveId);
    return officePage(visit, 'reminders', h(RemindersPage, props));
  }
}
