import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Whose an account is, as the office above said; the last of an account counts. A row of its office. */
@Entity('account_persons')
export class AccountPersonEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  /** From 1 on, for each account. */
  @KeyCountColumn('number')
  number: number;

  /** The same in all accounts of one person, and nothing of him. */
  @TextColumn('person_id')
  personId: string;

  /** The key that sealed the identity number. */
  @TextColumn('key_id')
  keyId: string;

  /** What the number is found by, as those of the roster are. */
  @TextColumn('identity_print')
  identityPrint: string;

  @TextColumn('sealed')
  sealed: string;

  /** Why it was said anew; null of the first. */
  @OptionalTextColumn('why')
  why: string | null;

  @TextColumn('said_by')
  saidBy: string;

  @TextColumn('said_at')
  saidAt: string;
}
