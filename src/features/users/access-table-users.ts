import type { AccessLine } from './access';
import { ownOffice, signedIn } from './access-lines';

/** Who may use which route of accounts; whose office is right below, the service asks. @see ACCESS */
export const USER_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /account/password': signedIn,
  'POST /account/password': signedIn,
  'POST /api/account/password': signedIn,
  'GET /account/second-factor': signedIn,
  'POST /account/second-factor': signedIn,
  'GET /account/sessions': signedIn,
  'POST /account/sessions': signedIn,
  'GET /api/sessions': signedIn,
  'DELETE /api/sessions/:sessionId': signedIn,
  'GET /offices/:collectiveId/accounts': ownOffice,
  'GET /offices/:collectiveId/accounts/new': ownOffice,
  'POST /offices/:collectiveId/accounts/new': ownOffice,
  'GET /offices/:collectiveId/accounts/:userId': ownOffice,
  'POST /offices/:collectiveId/accounts/:userId/password': ownOffice,
  'POST /offices/:collectiveId/accounts/:userId/end': ownOffice,
  'POST /offices/:collectiveId/accounts/:userId/person': ownOffice,
  'POST /offices/:collectiveId/accounts/:userId/second-factor/end': ownOffice,
  'GET /api/offices/:collectiveId/accounts': ownOffice,
  'POST /api/offices/:collectiveId/accounts': ownOffice,
  'POST /api/offices/:collectiveId/accounts/:userId/password': ownOffice,
  'POST /api/offices/:collectiveId/accounts/:userId/end': ownOffice,
  'POST /api/offices/:collectiveId/accounts/:userId/person': ownOffice,
  'POST /api/offices/:collectiveId/accounts/:userId/second-factor/end': ownOffice,
  'GET /api/offices/:collectiveId/roles': ownOffice,
  'POST /api/offices/:collectiveId/roles': ownOffice,
  'POST /api/offices/:collectiveId/roles/:placeId/:number/handover': ownOffice,
  'POST /api/offices/:collectiveId/roles/:placeId/:number/end': ownOffice,
};
