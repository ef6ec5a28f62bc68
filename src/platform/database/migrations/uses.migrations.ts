import { aidNoteWithdrawalMigrations } from './aid-note-withdrawals.migrations';
import { aidMigrations } from './aid.migrations';
import { industryReturnMigrations } from './industry-returns.migrations';
import { industryMigrations } from './industry.migrations';
import { stateAidMigrations } from './state-aid.migrations';
import { useEndMigrations } from './use-ends.migrations';

// Why: what a plan gives was owed as one sum; it is owed by parts now, each with its own tables: lists of
// rewards and subsidies, stages of industry. What governments pay beside them is no claim.

/** The tables of the parts by which claims are owed, in their order. */
export const usesMigrations = [
  ...aidMigrations,
  ...industryMigrations,
  ...stateAidMigrations,
  ...useEndMigrations,
  ...industryReturnMigrations,
  ...aidNoteWithdrawalMigrations,
] as const;
