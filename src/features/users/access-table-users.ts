import type { AccessLine } from './access';
import { offices, signedIn } from './access-lines';

/** Who may use which route of accounts; which office is above whom, the service asks. @see ACCESS */
export const USER_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /account/password': signedIn,
  'POST /account/password': signedIn,
  'POST /api/account/password': signedIn,
  'GET /account/sessions': signedIn,
  'POST /account/sessions': signedIn,
  'GET /api/sessions': signedIn,
  'DELETE /api/sessions/:sessionId': signedIn,
  'GET /offices/:collectiveId/accounts': offices,
  'GET /offices/:collectiveId/accounts/new': offices,
  'POST /offices/:collectiveId/accounts/new': offices,
  'GET /offices/:collectiveId/accounts/:userId': offices,
  'POST /offices/:collectiveId/accounts/:userId/password': offices,
  'POST /offices/:collectiveId/accounts/:userId/end': offices,
  'GET /api/offices/:collectiveId/accounts': offices,
  'POST /api/offices/:collectiveId/accounts': offices,
  'POST /api/offices/:collectiveId/accounts/:userId/password': offices,
  'POST /api/offices/:collectiveId/accounts/:userId/end': offices,
  'GET /api/offices/:collectiveId/roles': offices,
  'POST /api/offices/:collectiveId/roles': offices,
  'POST /api/offices/:collectiveId/roles/:placeId/:number/handover': offices,
  'POST /api/offices/:collectiveId/roles/:placeId/:number/end': offices,
};
