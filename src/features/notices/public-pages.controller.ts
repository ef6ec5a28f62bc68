import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ComponentChildren, h } from 'preact';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { keepsPersonsFrom } from '../../domain/notices/sheet-audiences';
import { readShortCode } from '../../domain/notices/short-code';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { sendRevalidated } from '../../platform/http/revalidated';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { renderDocument } from '../../platform/views/document';
import { DisplaysService } from './displays.service';
import { VerifyQuery } from './notices.forms';
import { offlineChecker } from './offline-checker.pages';
import { PublicNoticePage } from './public-notice.pages';
import { PublicReportPage } from './public-report.pages';
import { PublicYearPlanPage } from './public-year-plan.pages';
import { type FoundSheet, PublicNoticesService } from './public-notices.service';
import {
  contactsOf,
  foundOutcome,
  framePropsOf,
  homePageProps,
  noticePageProps,
  type Reading,
  type ToldBeside,
  villagePageProps,
  withdrawnOutcome,
} from './public-page-props';
import { ReportReadingService } from './report-reading.service';
import type { ReportReading } from './report-sheet';
import { type Contact, noticeTitle } from './public-words.pages';
import type { VerifyOutcome } from './verify-outcomes.pages';
import { VerifyPage } from './verify.pages';
import { sheetCsv } from './year-plan-csv';
import { PublicHomePage, PublicVillagePage } from './village-notices.pages';

const HTML = 'text/html; charset=utf-8';

/** What everyone may read without a log-in. The digest is reckoned anew from the kept facts each time. */
@ApiExcludeController()
@ReadsLive()
@Controller()
export class PublicPagesController {
  constructor(
    private readonly sheets: PublicNoticesService,
    private readonly displays: DisplaysService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly readings: ReportReadingService,
  ) {}

  /** A sheet's page. Its address is the code in three groups; any other spelling leads there. */
  @Get('n/:code')
  async showNotice(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readShortCode(typed);
    if ('problem' in read) return this.sendUnknown(reply, typed, read.problem);
    if (typed !== read.code) return redirectTo(reply, read.code, 301);
    const found = await this.sheets.findSheet(read.code);
    if (found === undefined) return this.sendUnknown(reply, typed);
    if (found.fallen !== undefined) return this.sendWithdrawn(reply, typed, found);
    const beside = await this.besideOf(found);
    const { data } = found.notice;
    const reading = await this.readings.readingOf(found.notice);
    const page = pageOf(data, found, { ...this.reading(), ...beside, csv: sheetCsv(data, reading), reading });
    const body = draw(page, `${data.heading.village}${noticeTitle(data)}`);
    return sendRevalidated(request, reply, { mediaType: HTML, body });
  }

  /** The address in the QR stands in capital letters, which make the picture smaller. */
  @Get('N/:code')
  async followQr(@Param('code') typed: string, @Res() reply: FastifyReply): Promise<void> {
    const read = readShortCode(typed);
    if ('problem' in read) return this.sendUnknown(reply, typed, read.problem);
    return redirectTo(reply, read.code, 301);
  }

  /** The facts the digest is reckoned from, exactly as they are hashed. */
  @Get('n/:code/data.json')
  async sendFacts(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = await this.factsOf(await this.requireSheet(typed));
    return sendRevalidated(request, reply, { mediaType: 'application/json; charset=utf-8', body });
  }

  /** One file that holds the facts and checks them without this program or any network. */
  @Get('n/:code/checker.html')
  async sendChecker(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.requireSheet(typed);
    const { code, digest, data } = found.notice;
    const body = offlineChecker({ notice: data, code, digest, facts: await this.factsOf(found) });
    const fileName = `notice-${code}.html`;
    return sendRevalidated(request, reply, { mediaType: HTML, body, fileName, saved: true });
  }

  /** The sheet's money as a table. */
  @Get('n/:code/data.csv')
  async sendTable(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { notice } = await this.requireSheet(typed);
    const body = sheetCsv(notice.data, await this.readings.readingOf(notice));
    const table = { mediaType: 'text/csv; charset=utf-8', body };
    return sendRevalidated(request, reply, { ...table, fileName: `notice-${notice.code}.csv` });
  }

  /** The sheet as it hangs on the wall. */
  @Get('n/:code/sheet.pdf')
  async sendSheet(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.requireSheet(typed);
    const { reader } = await this.readings.readingOf(found.notice);
    const sheet = { mediaType: 'application/pdf', body: await this.sheets.requirePdf(found, reader) };
    return sendRevalidated(request, reply, { ...sheet, fileName: `notice-${found.notice.code}.pdf` });
  }

  /**
   * Checks a code typed from paper. Facts that no longer give the printed digest are told on the sheet's
   * page.
   */
  @Get('verify')
  async verify(@Query() query: VerifyQuery, @Res() reply: FastifyReply): Promise<void> {
    const { code: typed } = query;
    if (typed === undefined) return this.sendBlankForm(reply);
    const read = readShortCode(typed);
    if ('problem' in read) return this.sendUnknown(reply, typed, read.problem);
    const found = await this.sheets.findSheet(read.code);
    if (found === undefined) return this.sendUnknown(reply, typed);
    if (found.fallen !== undefined) return this.sendWithdrawn(reply, typed, found);
    if (found.recomputed.sheet !== found.notice.digest) return redirectTo(reply, read.code, 303);
    const contacts = found.notice.data.contacts.offices;
    const outcome = foundOutcome(found, await this.besideOf(found));
    return this.sendVerification(reply, { status: 200, typed, contacts, outcome });
  }

  /** The public start page. */
  @Get('public')
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const townships = await this.sheets.listTownships();
    const page = h(PublicHomePage, homePageProps(townships, this.configuration.demo));
    return sendRevalidated(request, reply, { mediaType: HTML, body: draw(page, labelOf('page.public')) });
  }

  /** All sheets of a village. */
  @Get('public/villages/:id')
  async showVillage(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.sheets.findVillage(id);
    if (found === undefined) throw new DomainError('collective.unknown', { collectiveId: id });
    const page = h(PublicVillagePage, villagePageProps(found, this.reading()));
    return sendRevalidated(request, reply, { mediaType: HTML, body: draw(page, found.village.name) });
  }

  /** What of the books was put right since, what was answered, and when the sheet hung. */
  private async besideOf(found: FoundSheet) {
    const today = this.clock.today();
    const moved = await this.sheets.movedOf(found);
    const told = await this.sheets.toldSince(found, today);
    return { moved, told, displayed: await this.displays.publicityStanding(found.notice, today) };
  }

  /** What a reader may not have counts by its digest alone. */
  private async factsOf({ notice, recomputed: { sheet, sections } }: FoundSheet): Promise<string> {
    const { reader } = await this.readings.readingOf(notice);
    const hidden = keepsPersonsFrom(reader) ? { persons: undefined } : {};
    return JSON.stringify({ notice: { ...notice.data, ...hidden }, digest: { sheet, sections } });
  }

  private reading(): Reading {
    return { demo: this.configuration.demo, today: this.clock.today() };
  }

  private async requireSheet(typed: string): Promise<FoundSheet> {
    const read = readShortCode(typed);
    const found = 'problem' in read ? undefined : await this.sheets.findSheet(read.code);
    if (found === undefined) throw new DomainError('notices.unknown', { noticeId: typed });
    if (found.fallen !== undefined) throw new DomainError('notices.withdrawn');
    return found;
  }

  private async sendBlankForm(reply: FastifyReply): Promise<void> {
    const contacts = await this.sheets.listOfficeContacts();
    return this.sendVerification(reply, { status: 200, typed: '', contacts });
  }

  private async sendUnknown(reply: FastifyReply, typed: string, problem?: Problem): Promise<void> {
    const outcome: VerifyOutcome = { kind: 'unknown', ...(problem === undefined ? {} : { problem }) };
    const contacts = await this.sheets.listOfficeContacts();
    return this.sendVerification(reply, { status: 404, typed, contacts, outcome });
  }

  /** What a withdrawn sheet said is not shown any more; that there was one is. */
  private async sendWithdrawn(reply: FastifyReply, typed: string, found: FoundSheet): Promise<void> {
    if (found.fallen === undefined) return;
    const contacts = found.notice.data.contacts.offices;
    const outcome = withdrawnOutcome(found, found.fallen);
    return this.sendVerification(reply, { status: 410, typed, contacts, outcome });
  }

  private async sendVerification(reply: FastifyReply, answer: Verification): Promise<void> {
    const { status, typed, contacts, outcome } = answer;
    const page = h(VerifyPage, {
      ...this.reading(),
      checkedAt: `${this.clock.today()} ${SHANGHAI_TIME.format(new Date(this.clock.now()))}`,
      action: '/verify',
      typed,
      contacts: contactsOf(contacts),
      ...(outcome === undefined ? {} : { outcome }),
    });
    await reply
      .status(status)
      .type(HTML)
      .send(draw(page, labelOf('page.verify')));
  }
}

/** The page of a sheet of whichever kind. */
function pageOf(
  data: PublishedFacts,
  found: FoundSheet,
  told: Reading & ToldBeside & { readonly reading: ReportReading },
): ComponentChildren {
  if (data.kind === 'distribution') return h(PublicNoticePage, noticePageProps(data, found, told));
  if (data.kind === 'yearly-use-plan') return h(PublicYearPlanPage, framePropsOf(data, found, told));
  return h(PublicReportPage, { ...framePropsOf(data, found, told), reading: told.reading });
}

/** What a check is answered with. */
interface Verification {
  readonly status: 200 | 404 | 410;
  readonly typed: string;
  readonly contacts: readonly Contact[];
  readonly outcome?: VerifyOutcome;
}

const SHANGHAI_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

function draw(page: ComponentChildren, title: string): string {
  return renderDocument(page, { title, styles: 'public' });
}

/** Leads to the one address of a code: for good (301), or this once (303). */
async function redirectTo(reply: FastifyReply, code: string, status: 301 | 303): Promise<void> {
  await reply.redirect(`/n/${code}`, status);
}
