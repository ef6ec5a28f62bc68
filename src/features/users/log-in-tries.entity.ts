import { Entity } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Wrong passwords in a row for one user name; a row of his office, of an unknown name one of the county. */
@Entity('log_in_tries')
export class LogInTriesEntity {
  @CollectiveColumn()
  collectiveId: string;

  /** What the key makes of the name: people type passwords there by mistake. */
  @KeyColumn('name_print')
  namePrint: string;

  @CountColumn('count')
  count: number;

  /** ISO instant in UTC. */
  @TextColumn('last_at')
  lastAt: string;
}
