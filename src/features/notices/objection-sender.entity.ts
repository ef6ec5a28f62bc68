import { Entity } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** How many objections to a sheet came from somewhere today; it names neither the sheet nor the place. */
@Entity('objection_senders')
export class ObjectionSenderEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('sender_print') senderPrint: string;
  @TextColumn('counted_on') countedOn: string;
  @CountColumn('count') count: number;
}
