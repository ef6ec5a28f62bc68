import type { AccessLine } from './access';
import { booksAndCashier, county, offices, plansLooked, rules, township } from './access-lines';

/** Who may use which page of an office, and the search at the head of each; the same table, continued. */
export const OFFICE_ACCESS: Readonly<Record<string, AccessLine>> = {
  'GET /township/:collectiveId': township,
  'GET /township/:collectiveId/arrears': township,
  'GET /township/:collectiveId/asset-watch': township,
  'GET /township/:collectiveId/colours': offices,
  'GET /township/:collectiveId/colours.xlsx': offices,
  'GET /township/:collectiveId/linkage': offices,
  'GET /township/:collectiveId/yields': township,
  'GET /township/:collectiveId/people': township,
  'GET /township/:collectiveId/people/:userId': township,
  'POST /township/:collectiveId/people/:userId': township,
  'GET /villages/:collectiveId/search': booksAndCashier,
  'POST /villages/:collectiveId/search': booksAndCashier,
  'GET /offices/:collectiveId/asset-tables': plansLooked,
  'GET /offices/:collectiveId/packs': rules,
  'GET /offices/:collectiveId/packs/:region/:from': rules,
  'POST /offices/:collectiveId/packs/:region/:from/confirmations': county,
  'POST /offices/:collectiveId/pack-choices': county,
  'GET /offices/:collectiveId/pack-comparison': rules,
  'GET /offices/:collectiveId/goals': offices,
  'GET /offices/:collectiveId/goals/:line': offices,
  'POST /offices/:collectiveId/goals/:line': offices,
  'GET /offices/:collectiveId/due-days/:line': offices,
  'POST /offices/:collectiveId/due-days/:line': offices,
  'GET /offices/:collectiveId/dry-run': plansLooked,
  'GET /offices/:collectiveId/standards': rules,
  'POST /offices/:collectiveId/standards': county,
  'POST /offices/:collectiveId/standards/:id/withdraw': county,
};
