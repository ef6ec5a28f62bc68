import { addDays } from '../../src/domain/calendar/calendar-day';
import type { SigningService } from '../../src/features/distribution/signing.service';
import type { StepSignaturesService } from '../../src/features/approvals/step-signatures.service';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { ACCOUNTANT, claimOf, type Village } from '../support/village';
import { signaturesOn } from '../support/approvals';
import { scanFor, signingOn } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';

/** What a program of its own is to do: decide on plan after plan until it is killed. */
export interface DecisionsWish {
  readonly settings: DatabaseSettings;
  readonly villageId: string;
  readonly seed: number;
}

/** The route whose steps are talked over, signed, shown by papers and voted on. */
export const ROUTE = 'county-shandong';
export const TODAY = '2025-07-20';
const FIRST_DAY = '2025-01-01';
const SIGNERS = ['An', 'Bo'];
/** One draft in so many is drawn anew while it is under way, which voids it. */
const DRAWN_ANEW = 8;

/** One thing that is done about a plan, under a key of its own. */
export interface Deed {
  readonly key: string;
  readonly what: 'draft' | 'submit' | 'note' | 'meet' | 'sign' | 'file';
  /** The plan; of a draft nothing. */
  readonly planId: string;
  /** The day of a draft's period, the number of a step, who signs, or which file. */
  readonly detail: string;
}

/** What stands of one plan. */
export interface StandingPlan {
  readonly day: string;
  readonly state: string;
  readonly isSubmitted: boolean;
  readonly steps: number;
  readonly signatures: readonly string[];
  readonly files: readonly string[];
}

/** Who decides, and what decides with him. */
export interface Hands {
  readonly village: Village;
  readonly signing: SigningService;
  readonly signatures: StepSignaturesService;
  readonly files: AssetFilesService;
}

export function handsOf(village: Village): Hands {
  const { database, clock } = village.services;
  const signatures = signaturesOn(database, clock);
  const files = new AssetFilesService(database, clock);
  return { village, signing: signingOn(database, village), signatures, files };
}

/**
 * What comes next by what stands: the next step of the plan under way, or a draft, also one drawn anew.
 * @returns nothing once every day has its plan
 */
export async function nextDeed(hands: Hands, random: () => number, key: string): Promise<Deed | undefined> {
  const [last] = await hands.village.services.plans.listPlans(hands.village.id);
  const draft = (detail: string): Deed | undefined =>
    detail > TODAY ? undefined : { key, what: 'draft', planId: '', detail };
  if (last === undefined) return draft(FIRST_DAY);
  const { id: planId, state, periodTo, decisions } = last;
  if (state === 'approved') return draft(addDays(periodTo, 1));
  if (random() * DRAWN_ANEW < 1) return draft(periodTo);
  if (state === 'drafted') return { key, what: 'submit', planId, detail: '' };
  if (decisions.length === 3) return { key, what: 'meet', planId, detail: '4' };
  if (decisions.length === 1) {
    const { signatures } = await standingOf(hands, planId);
    const signer = SIGNERS[signatures.length];
    if (signer !== undefined) return { key, what: 'sign', planId, detail: signer };
    if (random() * 2 < 1) return { key, what: 'file', planId, detail: key };
  }
  return { key, what: 'note', planId, detail: String(decisions.length + 1) };
}

/** Does one thing; done again under its key it is done once. @returns what it made, by id */
export async function carryOut(hands: Hands, { key, what, planId, detail }: Deed): Promise<string> {
  const { village, signing, files } = hands;
  const { id: collectiveId, services } = village;
  const { drafting, deciding } = services;
  // The second step is the committee's: nobody who drafted the plan notes that it agreed, or who signed.
  const isNoted = what === 'sign' || (what === 'note' && detail === '2');
  const by = isNoted ? 'supervisor' : ACCOUNTANT.by;
  const command = { by, key };
  const step = { stepNumber: detail, heldOn: TODAY, stepPaper: 'minutes', ...NAMED_PAPERS };
  switch (what) {
    case 'draft': {
      const period = { pool: 'pv', from: detail, to: detail };
      const form = { ...period, claims: [claimOf(100n)], reasons: {}, leftOverNote: 'kept' };
      return (await drafting.draftPlan(collectiveId, form, command)).id;
    }
    case 'submit':
      return (await deciding.submitPlan(collectiveId, planId, command)).digest;
    case 'note':
      return String((await deciding.noteStep(collectiveId, planId, { form: step, command })).approved);
    case 'meet': {
      const counts = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
      const form = { ...step, ...counts };
      return String((await deciding.recordMeeting(collectiveId, planId, { form, command })).approved);
    }
    case 'sign': {
      const form = {
        how: 'paper',
        digest: '',
        signerName: detail,
        signatureOn: TODAY,
        signedPaper: 'opinion',
        signatureFile: await scanFor(village, planId),
      };
      const at = { collectiveId, kind: 'plan', subjectId: planId } as const;
      return (await signing.sign(at, form, command)).id;
    }
    case 'file': {
      const file = {
        mediaType: 'image/png',
        bytes: Buffer.from(detail),
        cameAs: detail,
        size: { width: 640, height: 480 },
      } as const;
      const form = { paperKind: 'photo', datedOn: TODAY, remark: '', audience: 'office' };
      const owner = { collectiveId, ownerKind: 'plan', ownerId: planId } as const;
      return (await files.keep(owner, { file, form }, command)).id;
    }
  }
}

/** What stands of a plan: its state, steps, signatures and files. */
export async function standingOf(hands: Hands, planId: string): Promise<StandingPlan> {
  const { village, signatures, files } = hands;
  const { id: collectiveId, services } = village;
  const plan = await services.plans.requirePlan(collectiveId, planId);
  const signed = (await signatures.listEvery(collectiveId, 'plan')).get(planId) ?? [];
  const kept = await files.listFiles({ collectiveId, ownerKind: 'plan', ownerId: planId });
  return {
    ...{ day: plan.periodTo, state: plan.state, isSubmitted: plan.digest !== undefined },
    ...{ steps: plan.decisions.length, signatures: signed.map(({ id }) => id) },
    // The scan of what was signed is kept before the first signature, and is no deed of its own.
    files: kept.standing
      .filter(({ paperKind }) => paperKind !== 'signedSheet')
      .map(({ id }) => id)
      .sort(),
  };
}
