import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { DomainError } from '../../domain/shared/domain-error';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { renderDocument } from '../../platform/views/document';
import { SlipTriesService } from '../payouts/slip-tries.service';
import { VerifyQuery } from './notices.forms';
import { PublicSlipPage, SlipCodePage } from './public-slip.pages';
import { PublicSlipsService, type ReadSlip } from './public-slips.service';

const HTML = 'text/html; charset=utf-8';
/** Whatever is wrong with a code, the answer comes as late. */
const LEAST_MS = 250;

/**
 * A household's own slip, by the code on its pay advice: no log-in, no cookie, no script. The code stands
 * behind the question mark, where the log keeps nothing of it.
 */
@ApiExcludeController()
@ReadsLive()
@Controller('slip')
export class PublicSlipsController {
  constructor(
    private readonly slips: PublicSlipsService,
    private readonly tries: SlipTriesService,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async show(
    @Query() { code }: VerifyQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
    if (code === undefined) return this.answer(reply, { status: 200 });
    const least = pause(LEAST_MS);
    try {
      const slip = await this.read(code, request.ip);
      if (slip === undefined) await least;
      await this.answer(
        reply,
        slip === undefined ? { status: 404, says: problemOf('slip.unknownCode') } : { status: 200, slip },
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'slip.closed') throw error;
      await least;
      return this.answer(reply, { status: 429, says: problemOf(error.code, error.facts) });
    }
  }

  private async read(typed: string, address: string): Promise<ReadSlip | undefined> {
    const { pauseMs, wasRight } = await this.tries.begin(address);
    if (pauseMs > 0) await pause(pauseMs);
    const slip = await this.slips.find(typed);
    if (slip !== undefined) await wasRight();
    return slip;
  }

  private async answer(
    reply: FastifyReply,
    { status, slip, says }: { status: 200 | 404 | 429; slip?: ReadSlip; says?: string },
  ): Promise<void> {
    const { demo } = this.configuration;
    const page = slip === undefined ? h(SlipCodePage, { demo, says }) : h(PublicSlipPage, { demo, ...slip });
    const body = renderDocument(page, { title: labelOf('page.slip'), styles: 'public' });
    await reply.status(status).type(HTML).send(body);
  }
}

function problemOf(code: string, facts: DomainError['facts'] = {}): string {
  return problemSentence({ code, field: '', facts });
}
