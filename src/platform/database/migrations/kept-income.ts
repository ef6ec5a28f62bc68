import { borneCostMigrations } from './borne-costs.migrations';
import { custodyMigrations } from './custodies.migrations';
import { custodyBearersMigrations } from './custody-bearers.migrations';
import { custodyCostMigrations } from './custody-costs.migrations';
import { subsidyNoteWithdrawalMigrations } from './subsidy-note-withdrawals.migrations';

/** What stands beside income since: notes about a subsidy taken back, and what is kept for other owners. */
export const keptIncomeMigrations = [
  ...subsidyNoteWithdrawalMigrations,
  ...custodyMigrations,
  ...custodyBearersMigrations,
  ...custodyCostMigrations,
  ...borneCostMigrations,
];
