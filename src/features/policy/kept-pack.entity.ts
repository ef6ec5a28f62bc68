import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The text of a policy as it stood when something of the collective was judged by it: a plan, a dividend. */
@Entity('kept_packs')
export class KeptPackEntity {
  @CollectiveColumn() collectiveId: string;
  /** SHA-256 in hex of the canonical text: the same a plan keeps. */
  @KeyColumn('digest') digest: string;
  @TextColumn('pack_id') packId: string;
  @TextColumn('canonical') canonical: string;
  @TextColumn('kept_at') keptAt: string;
}
