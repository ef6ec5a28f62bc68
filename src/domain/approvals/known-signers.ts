import type { Problem } from '../shared/problem';
import { isSameName } from '../shared/named-people';

/** Who holds the post that signs and has a log-in: the person, his accounts, and what they are called. */
export interface PostHolder {
  readonly person: string;
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

/** Why a name on paper signs nothing: what whoever is called so is. */
export type SignsNot = 'approvals.otherPost' | 'approvals.ofOffice' | 'approvals.keepsBooks';

/** Whom a village, the offices above it and the villages beside it are known to have. */
export interface KnownSigners {
  readonly holders: readonly PostHolder[];
  /** The names of who is something else there: nobody who may sign, unless he holds the post, too. */
  readonly others: readonly { readonly name: string; readonly why: SignsNot }[];
  /** Whose an account is. */
  readonly personOf: (userId: string) => string;
}

/** Somebody's post, of a village, of an office above it, or of the books of a village beside it. */
export interface KnownPost extends PostHolder {
  readonly at: 'village' | 'office' | 'beside';
  readonly signs: boolean;
}

const WHY = {
  village: 'approvals.otherPost',
  office: 'approvals.ofOffice',
  beside: 'approvals.keepsBooks',
} as const;

/**
 * Who signs a step by his post, each person once, and who is something else: in the village, of whoever looks
 * over it, or a keeper of books or money. Supervisors are none of these.
 * Source: 农村集体经济组织法 art 32 (domain.md §3); product decision for names on paper.
 */
export function knownSigners(posts: readonly KnownPost[], personOf: KnownSigners['personOf']): KnownSigners {
  const signing = new Set(posts.filter(({ signs }) => signs).map(({ person }) => person));
  const holders = [...signing].map((person) => {
    const own = posts.filter((each) => each.person === person);
    const accounts = [...new Set(own.flatMap((each) => each.accounts))];
    return { person, accounts, names: [...new Set(own.flatMap(({ names }) => names))] };
  });
  const others = posts
    .filter(({ person }) => !signing.has(person))
    .flatMap(({ names, at }) => names.map((name) => ({ name, why: WHY[at] })));
  return { holders, others, personOf };
}

/** Who holds the post under a name; undefined of anybody else. */
export function holderNamed(name: string, { holders }: KnownSigners): PostHolder | undefined {
  return holders.find(({ names }) => names.some((each) => isSameName(each, name)));
}

/** Why a name is of nobody who may sign, though he might fill a place; undefined where nothing is known. */
export function signsNot(name: string, { others }: KnownSigners): Problem | undefined {
  const found = others.find((each) => isSameName(each.name, name));
  return found && { code: found.why, field: 'signerName', value: name };
}
