import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';
import type { MoneyStream } from '../../domain/income/kept-slip';

/** A stream of a kept station's slip that was too little to be split, and waits for a later one. */
@Entity('joint_unsplit')
export class JointUnsplitEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('stream') stream: MoneyStream;
  @FenColumn('amount_fen') amount: bigint;
}

/** What of it an owner got with a later slip; it stands as long as that slip does. */
@Entity('joint_releases')
export class JointReleaseEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('stream') stream: MoneyStream;
  /** By the share table of the slip that waited. */
  @KeyColumn('owner') owner: string;
  @KeyColumn('released_by') releasedBy: string;
  /** Into whose part of the later slip it went. */
  @TextColumn('holder') holder: string;
  @FenColumn('amount_fen') amount: bigint;
}
