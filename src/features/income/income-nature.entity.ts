import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  KeyColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What income is called under the document of its day, and why a line of it is not followed. */
@Entity('income_natures')
export class IncomeNatureEntity {
  @CollectiveColumn() collectiveId: string;
  /** The id of what fell due. */
  @KeyColumn('income_id') incomeId: string;
  @TextColumn('pack_id') packId: string;
  /** A word of the document, or that it is none of them; null where nobody has said it. */
  @OptionalTextColumn('kind') kind: string | null;
  /** How the asset earns it, in the document's words. */
  @OptionalTextColumn('mode') mode: string | null;
  /** All that its paper says was paid; null where that is what was booked. */
  @OptionalFenColumn('paper_fen') paper: bigint | null;
  @OptionalTextColumn('reason') reason: string | null;
  @TextColumn('entry_id') entryId: string;
}
