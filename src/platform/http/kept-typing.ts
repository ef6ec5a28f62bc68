import type { FastifyReply } from 'fastify';
import type { KeptForm, KeptFormPlace, KeptFormsService } from '../kept-forms/kept-forms.service';
import type { FormState } from '../views/error-summary';
import { momentText } from '../views/moment-text';
import { typedValues } from './form-body';
import { filledForm, refusedForm } from './office-desk';
import { carryOut, type Done, type PagePost } from './page-visit';

/** The ways a posted form ends that is kept while it is typed. */
export interface KeptEnds {
  readonly forms: KeptFormsService;
  readonly place: KeptFormPlace;
  /** The page with nothing kept. */
  readonly freshHref: string;
  readonly draw: (form: FormState) => Promise<string>;
  readonly work: () => Promise<Done>;
}

/** What was kept of a form, shown in the place of a filled one; undefined where nothing was. */
export async function keptForm(
  forms: KeptFormsService,
  place: KeptFormPlace,
): Promise<FormState | undefined> {
  const kept = await forms.findForm(place);
  return kept && shownAgain(kept);
}

/**
 * Carries out a posted form that is kept while it is typed: kept as it stands (`tryOut`), thrown away
 * (`dropTyped`), or done. What was done is kept no longer; what was refused is.
 */
export async function carryOutKept(reply: FastifyReply, post: PagePost, ends: KeptEnds): Promise<void> {
  const { forms, place, draw } = ends;
  const { tryOut, dropTyped, ...values } = typedValues(post.body);
  if (dropTyped !== undefined) {
    await forms.dropForm(place);
    await reply.redirect(ends.freshHref, 303);
    return;
  }
  if (tryOut !== undefined) {
    const { keptAt } = await forms.keepForm(place, values);
    await reply.status(200).send(await draw(shownAgain({ typed: values, keptAt })));
    return;
  }
  await carryOut(reply, post.body, {
    work: async () => {
      const done = await ends.work();
      await forms.dropForm(place);
      return done;
    },
    showAgain: (refused) => draw(refusedForm(refused)),
  });
}

function shownAgain({ typed, keptAt }: KeptForm): FormState {
  return { ...filledForm(typed), keptAt: momentText(keptAt) };
}
