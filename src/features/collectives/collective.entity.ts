import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, JsonColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** Whom villagers ask: printed on every sheet. */
export interface Contact {
  readonly id: string;
  readonly body: string;
  readonly phone: string;
  readonly place?: string;
  /** The officer in charge, by the name the office publishes; printed, but outside every hashed fact. */
  readonly officer?: string;
}

/**
 * A collective: a village's, or an office above it. A reference table: rarely written, pointed to by every
 * book.
 */
@Entity('collectives')
export class CollectiveEntity {
  @PrimaryColumn({ name: 'id', type: 'varchar' }) id: string;
  @OptionalTextColumn('parent_id') parentId: string | null;
  @TextColumn('kind') kind: 'county' | 'township' | 'village';
  @TextColumn('name') name: string;
  /** The body that issues notices, for example the village's share cooperative. */
  @TextColumn('organisation_name') organisationName: string;
  /** Region codes by GB/T 2260, nearest first; the policy pack is chosen along it. */
  @JsonColumn('region_path') regionPath: string[];
  /** The word before a notice's year and number. */
  @TextColumn('notice_label') noticeLabel: string;
  @OptionalTextColumn('route_id') routeId: string | null;
  @JsonColumn('contacts') contacts: Contact[];
  /**
   * 1 where the collective belongs to a demo, 2 while that demo is being told: its database is marked as one
   * for ever.
   */
  @CountColumn('made_up') madeUp: number;
}
