import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readShortCode } from '../../domain/notices/short-code';
import type { Problem } from '../../domain/shared/problem';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { renderDocument } from '../../platform/views/document';
import { TwoCodesQuery } from './notices.forms';
import { type Notice, NoticesService } from './notices.service';
import { contactsOf, namedSheet } from './public-page-props';
import { PublicNoticesService } from './public-notices.service';
import { type TogetherOutcome, TwoSheetsPage } from './two-sheets.pages';
import { TwoSheetsService } from './two-sheets.service';

/**
 * What everyone may have reckoned of two sheets on the wall, in a view of its own: it may take a while, and
 * the moments in which others are answered are few. Nobody is recorded who asks.
 */
@ApiExcludeController()
@ReadsLive()
@Controller()
export class TwoSheetsController {
  constructor(
    private readonly sheets: PublicNoticesService,
    private readonly notices: NoticesService,
    private readonly together: TwoSheetsService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Two sheets of different months: whether anything between them was cut. */
  @Get('verify/two')
  async verifyTwo(@Query() query: TwoCodesQuery, @Res() reply: FastifyReply): Promise<void> {
    const { code = '', other = '' } = query;
    const [one, two] = [await this.findSheet(code), await this.findSheet(other)];
    const contacts = one.notice?.data.contacts.offices ?? (await this.sheets.listOfficeContacts());
    const outcome = await this.outcomeOf(one.notice, two.notice);
    const isAsked = other !== '';
    const page = h(TwoSheetsPage, {
      ...{ demo: this.configuration.demo, today: this.clock.today(), contacts: contactsOf(contacts) },
      ...{ code: { typed: code, ...one }, other: { typed: other, ...(isAsked ? two : { isRead: true }) } },
      outcome,
    });
    const isMissing = isAsked && outcome === undefined;
    await reply
      .status(isMissing ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(renderDocument(page, { title: labelOf('page.verify'), styles: 'public' }));
  }

  /** The sheet of a code as it was typed, or why there is none; a blank one was not asked for. */
  private async findSheet(
    typed: string,
  ): Promise<{ readonly notice?: Notice; readonly isRead: boolean; readonly problem?: Problem }> {
    if (typed === '') return { isRead: true };
    const read = readShortCode(typed);
    if ('problem' in read) return { isRead: false, problem: read.problem };
    const notice = await this.notices.findByCode(read.code);
    return notice === undefined ? { isRead: false } : { isRead: true, notice };
  }

  private async outcomeOf(one?: Notice, two?: Notice): Promise<TogetherOutcome | undefined> {
    if (one === undefined || two === undefined) return undefined;
    const told = await this.together.between(one, two);
    if (told.kind !== 'whole' && told.kind !== 'broken') return told;
    return { ...told, earlier: namedSheet(told.earlier), later: namedSheet(told.later) };
  }
}
