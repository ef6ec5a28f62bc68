import type { AccessLine } from './access';
import { bankFiles, books, booksAndCashier, moneyOut, township } from './access-lines';

/** Who drafts pay lists, approves them, sends them to the bank and books what the bank did. */
export const PAYOUT_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /api/villages/:collectiveId/pay-lists': booksAndCashier,
  'GET /api/villages/:collectiveId/pay-lists/:id': booksAndCashier,
  'GET /api/villages/:collectiveId/pay-lists/:id/checks': booksAndCashier,
  'GET /api/villages/:collectiveId/pay-lists/:id/files': booksAndCashier,
  'POST /api/villages/:collectiveId/pay-lists/:id/files': bankFiles,
  'POST /api/villages/:collectiveId/pay-lists': books,
  'POST /api/villages/:collectiveId/pay-lists/:id/submission': books,
  'POST /api/villages/:collectiveId/pay-lists/:id/review': township,
  'POST /api/villages/:collectiveId/pay-lists/:id/recall': books,
  'POST /api/villages/:collectiveId/pay-lists/:id/sending': moneyOut,
  'POST /api/villages/:collectiveId/pay-lists/:id/confirmations': books,
  'POST /api/villages/:collectiveId/pay-lists/:id/failures': books,
  'POST /api/villages/:collectiveId/pay-lists/:id/returns': books,
};
