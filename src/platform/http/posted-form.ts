import type { FastifyReply } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { type FormBody, typedValues } from './form-body';
import { statusOf } from './problem-status';
import { noteRefusal } from './refusal-hook';

/** What was typed and what is wrong with it, for showing a form again with nothing lost. */
export interface RefusedForm {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** The two ways a form ends. */
export interface FormEnds {
  /** Reads the form and does what it asks. @returns the path of the page to go to, or the page asked for */
  readonly work: () => Promise<string>;
  /** Draws the form again. @returns the whole page */
  readonly showAgain: (refused: RefusedForm) => Promise<string>;
}

/**
 * Carries out a form posted from a page: done, it leads on (303); refused, the same page comes back
 * with every problem
 * and everything typed (422). Refusals of access and of unknown things are left to the filter.
 * @returns the page to show, or undefined when led on
 */
export async function answerPostedForm(
  reply: FastifyReply,
  body: FormBody,
  ends: FormEnds,
): Promise<string | undefined> {
  try {
    const next = await ends.work();
    await reply.redirect(next, 303);
    return undefined;
  } catch (error) {
    const problems = problemsIn(error);
    if (problems === undefined) throw error;
    noteRefusal(reply.request, error);
    reply.status(422);
    return ends.showAgain({ values: typedValues(body), problems });
  }
}

/**
 * Answers what a form only asks for, through its address or, where that may not hold it, by a post: the page
 * (200: nothing was made), or the form again with every problem and everything typed (422). What the form
 * would not help with is left to the filter.
 */
export async function answerAskedForm(reply: FastifyReply, query: FormBody, ends: FormEnds): Promise<void> {
  await reply.status(200).send(
    await ends.work().catch((error: unknown) => {
      const problems = problemsIn(error);
      if (problems === undefined) throw error;
      reply.status(422);
      return ends.showAgain({ values: typedValues(query), problems });
    }),
  );
}

/** A file that somebody takes away. */
export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * Answers a form that asks for a file of which each taking is kept: the file (200), or the form again with
 * every problem and everything typed (422).
 */
export async function answerPostedFile(
  reply: FastifyReply,
  body: FormBody,
  ends: Pick<FormEnds, 'showAgain'> & { readonly work: () => Promise<GivenFile> },
): Promise<void> {
  try {
    const { name, mediaType, bytes } = await ends.work();
    await reply
      .status(200)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('x-content-type-options', 'nosniff')
      .type(mediaType)
      .send(bytes);
  } catch (error) {
    const problems = problemsIn(error);
    if (problems === undefined) throw error;
    noteRefusal(reply.request, error);
    await reply.status(422).send(await ends.showAgain({ values: typedValues(body), problems }));
  }
}

/** No right, not there, withdrawn: the form would not help. */
const NOT_OF_THE_FORM = new Set([403, 404, 410]);

function problemsIn(error: unknown): readonly Problem[] | undefined {
  if (error instanceof FormProblems) return error.problems;
  if (!(error instanceof DomainError) || error.code === 'users.notLoggedIn') return undefined;
  if (NOT_OF_THE_FORM.has(statusOf(error.code))) return undefined;
  return [{ code: error.code, field: '', facts: error.facts }];
}
