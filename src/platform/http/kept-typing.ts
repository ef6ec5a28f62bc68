import type { FastifyReply } from 'fastify';
import type { KeptForm, KeptFormPlace, KeptFormsService } from '../kept-forms/kept-forms.service';
import type { FormState } from '../views/error-summary';
import { momentText } from '../views/moment-text';
import { typedValues } from './form-body';
import { filledForm, refusedForm } from './office-desk';
import { withQuery } from './office-paths';
import { carryOut, type Done, type PagePost, type PageVisit } from './page-visit';

/** The ways a posted form ends that is kept while it is typed. */
export interface KeptEnds {
  readonly forms: KeptFormsService;
  readonly place: KeptFormPlace;
  /** The page with nothing kept. */
  readonly freshHref: string;
  readonly draw: (form: FormState) => Promise<string>;
  readonly work: () => Promise<Done>;
}

/**
 * Where a form is kept by whom it is shown to: what enters a reversed voucher anew is kept apart from what
 * is entered for the first time, and is found by the same link again. Booked as new it would count twice.
 */
export function placeAgain({ tokens }: Pick<PageVisit, 'tokens'>, place: KeptFormPlace): KeptFormPlace {
  const { corrects } = tokens;
  return corrects === undefined ? place : { ...place, form: `${place.form} again ${corrects}` };
}

/** The page with nothing kept, which still says what it enters anew. */
export function freshAgain({ tokens }: Pick<PageVisit, 'tokens'>, href: string): string {
  const { corrects } = tokens;
  if (corrects === undefined) return href;
  return `${href}${href.includes('?') ? '&' : '?'}${withQuery('', { corrects }).slice(1)}`;
}

/** What was kept of a form, shown in the place of a filled one; undefined where nothing was. */
export async function keptForm(
  forms: KeptFormsService,
  visit: PageVisit,
  place: KeptFormPlace,
): Promise<FormState | undefined> {
  const kept = await forms.findForm(placeAgain(visit, place));
  return kept && shownAgain(kept);
}

/**
 * Carries out a posted form that is kept while it is typed: kept as it stands (`tryOut`), thrown away
 * (`dropTyped`), or done. What was done is kept no longer; what was refused is.
 */
export async function carryOutKept(reply: FastifyReply, post: PagePost, ends: KeptEnds): Promise<void> {
  const { forms, draw } = ends;
  const place = placeAgain(post, ends.place);
  const { tryOut, dropTyped, ...values } = typedValues(post.body);
  if (dropTyped !== undefined) {
    await forms.dropForm(place);
    await reply.redirect(freshAgain(post, ends.freshHref), 303);
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
