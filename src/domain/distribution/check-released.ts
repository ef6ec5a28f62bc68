import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { PromiseRelease } from '../ledger/promise-releases';
import { type Fen, plainYuan, sumFen } from '../money/fen';

/** A claim of an approved plan as the check finds it; fen. */
export interface ReleasableClaim {
  readonly claimId: string;
  readonly planLineId: string;
  readonly amount: Fen;
  readonly promisedOn: CalendarDay;
  /** What of it is granted. */
  readonly granted: Fen;
  /** Whether it is granted sheet by sheet; any other is granted once. */
  readonly bySheets: boolean;
}

/**
 * Only what an approved plan promised was released, no more of it than was not granted, on no day before its
 * approval; and where the rest was granted, both together are the claim. Codes `check.releaseUnpromised`,
 * `check.releaseDay`, `check.releaseDiffers`. Source: product decision "Pools and two surpluses" (free
 * money).
 */
export function checkReleased(
  {
    claims,
    releases,
  }: { readonly claims: readonly ReleasableClaim[]; readonly releases: readonly PromiseRelease[] },
  findings: Findings,
): void {
  const claimOf = ({ claimId, planLineId }: PromiseRelease): ReleasableClaim | undefined =>
    claims.find((each) => each.claimId === claimId && each.planLineId === planLineId);
  for (const release of releases) {
    findings.looked += 1;
    const { id: releaseId, releasedOn, withdrawnOn = releasedOn } = release;
    const claim = claimOf(release);
    if (claim === undefined) findings.add('check.releaseUnpromised', {}, { releaseId });
    else if (releasedOn < claim.promisedOn || withdrawnOn < releasedOn) {
      const days = { kept: `${releasedOn}–${withdrawnOn}`, found: claim.promisedOn };
      findings.add('check.releaseDay', {}, { releaseId, ...days });
    }
  }
  for (const claim of claims) {
    const standing = releases.filter((each) => each.withdrawnOn === undefined && claimOf(each) === claim);
    const released = sumFen(standing.map(({ amount }) => amount));
    const left = claim.amount - claim.granted;
    const isOpen = claim.bySheets || claim.granted === 0n;
    if (released === 0n || (isOpen ? released <= left : released === left)) continue;
    const found = { kept: plainYuan(released), found: plainYuan(left) };
    findings.add('check.releaseDiffers', {}, { claimId: claim.claimId, ...found });
  }
}
