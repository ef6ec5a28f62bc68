import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import { type DoneCode, doneText } from '../../glossary/done';
import type { Command } from '../audit/command';
import { newId } from '../ids/new-id';
import type { FormTokens } from '../views/csrf-field';
import type { Actor } from './actor';
import { commandKeyOf, correctsOf } from './command-key';
import type { FormBody } from './form-body';
import { answerPostedForm, type RefusedForm } from './posted-form';
import { filledIn } from './typed-again';
import type { Upload } from './uploads';

/** A page asked for by somebody logged in. */
export interface PageVisit {
  readonly actor: Actor;
  readonly tokens: FormTokens;
  /** What the person just did, as a sentence to be said once. */
  readonly said: string | undefined;
}

/** A form posted from a page. */
export interface PagePost extends PageVisit {
  readonly body: FormBody;
  /** What its address asks beside the form, as it stands there. */
  readonly query: FormBody;
  readonly command: Command;
  /** The file it carried, where the route takes one and one was chosen. */
  readonly upload: Upload | undefined;
}

/** A page asked for through a form in its address. */
export interface PageQuestion extends PageVisit {
  readonly query: FormBody;
}

/** What was done, and the page that follows. */
export interface Done {
  readonly next: string;
  readonly said: DoneCode;
  /** Number of the voucher that was booked. */
  readonly voucher?: number;
}

/** The two ways a posted page form ends. */
export interface PostEnds {
  readonly work: () => Promise<Done>;
  readonly showAgain: (refused: RefusedForm) => Promise<string>;
}

/** Who asks for a page, with the tokens of its forms. Refuses with `users.notLoggedIn`. */
export const Visit = createParamDecorator((_data: unknown, context: ExecutionContext): PageVisit => {
  const http = context.switchToHttp();
  return visitOf(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

/** What a page is asked through the form in its address, as typed. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): PageQuestion => {
  const http = context.switchToHttp();
  const { query } = http.getRequest<FastifyRequest>();
  const visit = visitOf(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  return { ...visit, query: isFormBody(query) ? query : {} };
});

/** What a page's form posted, with the command it is: who gives it, under which key. */
export const Posted = createParamDecorator((_data: unknown, context: ExecutionContext): PagePost => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const visit = visitOf(request, http.getResponse<FastifyReply>());
  const command = { by: visit.actor.userId, key: commandKeyOf(request), ...correctsOf(request) };
  const body = isFormBody(request.body) ? request.body : {};
  const query = isFormBody(request.query) ? request.query : {};
  return { ...visit, command, body, query, upload: request.upload };
});

/**
 * Carries a posted form out: done, it leads on and says so there; refused, the page comes back with
 * everything typed and every problem.
 */
export async function carryOut(reply: FastifyReply, body: FormBody, ends: PostEnds): Promise<void> {
  const page = await answerPostedForm(reply, body, {
    work: async () => {
      const { next, said, voucher } = await ends.work();
      const told = voucher === undefined ? said : `${said}.${String(voucher)}`;
      reply.setCookie(SAID, told, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: SAID_FOR_SECONDS });
      return next;
    },
    showAgain: ends.showAgain,
  });
  if (page !== undefined) await reply.send(page);
}

const SAID = 'said';
const SAID_FOR_SECONDS = 60;

function visitOf(request: FastifyRequest, reply: FastifyReply): PageVisit {
  const { actor } = request;
  if (actor === undefined) throw new DomainError('users.notLoggedIn');
  const csrfToken = reply.generateCsrf();
  const filled = filledIn(request.filled);
  const tokens = {
    csrfToken,
    newCommandKey: newId,
    ...correctsOf(request),
    filled,
    mayPost: request.mayPost,
  };
  return { actor, tokens, said: takeSaid(request, reply) };
}

/** The sentence left for this page; taken away, so that it is said once. */
function takeSaid(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const told = request.cookies[SAID];
  if (told === undefined) return undefined;
  reply.clearCookie(SAID, { path: '/' });
  const [code = '', voucher] = told.split('.');
  return doneText(code, voucher !== undefined && /^\d{1,6}$/.test(voucher) ? Number(voucher) : undefined);
}

function isFormBody(body: unknown): body is FormBody {
  return typeof body === 'object' && body !== null;
}
