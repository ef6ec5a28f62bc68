import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';

/** Who may use which page and route about decisions by which an asset stays: 转产, 报停 and their end. */
export const TURN_ACCESS: Readonly<Record<string, AccessLine>> = {
  'POST /villages/:collectiveId/assets/:id/life/turn': books,
  'POST /villages/:collectiveId/assets/:assetId/life/turns/:turnId/withdrawal': books,
  'GET /api/villages/:collectiveId/assets/:id/turns': booksAndTownship,
  'POST /api/villages/:collectiveId/assets/:id/turns': books,
  'POST /api/villages/:collectiveId/assets/:assetId/turns/:turnId/withdrawal': books,
};
