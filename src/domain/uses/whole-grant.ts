import type { PolicyPack } from '../policy/pack';
import { reasonProblems } from '../policy/written-reason';
import { DomainError } from '../shared/domain-error';
import { refuseProblems } from '../shared/problem';
import { paysAid } from './aid-list';
import { POSTS_USE } from './post-uses';

/** Uses whose money goes to people by attendance, labour sheets or lists. */
const BY_LISTS = [POSTS_USE, 'labour', 'reward', 'subsidy', 'hardship', 'relief'];

/** The use of a plan whose claim is granted whole, and the document the plan stands under. */
export interface WholeUse {
  readonly use: string;
  /** Every use of the plan's pool. */
  readonly uses: readonly string[];
  readonly pack: PolicyPack;
}

/**
 * How a claim may be granted whole: `free`, as what nobody lists; `asked`, with a reason and by somebody else
 * than who drafted its plan, where people get it; not at all (`procedure`) where the document has a procedure
 * for what it pays, which only a list goes through.
 */
export function wholeGrantOf({ use, uses, pack }: WholeUse): 'free' | 'asked' | 'procedure' {
  if (paysAid(use, uses) && proceduresOf(pack).length > 0) return 'procedure';
  return BY_LISTS.includes(use) ? 'asked' : 'free';
}

/** What a document calls its procedures for rewards and subsidies. */
export function proceduresOf({ flows }: Pick<PolicyPack, 'flows'>): string[] {
  return flows
    .filter(({ subject, steps }) => subject === 'subsidy' && steps.length > 0)
    .map(({ says }) => says);
}

/** A grant of a claim as one sum, without a list. */
export interface WholeGrant extends WholeUse {
  readonly forWhat: string;
  readonly draftedBy: string;
  readonly by: string;
  /** Whether who grants keeps the village's books, or is of the office above. */
  readonly isOffice: boolean;
  /** Why there is no list, as typed. */
  readonly why: string;
}

/**
 * Why money for people is granted without a list; undefined of what asks for none. Source: product decision
 * "Books": what makes a debt is looked at by a second person.
 * @throws DomainError `grant.byProcedure`, `grant.ownPlan`, `access.otherRole`; FormProblems
 *   `grant.wholeWhy`, `policy.reasonTooShort`, `form.*`
 */
export function requireWholeWhy(grant: WholeGrant): string | undefined {
  const { forWhat, pack, draftedBy, by, isOffice } = grant;
  const kind = wholeGrantOf(grant);
  if (kind === 'procedure') {
    throw new DomainError('grant.byProcedure', { forWhat, procedures: proceduresOf(pack).join('、') });
  }
  if (kind === 'free') {
    if (isOffice) throw new DomainError('access.otherRole');
    return undefined;
  }
  if (by === draftedBy) throw new DomainError('grant.ownPlan', { forWhat });
  const why = grant.why.trim();
  const field = 'wholeWhy';
  if (why === '') refuseProblems([{ code: 'grant.wholeWhy', field, facts: { forWhat } }]);
  refuseProblems(reasonProblems(why).map((problem) => ({ ...problem, field })));
  return why;
}
