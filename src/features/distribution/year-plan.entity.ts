import { Entity } from 'typeorm';
import type { KeptGround } from '../../domain/distribution/plan-ground';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import type { YearBasis } from '../../domain/distribution/year-plan';
import type { YearPlanState } from '../../domain/distribution/year-plan-states';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalCountColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What a pool's money of a year is to be used for, once for each revision. */
@Entity('year_plans')
export class YearPlanEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('pool') pool: 'pv' | 'other';
  @CountColumn('year') year: number;
  @CountColumn('revision') revision: number;
  @TextColumn('state') state: YearPlanState;
  @TextColumn('pack_id') packId: string;
  @TextColumn('pack_digest') packDigest: string;
  @TextColumn('route_id') routeId: string;
  /** The text of its route, kept when it was submitted. */
  @OptionalTextColumn('route_text') routeText: string | null;
  @TextColumn('drafted_by') draftedBy: string;
  @TextColumn('drafted_on') draftedOn: string;
  @TextColumn('drafted_at') draftedAt: string;
  /** The numbers it is judged by beside the document's. */
  @JsonColumn('numbers') numbers: readonly PlanNumber[];
  /** What it is judged on: this pool's year as expected, with other pools' of the same rules. */
  @JsonColumn('ground') ground: KeptGround;
  /** Reasons where a rule asks for one, by the check's key. */
  @JsonColumn('reasons') reasons: Readonly<Record<string, string>>;
  /** Why a decided plan of the year is revised; blank where none was. */
  @TextColumn('reason') changeWhy: string;
  /** The keeper's proposal from which it was drafted. */
  @OptionalTextColumn('proposal_id') proposalId: string | null;
  /** What the approvers approve; set when it is submitted. */
  @OptionalTextColumn('digest') digest: string | null;
}

/** A line of a yearly plan: expected money or a cost, a use, what is kept back. */
@Entity('year_plan_lines')
export class YearPlanLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @KeyCountColumn('line_number') lineNumber: number;
  @TextColumn('part') part: 'money' | 'use' | 'reserve';
  /** Where money comes from or the kind of a cost; the use by the pack. */
  @TextColumn('code') code: string;
  @TextColumn('for_what') forWhat: string;
  @OptionalCountColumn('beneficiaries') people: number | null;
  @OptionalFenColumn('standard_fen') standard: bigint | null;
  @OptionalCountColumn('months') months: number | null;
  /** What the books proposed of expected money; nothing where they told nothing of it. */
  @OptionalFenColumn('proposed_fen') proposed: bigint | null;
  @TextColumn('basis') basis: YearBasis | '';
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') why: string;
}
