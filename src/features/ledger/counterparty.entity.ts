import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What a counterparty is: a person, a firm or shop, a public office. */
export const COUNTERPARTY_KINDS = ['person', 'organisation', 'office'] as const;
export type CounterpartyKind = (typeof COUNTERPARTY_KINDS)[number];

/** Whom lines of vouchers name. They carry its id, so its name may be mended. */
@Entity('counterparties')
export class CounterpartyEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('kind') kind: CounterpartyKind;
  @TextColumn('name') name: string;
}
