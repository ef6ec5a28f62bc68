/** Who belongs to a village: the list, a household, a person. */
export interface PeoplePaths {
  readonly members: string;
  readonly memberImport: string;
  /** What members are given of a surplus, and one round of it. */
  readonly memberShares: string;
  dividend(id: string): string;
  /** Who holds how many shares, and who is to be looked at again. */
  readonly shareRoll: string;
  readonly statusReviews: string;
  /** Public-welfare posts, and one of them. */
  readonly posts: string;
  post(id: string): string;
  /** The attendance of a month. */
  attendance(month: string): string;
  household(id: string): string;
  member(id: string): string;
}

/** @param home where the pages of the village begin */
export function peoplePaths(home: string): PeoplePaths {
  return {
    members: `${home}/members`,
    memberImport: `${home}/member-import`,
    memberShares: `${home}/member-shares`,
    dividend: (id) => `${home}/member-shares/${id}`,
    shareRoll: `${home}/share-roll`,
    statusReviews: `${home}/status-reviews`,
    posts: `${home}/posts`,
    post: (id) => `${home}/posts/${id}`,
    attendance: (month) => `${home}/attendance/${month}`,
    household: (id) => `${home}/households/${id}`,
    member: (id) => `${home}/members/${id}`,
  };
}
