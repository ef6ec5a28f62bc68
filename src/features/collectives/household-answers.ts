import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { DoneCode } from '../../glossary/done';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { HouseholdPage } from './household.pages';
import type { HouseholdViewService } from './household-view.service';
import type { HouseholdAddress } from './members.forms';

/** Draws the page of a household, with a form that was refused where there is one. */
export async function drawHousehold(
  view: HouseholdViewService,
  visit: PageVisit,
  { at, form }: { readonly at: HouseholdAddress; readonly form?: FormState },
): Promise<string> {
  return officePage(visit, 'household', h(HouseholdPage, await view.page(visit, at, form)));
}

/** Keeps what was typed on the page of a household: back to it, or drawn again with what is wrong. */
export function keepOnHousehold(
  { view, at }: { readonly view: HouseholdViewService; readonly at: HouseholdAddress },
  { post, reply, said }: { readonly post: PagePost; readonly reply: FastifyReply; readonly said: DoneCode },
  keep: () => Promise<void>,
): Promise<void> {
  return carryOut(reply, post.body, {
    work: async () => {
      await keep();
      return { next: villagePaths(at.collectiveId).household(at.householdId), said };
    },
    showAgain: (refused) => drawHousehold(view, post, { at, form: refusedForm(refused) }),
  });
}
