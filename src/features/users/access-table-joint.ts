import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';

/** Who may use which page and route about stations that an office keeps for their owners. */
export const JOINT_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/kept': booksAndTownship,
  'GET /villages/:collectiveId/kept/slips/:slipId': booksAndTownship,
  'POST /villages/:collectiveId/kept/slips/:slipId': books,
  'POST /villages/:collectiveId/kept/slips/:slipId/split': books,
  'GET /villages/:collectiveId/kept/payments/new': books,
  'POST /villages/:collectiveId/kept/payments/new': books,
  'GET /villages/:collectiveId/kept/costs': books,
  'POST /villages/:collectiveId/kept/costs': books,
  'GET /villages/:collectiveId/kept/costs/:costId/refunds': books,
  'POST /villages/:collectiveId/kept/costs/:costId/refunds': books,
  'GET /villages/:collectiveId/joint-costs/:costId': books,
  'POST /villages/:collectiveId/joint-costs/:costId': books,
  'GET /villages/:collectiveId/kept/stations/:assetId/shares': books,
  'POST /villages/:collectiveId/kept/stations/:assetId/shares': books,
  'GET /api/villages/:collectiveId/kept/slips/:id': booksAndTownship,
  'POST /api/villages/:collectiveId/kept/slips/:id/split': books,
  'GET /api/villages/:collectiveId/kept/owed': booksAndTownship,
  'POST /api/villages/:collectiveId/kept/payments': books,
  'GET /api/villages/:collectiveId/kept/costs': booksAndTownship,
  'POST /api/villages/:collectiveId/kept/costs': books,
  'POST /api/villages/:collectiveId/kept/costs/:id/refunds': books,
  'POST /api/villages/:collectiveId/joint-costs/:id': books,
  'POST /api/villages/:collectiveId/kept/stations/:id/shares': books,
};
