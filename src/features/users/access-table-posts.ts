import type { AccessLine } from './access';
import { books, booksAndTownship } from './access-lines';

/** Who may use which page and route about public-welfare posts: the village enters, an office above looks. */
export const POST_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /villages/:collectiveId/posts': booksAndTownship,
  'GET /villages/:collectiveId/posts/new': books,
  'POST /villages/:collectiveId/posts/new': books,
  'GET /villages/:collectiveId/posts/:postId': booksAndTownship,
  'POST /villages/:collectiveId/posts/:postId/standards': books,
  'POST /villages/:collectiveId/posts/:postId/appointments': books,
  'POST /villages/:collectiveId/posts/:postId/leavings': books,
  'POST /villages/:collectiveId/posts/:postId/seats': books,
  'GET /villages/:collectiveId/attendance/:month': booksAndTownship,
  'POST /villages/:collectiveId/attendance/:month': books,
  'POST /villages/:collectiveId/attendance/:month/acceptance': booksAndTownship,
  'GET /api/villages/:collectiveId/attendance/:month': booksAndTownship,
  'POST /api/villages/:collectiveId/attendance/:month': books,
  'POST /api/villages/:collectiveId/attendance/:month/acceptance': booksAndTownship,
  'GET /api/villages/:collectiveId/posts': booksAndTownship,
  'POST /api/villages/:collectiveId/posts': books,
  'POST /api/villages/:collectiveId/posts/:postId/standards': books,
  'POST /api/villages/:collectiveId/posts/:postId/appointments': books,
  'POST /api/villages/:collectiveId/posts/:postId/leavings': books,
  'POST /api/villages/:collectiveId/posts/:postId/seats': books,
};
