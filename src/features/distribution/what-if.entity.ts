import { Entity } from 'typeorm';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Of which kind of plan something is a copy: of a period's distribution, or of a year's. */
export type CopiedKind = 'plan' | 'year_plan';

/** A copy of a plan with other figures, kept under a name: scratch paper that nothing refers to. */
@Entity('what_ifs')
export class WhatIfEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('plan_kind') planKind: CopiedKind;
  @TextColumn('plan_id') planId: string;
  @TextColumn('name') name: string;
  /** What stands in its form, by the name of the field. */
  @JsonColumn('typed') typed: Readonly<Record<string, string>>;
  @TextColumn('kept_by') keptBy: string;
  @TextColumn('kept_at') keptAt: string;
}
