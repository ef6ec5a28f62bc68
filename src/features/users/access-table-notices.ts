import type { AccessLine } from './access';
import { books, booksAndTownship, everyone } from './access-lines';

/** Who may use which route of published sheets: what hangs on the wall, and what is asked about it. */
export const NOTICE_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /slip': everyone,
  'GET /n/:code/objections': everyone,
  'POST /n/:code/objections': everyone,
  'GET /villages/:collectiveId/objections': booksAndTownship,
  'POST /villages/:collectiveId/objections': booksAndTownship,
  'POST /villages/:collectiveId/objections/:id/answer': booksAndTownship,
  'POST /villages/:collectiveId/objections/:id/phone': booksAndTownship,
  'GET /api/villages/:collectiveId/objections': booksAndTownship,
  'POST /api/villages/:collectiveId/objections': booksAndTownship,
  'POST /api/villages/:collectiveId/objections/:id/answer': booksAndTownship,
  'GET /villages/:collectiveId/notices': booksAndTownship,
  'POST /villages/:collectiveId/notices': books,
  'GET /villages/:collectiveId/notices/sample.pdf': booksAndTownship,
  'GET /villages/:collectiveId/notices/:id': booksAndTownship,
  'POST /villages/:collectiveId/notices/:id/withdrawal': books,
  'POST /api/villages/:collectiveId/notices/reports': books,
  'POST /api/villages/:collectiveId/notices/:id/withdrawal': books,
  'POST /villages/:collectiveId/notices/:id/displays': books,
  'POST /villages/:collectiveId/notices/:id/displays/:displayNumber/takedown': books,
  'GET /api/villages/:collectiveId/notices/:id/displays': booksAndTownship,
  'POST /api/villages/:collectiveId/notices/:id/displays': books,
  'POST /api/villages/:collectiveId/notices/:id/displays/:displayNumber/takedown': books,
};
