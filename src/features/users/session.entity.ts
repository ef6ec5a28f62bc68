import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A log-in that lasts, a row of the person's office. */
@Entity('sessions')
export class SessionEntity {
  /** The office. */
  @CollectiveColumn()
  collectiveId: string;

  /** SHA-256 of the token; who reads the table cannot log in with it. */
  @KeyColumn('token_hash')
  tokenHash: string;

  @TextColumn('user_id')
  userId: string;

  /** ISO instants in UTC; they compare as text. */
  @TextColumn('started_at')
  startedAt: string;

  @TextColumn('expires_at')
  expiresAt: string;
}
