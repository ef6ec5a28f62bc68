import type { AccessLine } from './access';
import { books, booksAndTownship, township } from './access-lines';

/**
 * Who may use which page and route about members' dividends. A bookkeeper drafts a round, notes how its steps
 * were held, gives and pays it; the office above looks and agrees: the service sees that it is another.
 */
export const DIVIDEND_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/member-shares': booksAndTownship,
  'POST /villages/:collectiveId/member-shares': books,
  'POST /villages/:collectiveId/member-shares/payments': books,
  'GET /villages/:collectiveId/member-shares/:roundId': booksAndTownship,
  'POST /villages/:collectiveId/member-shares/:roundId/steps': books,
  'POST /villages/:collectiveId/member-shares/:roundId/review': township,
  'POST /villages/:collectiveId/member-shares/:roundId/give': books,
  'POST /villages/:collectiveId/member-shares/:roundId/payments': books,
  'POST /villages/:collectiveId/member-shares/:roundId/drop': books,
  'POST /villages/:collectiveId/member-shares/:roundId/objections': booksAndTownship,
  'POST /villages/:collectiveId/member-shares/:roundId/objections/answers': booksAndTownship,
  'GET /api/villages/:collectiveId/member-shares': booksAndTownship,
  'POST /api/villages/:collectiveId/member-shares/payments': books,
  'GET /api/villages/:collectiveId/dividends': booksAndTownship,
  'POST /api/villages/:collectiveId/dividends': books,
  'POST /api/villages/:collectiveId/dividends/:roundId/steps': books,
  'POST /api/villages/:collectiveId/dividends/:roundId/review': township,
  'POST /api/villages/:collectiveId/dividends/:roundId/give': books,
  'POST /api/villages/:collectiveId/dividends/:roundId/payments': books,
  'POST /api/villages/:collectiveId/dividends/:roundId/drop': books,
  'POST /api/villages/:collectiveId/dividends/:roundId/objections': booksAndTownship,
  'POST /api/villages/:collectiveId/dividends/:roundId/objections/answers': booksAndTownship,
};
