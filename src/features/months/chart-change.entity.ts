import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** From which day the books are kept under which chart, with the vouchers that carried the balances over. */
@Entity('chart_changes')
export class ChartChangeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('valid_from') validFrom: string;
  @TextColumn('from_chart') fromChart: string;
  @TextColumn('to_chart') toChart: string;
  @OptionalTextColumn('closing_entry_id') closingEntryId: string | null;
  @OptionalTextColumn('opening_entry_id') openingEntryId: string | null;
  @JsonColumn('choices') choices: Readonly<Record<string, string>>;
  @TextColumn('done_by') doneBy: string;
  @TextColumn('done_at') doneAt: string;
}
