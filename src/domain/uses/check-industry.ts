import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';
import { namedOf } from './industry-returns';
import { checkEnds, type EndAct, type UseEnd } from './use-end';
import { checkWithdrawals, PROJECT_CODES, standingUses, type Withdrawal } from './use-withdrawal';

/** What is kept of industry projects, the grants by which stages are owed, and what vouchers earned. */
export interface KeptIndustry {
  readonly projects: readonly {
    readonly name: string;
    readonly claimId: string;
    readonly acts: readonly EndAct[];
    readonly finished: UseEnd['finished'];
    readonly withdrawn: Withdrawal | undefined;
    readonly stages: readonly {
      readonly id: string;
      readonly stageNumber: number;
      readonly reachedOn: CalendarDay;
      readonly amount: Fen;
      readonly enteredBy: string;
      readonly withdrawn: string | undefined;
    }[];
    readonly cameBack: readonly {
      readonly year: number;
      readonly entryId: string;
      readonly amount: Fen;
      readonly stands: boolean;
    }[];
  }[];
  readonly acceptances: readonly {
    readonly stageId: string;
    readonly grantId: string;
    readonly entryId: string;
    readonly acceptedOn: CalendarDay;
    readonly acceptedBy: string;
  }[];
  readonly grants: readonly {
    readonly id: string;
    readonly claimId: string;
    readonly entryId: string;
    readonly amount: Fen;
  }[];
  readonly reversed: ReadonlySet<string>;
  /** What each voucher booked as income. */
  readonly earned: ReadonlyMap<string, Fen>;
}

/**
 * Holds every stage against its grant (another's acceptance, not before it was reached, of its claim and
 * amount, at most one standing and none of a withdrawn one), every grant of the claim of a project that
 * stands against its stage, what came back together against its voucher, which booked no less, and what was
 * withdrawn against what hangs on it. Codes `check.stageGrantDiffers`, `check.grantWithoutStage`,
 * `check.returnDiffers`, `check.reopenedDiffers`, `check.projectWithdrawnDiffers`, `check.projectNamedTwice`.
 */
export function checkIndustry(kept: KeptIndustry, findings: Findings): void {
  const returned = namedOf(kept.projects.flatMap(({ cameBack }) => cameBack));
  for (const { name, claimId, acts, stages, cameBack } of kept.projects) {
    const ids = new Set(stages.map(({ id }) => id));
    const owed = kept.acceptances.filter(({ stageId }) => ids.has(stageId));
    const own = new Set(owed.map(({ entryId }) => entryId));
    checkEnds({ name, acts }, { own, reversed: kept.reversed }, findings);
    for (const stage of stages) {
      findings.looked += 1;
      if (isOwedRightly(kept, { claimId, stage })) continue;
      const facts = { project: name, number: stage.stageNumber, amountFen: String(stage.amount) };
      findings.add('check.stageGrantDiffers', {}, facts);
    }
    for (const { year, entryId, stands } of cameBack) {
      findings.looked += 1;
      const [sum, earned] = [returned.get(entryId) ?? 0n, kept.earned.get(entryId) ?? 0n];
      if (!stands || sum <= earned) continue;
      const facts = { project: name, year, amountFen: String(sum), earnedFen: String(earned) };
      findings.add('check.returnDiffers', { entryId }, facts);
    }
  }
  const checked = kept.projects.map(({ name, withdrawn, finished, stages, cameBack }) => {
    const [own, back] = [stages.filter((each) => each.withdrawn === undefined), cameBack.filter(stands)];
    return { name, withdrawn, finished, standing: own.length + back.length };
  });
  checkWithdrawals(checked, PROJECT_CODES, findings);
  const claims = new Set(standingUses(kept.projects).map(({ claimId }) => claimId));
  const named = new Set(kept.acceptances.map(({ grantId }) => grantId));
  for (const { id, claimId, entryId, amount } of kept.grants) {
    if (!claims.has(claimId) || named.has(id) || kept.reversed.has(entryId)) continue;
    findings.add('check.grantWithoutStage', { entryId }, { amountFen: String(amount) });
  }
}

function stands({ stands: is }: { readonly stands: boolean }): boolean {
  return is;
}

function isOwedRightly(
  { acceptances, grants, reversed }: KeptIndustry,
  { claimId, stage }: { claimId: string; stage: KeptIndustry['projects'][number]['stages'][number] },
): boolean {
  const own = acceptances.filter(({ stageId }) => stageId === stage.id);
  const standing = own.filter(({ entryId }) => !reversed.has(entryId));
  const isMatched = own.every(({ grantId, entryId, acceptedBy, acceptedOn }) => {
    const grant = grants.find(({ id }) => id === grantId);
    const isOf = grant?.claimId === claimId && grant.entryId === entryId && grant.amount === stage.amount;
    return isOf && acceptedBy !== stage.enteredBy && acceptedOn >= stage.reachedOn;
  });
  return isMatched && standing.length <= (stage.withdrawn === undefined ? 1 : 0);
}
