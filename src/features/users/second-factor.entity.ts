import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** A telephone that reckons codes for somebody; a row of his office. */
@Entity('second_factors')
export class SecondFactorEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  /** From 1 on, for each account. */
  @KeyCountColumn('number')
  number: number;

  /** The key that sealed the secret. */
  @TextColumn('key_id')
  keyId: string;

  @TextColumn('sealed')
  sealed: string;

  @TextColumn('begun_at')
  begunAt: string;
}

/** A code for the day on which the telephone is lost, as its hash. */
@Entity('second_factor_codes')
export class SecondFactorCodeEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  @KeyCountColumn('number')
  number: number;

  @KeyCountColumn('place')
  place: number;

  @TextColumn('code_hash')
  codeHash: string;
}

/** The end of a second factor, by the person himself or by the office above, with its reason. */
@Entity('second_factor_ends')
export class SecondFactorEndEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  @KeyCountColumn('number')
  number: number;

  @TextColumn('ended_by')
  endedBy: string;

  @TextColumn('ended_at')
  endedAt: string;

  @TextColumn('reason')
  reason: string;
}

/** A code that was spent: of a step of the clock, or one of those for a lost telephone. */
@Entity('second_factor_uses')
export class SecondFactorUseEntity {
  @CollectiveColumn()
  collectiveId: string;

  @KeyColumn('user_id')
  userId: string;

  @KeyCountColumn('number')
  number: number;

  /** `step 59000000` or `code 3`. */
  @KeyColumn('spent')
  spent: string;

  @TextColumn('spent_at')
  spentAt: string;
}
