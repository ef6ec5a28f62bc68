import { Entity, PrimaryColumn } from 'typeorm';
import type { FundLevel } from '../../domain/assets/asset';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** That an owner's part of a kept station grew or shrank in his books, by a voucher. */
@Entity('share_transfers')
export class ShareTransferEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('happened_on') happenedOn: string;
  /** The first day of the table, and the part it gives. */
  @TextColumn('share_since') since: string;
  @TextColumn('share') share: string;
  /** What the asset cost in the books before and after, improvements with it. */
  @FenColumn('from_fen') from: bigint;
  @FenColumn('to_fen') to: bigint;
  /** What of accumulated depreciation came, below zero where it went. */
  @FenColumn('accumulated_fen') accumulated: bigint;
  @TextColumn('paper') paper: string;
  /** How many terms of depreciation had been entered by then. */
  @CountColumn('terms_before') termsBefore: number;
  @TextColumn('entry_id') entryId: string;
}

/** A fund that the register had of the asset before the transfer. */
@Entity('share_transfer_funds')
export class ShareTransferFundEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('transfer_id') transferId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber: number;
  @TextColumn('level') level: FundLevel;
  @CountColumn('year') year: number;
  @FenColumn('amount_fen') amount: bigint;
}
