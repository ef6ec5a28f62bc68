/** The pools as a story names them. */
export const POOLS = ['pv', 'other', 'members', 'earmarked'] as const;
