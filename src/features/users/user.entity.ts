import { Entity } from 'typeorm';
import { JsonColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';
import type { HeldRole } from '../../platform/http/actor';

/** A person who may log in. Users are few and belong to no book: a reference table. */
@Entity('users')
export class UserEntity {
  @KeyColumn()
  id: string;

  @TextColumn('username')
  username: string;

  @TextColumn('display_name')
  displayName: string;

  /** Argon2id with its salt and costs; never the password. */
  @TextColumn('password_hash')
  passwordHash: string;

  /** The collective the person works in. */
  @TextColumn('office_id')
  officeId: string;

  /** What the person was before roles had days; of who came later nothing. Read by nobody any more. */
  @JsonColumn('roles')
  undatedRoles: HeldRole[];

  /** ISO instant from which the person logs in no more. */
  @OptionalTextColumn('ended_at')
  endedAt: string | null;

  /** ISO instant since which the password is one that somebody else set. */
  @OptionalTextColumn('change_due_at')
  changeDueAt: string | null;

  /** Hashes of the last passwords before this one, a line each, the newest first. */
  @OptionalTextColumn('past_passwords')
  pastPasswords: string | null;
}
