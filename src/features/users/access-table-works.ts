import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';
import { INDUSTRY_ACCESS } from './access-table-industry';
import { TURN_ACCESS } from './access-table-turns';

/**
 * Who may use which page and route about small public works, rewards and subsidies. A bookkeeper enters
 * works, sheets and lists; another one, or the township, accepts them: the service sees that it is another.
 */
export const WORKS_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/works': booksAndTownship,
  'POST /villages/:collectiveId/works': books,
  'GET /villages/:collectiveId/works/:workId': booksAndTownship,
  'POST /villages/:collectiveId/works/:workId/sheets': books,
  'POST /villages/:collectiveId/works/:workId/finish': books,
  'POST /villages/:collectiveId/works/:workId/withdraw': books,
  'GET /villages/:collectiveId/works/:workId/sheets/:sheetId': booksAndTownship,
  'POST /villages/:collectiveId/works/:workId/sheets/:sheetId/accept': booksAndTownship,
  'POST /villages/:collectiveId/works/:workId/sheets/:sheetId/withdraw': books,
  'GET /api/villages/:collectiveId/works': booksAndTownship,
  'POST /api/villages/:collectiveId/works': books,
  'POST /api/villages/:collectiveId/works/:workId/sheets': books,
  'POST /api/villages/:collectiveId/works/:workId/finish': books,
  'POST /api/villages/:collectiveId/works/:workId/withdraw': books,
  'POST /api/villages/:collectiveId/works/:workId/sheets/:sheetId/accept': booksAndTownship,
  'POST /api/villages/:collectiveId/works/:workId/sheets/:sheetId/withdraw': books,
  'GET /villages/:collectiveId/aid': booksAndTownship,
  'POST /villages/:collectiveId/aid': books,
  'GET /villages/:collectiveId/aid/:listId': booksAndTownship,
  'POST /villages/:collectiveId/aid/:listId/notes': books,
  'POST /villages/:collectiveId/aid/:listId/note-withdrawals': books,
  'POST /villages/:collectiveId/aid/:listId/accept': booksAndTownship,
  'POST /villages/:collectiveId/aid/:listId/withdraw': books,
  'GET /api/villages/:collectiveId/aid': booksAndTownship,
  'POST /api/villages/:collectiveId/aid': books,
  'POST /api/villages/:collectiveId/aid/:listId/notes': books,
  'POST /api/villages/:collectiveId/aid/:listId/note-withdrawals': books,
  'POST /api/villages/:collectiveId/aid/:listId/accept': booksAndTownship,
  'POST /api/villages/:collectiveId/aid/:listId/withdraw': books,
  'GET /villages/:collectiveId/state-aid': booksAndTownship,
  'POST /villages/:collectiveId/state-aid': books,
  'GET /villages/:collectiveId/state-aid/:listId': booksAndTownship,
  'POST /villages/:collectiveId/state-aid/:listId/withdraw': books,
  'GET /api/villages/:collectiveId/state-aid': booksAndTownship,
  'POST /api/villages/:collectiveId/state-aid': books,
  'POST /api/villages/:collectiveId/state-aid/:listId/withdraw': books,
  'GET /villages/:collectiveId/owed': booksAndTownship,
  'GET /api/villages/:collectiveId/owed': booksAndTownship,
  ...INDUSTRY_ACCESS,
  ...TURN_ACCESS,
};
