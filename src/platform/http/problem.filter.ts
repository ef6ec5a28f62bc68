import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThrottlerException } from '@nestjs/throttler';
import { PinoLogger } from 'nestjs-pino';
import { h } from 'preact';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { problemSentence, sentenceFor } from '../../glossary/sentences';
import { Configuration } from '../config/configuration';
import { isPassingFault } from '../database/faults';
import { renderDocument } from '../views/document';
import { ErrorPage } from '../views/error.pages';
import { toldProblems } from './api-answer';
import { describeFailure } from './failure';
import { PASSWORD_PATH } from './log-in-paths';
import { codeOfStatus, statusOf } from './problem-status';
import { noteRefusal } from './refusal-hook';

/** What is told about a request that was refused or failed. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  /** The glossary's sentence; undefined where the page has words of its own for the status. */
  readonly sentence: string | undefined;
  readonly problems: readonly Problem[];
  /** After how many minutes it may be tried again, where that is what is asked. */
  readonly waitMinutes?: number | undefined;
}

/**
 * The one place where codes become answers: JSON under `/api`, a page elsewhere. A failure tells
 * nothing of its inside,
 * only the number under which the log holds it, once, in the line of its request.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly configuration: Configuration,
    private readonly logger: PinoLogger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    noteRefusal(request, error);
    if (reply.sent) {
      this.logger.error({ failure: describeFailure(error) }, refusal.code);
      return;
    }
    if (refusal.status >= 500) reply.raw.err = error instanceof Error ? error : new Error(typeof error);
    if (refusal.waitMinutes !== undefined) reply.header('retry-after', String(refusal.waitMinutes * 60));
    if (isApi(request)) await reply.status(refusal.status).send(jsonOf(refusal, request.id));
    else if (refusal.status === 401 && isRead(request)) await reply.redirect(logInHref(request), 303);
    else if (refusal.code === 'access.passwordToChange') await reply.redirect(PASSWORD_PATH, 303);
    else await this.sendPage(request, reply, refusal);
  }

  private async sendPage(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<void> {
    const { status, sentence } = refusal;
    const page = h(ErrorPage, {
      demo: this.configuration.demo,
      status,
      isRead: isRead(request),
      backHref: backHref(request, status),
      ...(sentence === undefined ? {} : { sentence }),
      ...(status >= 500 ? { incident: request.id } : {}),
    });
    const html = renderDocument(page, { title: String(status), styles: 'public' });
    await reply.status(status).type('text/html; charset=utf-8').send(html);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof FormProblems) {
    const sentence = error.problems.map(problemSentence).join(' ');
    return { status: 422, code: error.code, sentence, problems: error.problems };
  }
  if (error instanceof DomainError) {
    const { code, facts } = error;
    const status = statusOf(code);
    const waitMinutes = status === 429 ? Number(facts['minutes']) : undefined;
    return { status, code, sentence: sentenceFor(code, facts), problems: [], waitMinutes };
  }
  if (error instanceof ThrottlerException) {
    const minutes = Math.max(1, Math.ceil(Number(error.message) / 60));
    const code = codeOfStatus(429);
    return {
      status: 429,
      code,
      sentence: sentenceFor(code, { minutes }),
      problems: [],
      waitMinutes: minutes,
    };
  }
  if (isPassingFault(error)) {
    const code = 'database.unavailable';
    return { status: statusOf(code), code, sentence: sentenceFor(code), problems: [] };
  }
  const status = error instanceof HttpException ? error.getStatus() : 500;
  const code = codeOfStatus(status);
  // Of the protocol's refusals, only a form that is too old has more to say than its page.
  const sentence = status === 403 ? sentenceFor(code) : undefined;
  return { status, code, sentence, problems: [] };
}

function jsonOf(refusal: Refusal, requestId: string): object {
  const { code, sentence, problems } = refusal;
  return {
    code,
    sentence: sentence ?? sentenceFor(code),
    problems: toldProblems(problems),
    ...(refusal.status >= 500 ? { incident: requestId } : {}),
  };
}

function isApi(request: FastifyRequest): boolean {
  return /^\/api(?:[/?]|$)/.test(request.url);
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/**
 * The log-in page that leads back to what was asked for, or, after a post, to the page it was posted
 * from.
 */
function logInHref(request: FastifyRequest): string {
  const target = isRead(request) ? request.url : refererPath(request);
  return target === undefined ? '/login' : `/login?returnTo=${encodeURIComponent(target)}`;
}

function backHref(request: FastifyRequest, status: number): string {
  if (status === 401) return logInHref(request);
  if (status === 404 || status === 410) return '/';
  if (isRead(request) && (status === 429 || status >= 500)) return request.url;
  return refererPath(request) ?? '/';
}

/** The page of ours that the request came from. */
function refererPath(request: FastifyRequest): string | undefined {
  const { referer, host } = request.headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === host ? `${url.pathname}${url.search}` : undefined;
}
