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
import { AttendanceService } from '../uses/attendance.service';
import { AttendanceAcceptForm, AttendanceAddress, AttendanceEntryForm } from './attendance.forms';
import { AttendancePage } from './attendance.pages';
import { AttendanceViewService } from './attendance-view.service';
import { PostWagesService } from './post-wages.service';

/** A month's attendance: entered by one, accepted by another. */
@ApiExcludeController()
@Controller('villages/:collectiveId/attendance/:month')
export class AttendancePagesController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly wages: PostWagesService,
    private readonly view: AttendanceViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: AttendanceAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  enter(@Param() at: AttendanceAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, month } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { days, attendanceReason, bothWhy, basedOn } = await readForm(AttendanceEntryForm, post.body);
        const form = { month, days, attendanceReason, bothWhy, basedOn };
        await this.attendance.enterSheet(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).attendance(month), said: 'attendanceKept' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('acceptance')
  @HtmlPage()
  accept(
    @Param() at: AttendanceAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, month } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { sheetId, claimId, acceptedOn, placeOf } = await readForm(AttendanceAcceptForm, post.body);
        const form = { sheetId, claimId, acceptedOn, placeOf, month };
        const { voucher } = await this.wages.acceptSheet(collectiveId, form, post.command);
        const next = villagePaths(collectiveId).attendance(month);
        return { next, said: 'attendanceAccepted', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AttendanceAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'attendance', h(AttendancePage, await this.view.page(visit, at, form)));
  }
}
