import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  KeyCountColumn,
  TextColumn,
} from '../../platform/database/columns';
import type { HeldRole } from '../../platform/http/actor';

/** What was done with an account. */
export type AccountAct = 'made' | 'ended' | 'password' | 'ownPassword' | 'roles';

/** What was done with an account, by whom; a row of the person's office, never changed. */
@Entity('account_events')
export class AccountEventEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  /** From 1 on, for each account. */
  @KeyCountColumn('number')
  number: number;

  @TextColumn('act')
  act: AccountAct;

  /** The user's id; `command` where a command of the machine did it. */
  @TextColumn('done_by')
  doneBy: string;

  @TextColumn('done_at')
  doneAt: string;

  /** What the person was before: roles are taken with an account that ends. */
  @JsonColumn('roles_before')
  rolesBefore: readonly HeldRole[];

  /** What the person is from now on. */
  @JsonColumn('roles')
  roles: readonly HeldRole[];
}
