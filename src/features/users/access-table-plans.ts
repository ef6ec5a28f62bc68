import type { AccessLine } from './access';
import { books, booksAndTownship, township } from './access-lines';

/** Who drafts, decides and publishes plans. */
export const PLANS_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/plans': booksAndTownship,
  'GET /villages/:collectiveId/plans/new': books,
  'POST /villages/:collectiveId/plans/new': books,
  'GET /villages/:collectiveId/plans/:planId': booksAndTownship,
  'POST /villages/:collectiveId/plans/:planId/submit': books,
  'POST /villages/:collectiveId/plans/:planId/meeting': books,
  'POST /villages/:collectiveId/plans/:planId/steps': books,
  'POST /villages/:collectiveId/plans/:planId/review': township,
  'POST /villages/:collectiveId/plans/:planId/grant': booksAndTownship,
  'GET /villages/:collectiveId/plans/:planId/publish': booksAndTownship,
  'POST /villages/:collectiveId/plans/:planId/publish': books,
  'GET /villages/:collectiveId/plans/:planId/sample.pdf': booksAndTownship,
  'GET /villages/:collectiveId/plans/:planId/told': booksAndTownship,
  'GET /villages/:collectiveId/plans/:planId/releases': booksAndTownship,
  'POST /villages/:collectiveId/plans/:planId/releases': books,
  'POST /villages/:collectiveId/plans/:planId/releases/withdrawals': books,
  'GET /villages/:collectiveId/notices/:id/sheet.pdf': booksAndTownship,
};
