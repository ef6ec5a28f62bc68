import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { filledClaims } from '../../domain/distribution/year-grants';
import type { ReleaseMove } from '../../domain/ledger/promise-releases';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Bucket } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import type { Claim } from '../../domain/uses/claim';
import { POSTS_USE } from '../../domain/uses/post-uses';
import type { ClaimParts } from '../uses/uses.service';
import type { StandingGrant } from './plan-grants.service';
import type { PlanLineClaimEntity } from './plan-line-claim.entity';
import type { PlanLineEntity } from './plan-line.entity';

/** A claim within a plan, with the grant that stands for it. */
export interface PlannedClaim extends Claim {
  readonly planLineId: string;
  /** The day of its first grant. */
  readonly grantedOn: CalendarDay | undefined;
  /** What of it is granted. Fen. */
  readonly granted: Fen;
  /** What of it will never be granted and was released. Fen. */
  readonly released: Fen;
  /** By which parts it is owed as they are accepted; undefined where it is owed as one sum. */
  readonly byParts: ClaimParts | undefined;
  /** Whether it pays posts and is owed by accepted days alone; not where one sum was granted whole before. */
  readonly byDays: boolean;
  /** The voucher of its grant. */
  readonly grantEntryId: string | undefined;
}

/** A line as read: its use by the pack, its claims, and what of it is not yet granted. Fen. */
export interface PlannedLine {
  readonly id: string;
  readonly bucket: Bucket;
  readonly amount: Fen;
  readonly granted: Fen;
  /** What of that was granted under the plan of the year and taken over: of no claim of its own. */
  readonly takenOver: Fen;
  readonly claims: readonly PlannedClaim[];
}

/** What stands beside the lines of a plan. */
export interface BesideLines {
  readonly buckets: readonly Bucket[];
  /** Which claim stands in which line, in the order in which they were typed. */
  readonly links: readonly PlanLineClaimEntity[];
  readonly claims: readonly Claim[];
  /** The grants that stand, those among them that a line takes over. */
  readonly grants: readonly StandingGrant[];
  readonly released: readonly ReleaseMove[];
  /** The grants by which months on posts are owed. */
  readonly months: ReadonlySet<string>;
  readonly byParts: ReadonlyMap<string, ClaimParts>;
  readonly byDays: boolean;
}

/** The lines of a plan with their claims, and what became of them. */
export function plannedLines(lines: readonly PlanLineEntity[], beside: BesideLines): PlannedLine[] {
  return lines.map((line) => lineOf(line, beside));
}

function lineOf(line: PlanLineEntity, beside: BesideLines): PlannedLine {
  const bucket = beside.buckets.find((each) => each.id === line.bucket);
  if (bucket === undefined) throw new DomainError('uses.bucketUnknown', { bucket: line.bucket });
  const { grants, links } = beside;
  const ofLine = grants.filter((grant) => grant.planLineId === line.id);
  const named = links.filter(({ planLineId }) => planLineId === line.id);
  const own = new Set(named.map(({ claimId }) => claimId));
  const taken = ofLine.filter(({ claimId }) => !own.has(claimId));
  const claims = named.flatMap(({ claimId }) =>
    beside.claims
      .filter((claim) => claim.id === claimId)
      .map((claim) => plannedClaim({ ...claim, planLineId: line.id }, beside)),
  );
  return {
    id: line.id,
    bucket,
    amount: line.amount,
    granted: sumFen(ofLine.map((grant) => grant.amount)),
    takenOver: sumFen(taken.map((grant) => grant.amount)),
    claims: taken.length === 0 ? claims : filled(claims, taken),
  };
}

/** What a line takes over of the year is no longer open of its claims: of the first ones first. */
function filled(claims: readonly PlannedClaim[], taken: readonly StandingGrant[]): PlannedClaim[] {
  const rooms = claims.map(({ id, amount, granted, released }) => ({
    id,
    room: amount - granted - released,
  }));
  const over = filledClaims(rooms, sumFen(taken.map((grant) => grant.amount)));
  return claims.map((claim) => {
    const part = over.get(claim.id) ?? 0n;
    if (part === 0n) return claim;
    const isOfPosts = claim.bucket === POSTS_USE;
    return {
      ...claim,
      granted: claim.granted + part,
      grantedOn: claim.grantedOn ?? taken[0]?.grantedOn,
      grantEntryId: claim.grantEntryId ?? taken[0]?.entryId,
      ...(isOfPosts ? { byDays: true } : { byParts: claim.byParts ?? 'posts' }),
    };
  });
}

function plannedClaim(claim: Claim & { readonly planLineId: string }, beside: BesideLines): PlannedClaim {
  const own = beside.grants.filter((grant) => grant.claimId === claim.id);
  const released = beside.released.filter((move) => move.claimId === claim.id);
  return {
    ...claim,
    grantedOn: own[0]?.grantedOn,
    granted: sumFen(own.map((grant) => grant.amount)),
    released: sumFen(released.map(({ amount }) => amount)),
    byParts: beside.byParts.get(claim.id) ?? (isOwedByMonths(claim, own, beside) ? 'posts' : undefined),
    byDays: beside.byDays && isOwedByDays(claim, own),
    grantEntryId: own[0]?.entryId,
  };
}

/** A claim that is no claim for posts, and of which a month on posts is owed. */
function isOwedByMonths(
  { bucket }: Claim,
  own: readonly StandingGrant[],
  { months }: Pick<BesideLines, 'months'>,
): boolean {
  return bucket !== POSTS_USE && own.some(({ id }) => months.has(id));
}

/** A claim for posts that was not granted whole before. */
function isOwedByDays({ bucket, amount }: Claim, own: readonly StandingGrant[]): boolean {
  return bucket === POSTS_USE && own[0]?.amount !== amount;
}
