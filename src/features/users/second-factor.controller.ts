import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { FACTOR_CODES_PATH, FACTOR_PATH, PASSWORD_PATH } from '../../platform/http/log-in-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import { qrMatrix } from '../../platform/pdf/qr-matrix';
import { renderDocument } from '../../platform/views/document';
import { momentText } from '../../platform/views/moment-text';
import { OwnAccountService } from './own-account.service';
import { type Offer, SecondFactorPage, type SecondFactorProps } from './second-factor.pages';
import { SecondFactorsService } from './second-factors.service';
import { RenewCodesForm, SecondFactorForm } from './users.forms';
import { UsersService } from './users.service';

/** The page on which somebody asks for a code beside his own password. */
@Controller(FACTOR_PATH.slice(1))
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly users: UsersService,
    private readonly configuration: Configuration,
    private readonly own: OwnAccountService,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, (await this.sinceOf(visit)) ?? { offer: await this.offerOf(visit) });
  }

  /** Answered with a page, not led on: the codes for a lost telephone are told this once. */
  @Post()
  @HtmlPage()
  begin(@Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return answerAskedForm(reply, post.body, {
      work: async () => {
        const form = await readForm(SecondFactorForm, post.body);
        return this.draw(post, { codes: (await this.own.beginSecondFactor(post.actor, form)).map(inGroups) });
      },
      showAgain: async ({ values, problems }) =>
        this.draw(post, {
          refusals: problems.map(problemSentence),
          offer: await this.offerOf(post, values['proposal']),
        }),
    });
  }

  /** As of {@link begin}: the codes are told this once. */
  @Post('codes')
  @HtmlPage()
  renew(@Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return answerAskedForm(reply, post.body, {
      work: async () => {
        const form = await readForm(RenewCodesForm, post.body);
        return this.draw(post, { codes: (await this.own.renewCodes(post.actor, form)).map(inGroups) });
      },
      showAgain: async ({ problems }) =>
        this.draw(post, { refusals: problems.map(problemSentence), ...(await this.sinceOf(post)) }),
    });
  }

  /** Since when a code is asked for, and who takes it away; undefined where none is. */
  private async sinceOf({ actor }: PageVisit): Promise<Partial<SecondFactorProps> | undefined> {
    const open = await this.factors.findOpen(actor);
    if (open === undefined) return undefined;
    return { since: momentText(open.begunAt), hasAbove: await this.own.isBelowAnOffice(actor) };
  }

  /** A secret for a telephone: the one that was proposed before, or a new one. */
  private async offerOf({ actor }: PageVisit, before?: string): Promise<Offer> {
    const { proposal, letters } = this.factors.propose(actor, before);
    const { username } = await this.users.requireUser(actor.userId);
    const issuer = encodeURIComponent(labelOf('secondFactor.issuer'));
    const uri = `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${letters}&issuer=${issuer}`;
    const { size, stretches } = qrMatrix(uri);
    const path = stretches.map(({ row, column, length }) =>
      ['M', column, ' ', row, 'h', length, 'v1h-', length, 'z'].join(''),
    );
    return { proposal, letters: letters.match(/.{1,4}/g) ?? [], picture: { size, path: path.join('') } };
  }

  private draw(visit: PageVisit, said: Partial<SecondFactorProps>): string {
    const page = h(SecondFactorPage, {
      ...{ demo: this.configuration.demo, action: FACTOR_PATH, backHref: PASSWORD_PATH },
      codesAction: FACTOR_CODES_PATH,
      ...{ refusals: [], ...said },
    });
    return renderDocument(page, { title: labelOf('page.secondFactor'), styles: 'public', ...visit.tokens });
  }
}

function inGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}
