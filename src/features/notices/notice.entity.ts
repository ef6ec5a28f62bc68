import { Entity } from 'typeorm';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import {
  CollectiveColumn,
  CountColumn,
  JsonColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A published sheet: its canonical facts, its digest, its code, its days on the wall. */
@Entity('notices')
export class NoticeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('plan_id') planId: string;
  @CountColumn('year') year: number;
  @CountColumn('number') number: number;
  @CountColumn('version') version: number;
  @TextColumn('code') code: string;
  @TextColumn('digest') digest: string;
  @JsonColumn('data') data: PublishedFacts;
  @TextColumn('published_on') publishedOn: string;
  @TextColumn('publicity_from') publicityFrom: string;
  @TextColumn('publicity_to') publicityTo: string;
}
