import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { POSTS_USE } from '../../domain/uses/post-uses';
import { wholeGrantOf } from '../../domain/uses/whole-grant';
import { labelOf } from '../../glossary/terms';
import type { Actor } from '../../platform/http/actor';
import { keepsBooksOf } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { GrantPlacesView } from './grant-places.view';
import type { RefusedAct } from './plan-acts.view';
import type { ClaimView } from './plan-claim.pages';
import {
  type DistributionPlan,
  openOf,
  type PlannedClaim,
  type PlannedLine,
  usesOf,
} from './plan-read.service';
import { WholeGrantsService } from './whole-grants.service';

/** What a grant's form is filled with, and what came back refused. */
interface ShownForms {
  readonly today: CalendarDay;
  readonly refused?: RefusedAct | undefined;
}

/** How a claim that is open as one sum is granted, before its claim and day are named. */
type WholeAct = Pick<NonNullable<ClaimView['granting']>, 'action' | 'asksWhy'>;

/** The claims of a plan as its page shows them. */
@Injectable()
export class PlanClaimsService {
  constructor(
    private readonly places: GrantPlacesView,
    private readonly whole: WholeGrantsService,
  ) {}

  /** The claims of a line, each with what became of it and what who looks may do. */
  async claimsOf(
    actor: Actor,
    plan: DistributionPlan,
    { line, forms }: { readonly line: PlannedLine; readonly forms: ShownForms },
  ): Promise<ClaimView[]> {
    const whole = wholeActOf(actor, plan, line);
    const whys = await this.whole.listWhys(plan.collectiveId, plan.id);
    const claims: ClaimView[] = [];
    for (const claim of line.claims) {
      const granted = await this.grantOf(plan.collectiveId, claim);
      const by = claim.byDays ? 'posts' : claim.byParts;
      const isOpen = by === undefined && openOf(claim) > 0n;
      const { granting, leads } = isOpen ? whole : {};
      claims.push({
        forWhat: widePunctuation(claim.forWhat),
        count: claim.unit === 'none' ? '' : `${String(claim.beneficiaries)}${labelOf(`unit.${claim.unit}`)}`,
        amount: claim.amount,
        ...(by === undefined
          ? { granted }
          : { parts: { granted: claim.granted, by, href: villagePaths(plan.collectiveId)[by] } }),
        ...(claim.released === 0n ? {} : { released: claim.released }),
        ...(isOpen && granted !== undefined ? { rest: openOf(claim) } : {}),
        ...(granting === undefined
          ? { leads }
          : { granting: await this.grantingOf(plan, { claim, granting, forms }) }),
        ...whyOf(whys.get(claim.grantEntryId ?? '')),
      });
    }
    return claims;
  }

  /** The voucher of a grant, with the day it was made; undefined while the claim is not granted. */
  private async grantOf(
    collectiveId: string,
    { grantedOn, grantEntryId }: PlannedClaim,
  ): Promise<ClaimView['granted']> {
    if (grantedOn === undefined || grantEntryId === undefined) return undefined;
    const { href, label: voucherNumber } = await this.places.voucherOf(collectiveId, grantEntryId);
    return { on: grantedOn, voucherNumber, href };
  }

  /** What is posted where a claim is granted; whose place it takes, where one waits, and what was refused. */
  private async grantingOf(
    { collectiveId }: DistributionPlan,
    of: { readonly claim: PlannedClaim; readonly granting: WholeAct; readonly forms: ShownForms },
  ): Promise<ClaimView['granting']> {
    const { claim, granting, forms } = of;
    const refused = forms.refused?.act === 'grant' ? forms.refused.form : undefined;
    const isOwn = refused?.values['claimId'] === claim.id;
    return {
      ...granting,
      ...{ claimId: claim.id, grantedOn: forms.today, isRefused: isOwn },
      placeOf: isOwn ? refused.values['placeOf'] : undefined,
      typedWhy: isOwn ? refused.values['wholeWhy'] : undefined,
      places: await this.places.placesOf(collectiveId, { claimId: claim.id }),
    };
  }
}

/** Of a claim that was granted whole with a reason. */
function whyOf(wholeWhy = ''): Pick<ClaimView, 'wholeWhy'> {
  return wholeWhy === '' ? {} : { wholeWhy };
}

/** How who looks may grant what of a line is open as one sum, or where that leads. */
function wholeActOf(
  actor: Actor,
  plan: DistributionPlan,
  { bucket }: PlannedLine,
): {
  granting?: WholeAct;
  leads?: ClaimView['leads'];
} {
  const keeps = keepsBooksOf(actor, plan.collectiveId);
  const isOffice = actor.roles.some(({ role }) => role === 'township');
  if (plan.state !== 'approved' || !(keeps || isOffice)) return {};
  const paths = villagePaths(plan.collectiveId);
  const action = paths.planAct(plan.id, 'grant');
  const kind = wholeGrantOf({ use: bucket.id, uses: usesOf(plan), pack: plan.pack });
  if (kind === 'free') return keeps ? { granting: { action } } : {};
  if (kind === 'procedure') return { leads: { href: paths.aid, by: 'procedure' } };
  if (actor.userId !== plan.draftedBy) return { granting: { action, asksWhy: true } };
  return { leads: { href: listsHref(paths, bucket.id), by: 'another' } };
}

/** Where the lists of a use are. */
function listsHref(paths: VillagePaths, use: string): string {
  if (use === POSTS_USE) return paths.posts;
  return use === 'labour' ? paths.works : paths.aid;
}
