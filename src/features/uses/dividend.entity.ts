import { Entity } from 'typeorm';
import type { LocalNumbers } from '../../domain/policy/pack';
import type { SharedPool } from '../../domain/uses/dividend';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What members are to be given of a pool, by the roll of shares of a day. */
@Entity('dividend_rounds')
export class DividendRoundEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('round_number') roundNumber: number;
  @TextColumn('pool') pool: SharedPool;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('roll_on') rollOn: string;
  @CountColumn('holders') holders: number;
  /** The numbers of the rounds whose running total it goes on from. */
  @JsonColumn('counted') counted: readonly number[];
  @TextColumn('why') why: string;
  @TextColumn('paper') paper: string;
  @TextColumn('route_id') routeId: string;
  @TextColumn('digest') digest: string;
  @TextColumn('entered_on') enteredOn: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What one holder gets of a round. */
@Entity('dividend_lines')
export class DividendLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('round_id') roundId: string;
  /** Id of the household or member. */
  @KeyColumn('holder_id') holderId: string;
  @CountColumn('line_number') lineNumber: number;
  @CountColumn('holding_number') holdingNumber: number;
  @CountColumn('share_hundredths') hundredths: number;
  @FenColumn('before_fen') before: bigint;
  @FenColumn('amount_fen') amount: bigint;
  /** 1 where an odd fen is in it. */
  @CountColumn('odd_fen') oddFen: number;
}

/** That a round is not gone on with, and why. */
@Entity('dividend_drops')
export class DividendDropEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('round_id') roundId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a round was given, and what it was judged by. */
@Entity('dividend_givings')
export class DividendGivingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('round_id') roundId: string;
  @TextColumn('entry_id') entryId: string;
  /** The day of the village body's decision, whose rules hold. */
  @TextColumn('decided_on') decidedOn: string;
  @TextColumn('pack_id') packId: string;
  @TextColumn('pack_digest') packDigest: string;
  @CountColumn('households') households: number;
  @FenColumn('distributable_fen') distributable: bigint;
  @JsonColumn('judged') judged: readonly { readonly rule: string; readonly outcome: string }[];
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The numbers that the document of a round left open, as they were when it was given. */
@Entity('dividend_grounds')
export class DividendGroundEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('round_id') roundId: string;
  /** By the ids of the document. */
  @JsonColumn('numbers') numbers: LocalNumbers;
}

export const DIVIDEND_TABLES = [
  DividendRoundEntity,
  DividendLineEntity,
  DividendDropEntity,
  DividendGivingEntity,
  DividendGroundEntity,
] as const;
