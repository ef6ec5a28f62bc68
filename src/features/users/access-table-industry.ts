import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';

/**
 * Who may use which page and route about industry projects. A bookkeeper enters projects and stages; another
 * one, or the township, accepts them: the service sees that it is another.
 */
export const INDUSTRY_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/industry': booksAndTownship,
  'POST /villages/:collectiveId/industry': books,
  'GET /villages/:collectiveId/industry/:projectId': booksAndTownship,
  'POST /villages/:collectiveId/industry/:projectId/stages': books,
  'POST /villages/:collectiveId/industry/:projectId/stages/:stageId/accept': booksAndTownship,
  'POST /villages/:collectiveId/industry/:projectId/stages/:stageId/withdraw': books,
  'POST /villages/:collectiveId/industry/:projectId/links': books,
  'POST /villages/:collectiveId/industry/:projectId/link-ends': books,
  'POST /villages/:collectiveId/industry/:projectId/returns': books,
  'POST /villages/:collectiveId/industry/:projectId/return-withdrawals': books,
  'POST /villages/:collectiveId/industry/:projectId/reviews': books,
  'POST /villages/:collectiveId/industry/:projectId/finish': books,
  'POST /villages/:collectiveId/industry/:projectId/withdraw': books,
  'GET /api/villages/:collectiveId/industry': booksAndTownship,
  'POST /api/villages/:collectiveId/industry': books,
  'POST /api/villages/:collectiveId/industry/:projectId/stages': books,
  'POST /api/villages/:collectiveId/industry/:projectId/stages/:stageId/accept': booksAndTownship,
  'POST /api/villages/:collectiveId/industry/:projectId/stages/:stageId/withdraw': books,
  'POST /api/villages/:collectiveId/industry/:projectId/links': books,
  'POST /api/villages/:collectiveId/industry/:projectId/link-ends': books,
  'POST /api/villages/:collectiveId/industry/:projectId/returns': books,
  'POST /api/villages/:collectiveId/industry/:projectId/return-withdrawals': books,
  'POST /api/villages/:collectiveId/industry/:projectId/reviews': books,
  'POST /api/villages/:collectiveId/industry/:projectId/finish': books,
  'POST /api/villages/:collectiveId/industry/:projectId/withdraw': books,
};
