import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { ANSWER_DAYS, shownObjections } from '../../domain/notices/objection';
import { readShortCode } from '../../domain/notices/short-code';
import { DomainError } from '../../domain/shared/domain-error';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import type { FormBody } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { filledForm, refusedForm } from '../../platform/http/office-desk';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { answerPostedForm } from '../../platform/http/posted-form';
import { renderDocument } from '../../platform/views/document';
import type { FormState } from '../../platform/views/error-summary';
import { PublicObjectionForm, TakenQuery } from './objections.forms';
import { ObjectionsService } from './objections.service';
import { type FoundSheet, PublicNoticesService } from './public-notices.service';
import { PublicObjectionsPage } from './public-objections.pages';
import { replacementLink } from './public-page-props';

const HTML = 'text/html; charset=utf-8';

/**
 * What anybody says of a sheet, from its public page: without a log-in, a script or a cookie. Nobody is
 * logged in here, so no token is asked: a forged post could do no more than its sender.
 */
@ApiExcludeController()
@ReadsLive()
@Controller('n/:code/objections')
export class PublicObjectionsController {
  constructor(
    private readonly sheets: PublicNoticesService,
    private readonly objections: ObjectionsService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async show(
    @Param('code') typed: string,
    @Query() { taken }: TakenQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.requireSheet(typed);
    // What was said of a sheet and answered stays told to whoever said it, also when its plan came back.
    const status = found.fallen === undefined ? 200 : 410;
    const form = holds(found) ? filledForm({}) : undefined;
    await reply
      .status(status)
      .type(HTML)
      .send(await this.draw(found, { form, taken }));
  }

  @Post()
  async receive(
    @Param('code') typed: string,
    @Req() { body: sent, ip }: FastifyRequest<{ Body: FormBody }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.requireSheet(typed);
    if (!holds(found)) throw new DomainError('notices.withdrawn');
    const { notice } = found;
    const page = await answerPostedForm(reply, sent, {
      work: async () => {
        const form = await readForm(PublicObjectionForm, sent);
        const { number } = await this.objections.receive(notice, form, ip);
        return `/n/${notice.code}/objections?taken=${String(number)}`;
      },
      showAgain: (refused) => this.draw(found, { form: refusedForm(refused), taken: undefined }),
    });
    if (page !== undefined) await reply.type(HTML).send(page);
  }

  private async draw(
    { notice, successor, replacement = successor }: FoundSheet,
    { form, taken }: { readonly form: FormState | undefined; readonly taken: string | undefined },
  ): Promise<string> {
    const { id, code, data } = notice;
    const said = await this.objections.listOn(notice);
    const objections = said.map((each) => ({ ...each, isOfEarlier: each.noticeId !== id }));
    const page = h(PublicObjectionsPage, {
      ...{ demo: this.configuration.demo, today: this.clock.today(), notice: data, form },
      ...shownObjections(objections, this.clock.today()),
      ...{ noticeHref: `/n/${code}`, action: `/n/${code}/objections`, contacts: data.contacts.offices },
      replacement: replacement && replacementLink(replacement),
      answerDays: data.contacts.answerWithinDays ?? ANSWER_DAYS,
      taken: taken === undefined ? undefined : objections.find(({ number }) => String(number) === taken),
    });
    return renderDocument(page, { title: labelOf('page.objections'), styles: 'public' });
  }

  private async requireSheet(typed: string): Promise<FoundSheet> {
    const read = readShortCode(typed);
    const found = 'problem' in read ? undefined : await this.sheets.findSheet(read.code);
    if (found === undefined) throw new DomainError('notices.unknown', { noticeId: typed });
    return found;
  }
}

/** Whether a sheet holds, so that more is said of it. */
function holds({ fallen, successor }: FoundSheet): boolean {
  return fallen === undefined && successor === undefined;
}
