import { Entity } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** Of how many people a body of a village is from a day on, by the roll that its township has. */
@Entity('body_sizes')
export class BodySizeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyCountColumn('roll_number') number: number;
  /** Code of the body, as in a route. */
  @TextColumn('body') body: string;
  @CountColumn('size') size: number;
  @TextColumn('from_on') fromOn: string;
  /** The roll: its title or number. */
  @TextColumn('paper') paper: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
