import { Entity } from 'typeorm';
import type { CutKind } from '../../domain/income/subsidy-cut';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What of a station and month's subsidy did not come, and what becomes of it. */
@Entity('subsidy_cuts')
export class SubsidyCutEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('receivable_id') receivableId: string;
  @TextColumn('kind') kind: CutKind;
  @TextColumn('cut_on') cutOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('paper') paper: string;
  @TextColumn('reason') reason: string;
  /** The voucher that wrote it off; null where it is owed on. */
  @OptionalTextColumn('entry_id') entryId: string | null;
  /** The cut of the station's keeper of which this is the own part; null where it was noted here. */
  @OptionalTextColumn('keepers_cut') keepersCut: string | null;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}

/** That a note on subsidy that is owed on does not hold, and why. */
@Entity('subsidy_note_withdrawals')
export class SubsidyNoteWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('note_id') noteId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
