/** The use that packs name for posts. */
export const POSTS_USE = 'posts';

/** Uses that are owed in ways of their own, and so never by the days on a post. */
const OTHERWISE_OWED = [
  ...['labour', 'reward', 'subsidy', 'industry', 'agreed', 'member', 'dividend', 'cadre', 'hardship'],
  'relief',
];

/**
 * Whether a use may pay wages of posts: the one its document names for that; where it names none, any that is
 * not owed in a way of its own. Guangxi bounds what a post pays (GX-2-2) and names no use for posts; Fuyang
 * leaves rents and dividends to the village as one use.
 */
export function paysPosts(use: string, uses: readonly string[]): boolean {
  return uses.includes(POSTS_USE) ? use === POSTS_USE : !OTHERWISE_OWED.includes(use);
}
