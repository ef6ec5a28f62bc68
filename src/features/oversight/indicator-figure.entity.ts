import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, TextColumn } from '../../platform/database/columns';

/** A figure a document's goal speaks of, or the day something due was done, as an office entered it. */
@Entity('indicator_figures')
export class IndicatorFigureEntity {
  /** The office that entered it. */
  @CollectiveColumn() collectiveId: string;
  /** Counted from 1 in the order of entry. */
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('pack_id') packId: string;
  /** The goal's or the calendar line's id. */
  @TextColumn('line') line: string;
  /** The village or office it is about. */
  @TextColumn('about_id') aboutId: string;
  /** A year, or the month something due is about. */
  @TextColumn('period') period: string;
  /** `value`, `part`, `whole`, `count` and so on; `done_on` of something due. */
  @TextColumn('figure') figure: string;
  @TextColumn('value') value: string;
  @TextColumn('figures_on') figuresOn: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
