import { Entity } from 'typeorm';
import type { KeptGround } from '../../domain/distribution/plan-ground';
import type { PlanState } from '../../domain/distribution/plan-states';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  CountColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/**
 * The figures a plan was drafted on; fen as digits. A plan whose figures moved since cannot be submitted or
 * approved.
 */
export interface PlanFigures {
  readonly carriedOver: string;
  readonly received: string;
  readonly deducted: string;
  readonly distributable: string;
  readonly planned: string;
  readonly leftOver: string;
}

/** The forms in which the digest of a plan was ever taken. */
export type PlanForm = 'plan/1' | 'plan/2' | 'plan/3' | 'plan/4';

/**
 * The distribution of a pool's period. Drafted, submitted, decided; never edited, only voided and drafted
 * anew.
 */
@Entity('plans')
export class PlanEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('period_from') periodFrom: string;
  @TextColumn('period_to') periodTo: string;
  @CountColumn('revision') revision: number;
  @TextColumn('state') state: PlanState;
  @TextColumn('pack_id') packId: string;
  @TextColumn('pack_digest') packDigest: string;
  @TextColumn('route_id') routeId: string;
  @TextColumn('drafted_by') draftedBy: string;
  /** The day of drafting, in the office's calendar. */
  @TextColumn('drafted_on') draftedOn: string;
  @TextColumn('drafted_at') draftedAt: string;
  @JsonColumn('statement') figures: PlanFigures;
  /** Reasons the village wrote where a rule asked for one, by rule. */
  @JsonColumn('reasons') reasons: Readonly<Record<string, string>>;
  @TextColumn('left_over_note') leftOverNote: string;
  /** What the approvers approve; set when the plan is submitted. */
  @OptionalTextColumn('digest') digest: string | null;
  /**
   * The form its digest is taken in: `plan/1` knew no ground and no numbers, `plan/2` no
   * reserves, `plan/3` not the text of its route, of which it took meetings and reviews alone.
   */
  @TextColumn('form') form: PlanForm;
  /** What the books said of its period and year when it was drafted. */
  @JsonColumn('ground') ground: KeptGround | null;
  /** The text of its route, kept when it was submitted. */
  @OptionalTextColumn('route_text') routeText: string | null;
}
