import { Entity, PrimaryColumn } from 'typeorm';
import type { Decision, Finding, LineDecision, StocktakingLine } from '../../domain/assets/stocktaking';
import type { LineMatch } from '../../domain/assets/stocktaking-match';
import type { StocktakingWithdrawal } from '../../domain/assets/stocktaking-texts';
import type { Fen } from '../../domain/money/fen';
import {
  CollectiveColumn,
  KeyColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A day on which people went and looked at every asset. */
@Entity('stocktakings')
export class StocktakingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('counted_on') countedOn: string;
  @TextColumn('counted_by') countedBy: string;
  @TextColumn('watched_by') watchedBy: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
  @TextColumn('digest') digest: string;
}

/** What was found of one asset, or what was found and is in no register. */
@Entity('stocktaking_lines')
export class StocktakingLineEntity implements StocktakingLine {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('stocktaking_id') stocktakingId: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line: number;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @TextColumn('name') name: string;
  @TextColumn('finding') finding: Finding | 'unlisted';
  @TextColumn('remark') remark: string;
  @OptionalFenColumn('cost_fen') cost: Fen | null;
  @OptionalFenColumn('book_fen') book: Fen | null;
}

/** That a stocktaking counts no more. */
@Entity('stocktaking_withdrawals')
export class StocktakingWithdrawalEntity implements StocktakingWithdrawal {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('stocktaking_id') stocktakingId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
  @TextColumn('digest') digest: string;
}

/** What was decided about a difference. */
@Entity('stocktaking_decisions')
export class StocktakingDecisionEntity implements LineDecision {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('stocktaking_id') stocktakingId: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line: number;
  @TextColumn('decision') decision: Decision;
  @TextColumn('reason') reason: string;
  @TextColumn('decided_by') decidedBy: string;
  @TextColumn('decided_at') decidedAt: string;
  @TextColumn('digest') digest: string;
}

/** Which asset of the register a find turned out to be. */
@Entity('stocktaking_matches')
export class StocktakingMatchEntity implements LineMatch {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('stocktaking_id') stocktakingId: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line: number;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('matched_by') matchedBy: string;
  @TextColumn('matched_at') matchedAt: string;
  @TextColumn('digest') digest: string;
}
