import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';

/**
 * Who may use which page and route about households and their people. An office above looks at the list,
 * reads a number in full for a reason, and enters nobody.
 */
export const PEOPLE_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/members': booksAndTownship,
  'POST /villages/:collectiveId/members/find': booksAndTownship,
  'GET /villages/:collectiveId/member-import': books,
  'POST /villages/:collectiveId/member-import': books,
  'GET /villages/:collectiveId/member-import/template.xlsx': books,
  'GET /villages/:collectiveId/member-import/:id': books,
  'POST /villages/:collectiveId/member-import/:id': books,
  'GET /villages/:collectiveId/members/new': books,
  'POST /villages/:collectiveId/members/new': books,
  'GET /villages/:collectiveId/members/:memberId': booksAndTownship,
  'GET /villages/:collectiveId/members/:memberId/change': books,
  'POST /villages/:collectiveId/members/:memberId/change': books,
  'POST /villages/:collectiveId/members/:memberId/leaving': books,
  'POST /villages/:collectiveId/members/:memberId/reads': booksAndTownship,
  'GET /villages/:collectiveId/households/:householdId': booksAndTownship,
  'GET /villages/:collectiveId/households/:householdId/members/new': books,
  'POST /villages/:collectiveId/households/:householdId/members/new': books,
  'POST /villages/:collectiveId/households/:householdId/statuses': books,
  'POST /villages/:collectiveId/households/:householdId/status-ends': books,
  'POST /villages/:collectiveId/households/:householdId/incomes': books,
  'POST /api/villages/:collectiveId/member-imports': books,
  'GET /api/villages/:collectiveId/member-imports/:id': books,
  'GET /api/villages/:collectiveId/member-imports/:id/problems': books,
  'POST /api/villages/:collectiveId/member-imports/:id/confirm': books,
  'GET /api/villages/:collectiveId/households': booksAndTownship,
  'POST /api/villages/:collectiveId/households': books,
  'POST /api/villages/:collectiveId/households/:householdId/members': books,
  'POST /api/villages/:collectiveId/households/:householdId/statuses': books,
  'POST /api/villages/:collectiveId/households/:householdId/status-ends': books,
  'POST /api/villages/:collectiveId/households/:householdId/incomes': books,
  'POST /api/villages/:collectiveId/members/:memberId/changes': books,
  'POST /api/villages/:collectiveId/members/:memberId/leaving': books,
  'POST /api/villages/:collectiveId/members/:memberId/reads': booksAndTownship,
};
