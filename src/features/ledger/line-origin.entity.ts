import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The day on which a debt arose that the books began with, beside its line. */
@Entity('line_origins')
export class LineOriginEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber: number;
  @TextColumn('arose_on') aroseOn: string;
}
