import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { payFileProblems } from './pay-file-bytes';
import { PayFileLayoutsService } from './pay-file-layouts.service';
import { PayListBankRowsService } from './pay-list-bank-rows.service';
import type { KeptPayList } from './pay-lists.store';

/** A list, and the day that would stand in its file. */
interface Asked {
  readonly kept: KeptPayList;
  readonly day: CalendarDay;
}

/** A bank's form that cannot take a list, and why. */
export interface Misfit {
  readonly layout: PayFileLayout;
  readonly problems: readonly Problem[];
}

/**
 * Whether the banks' forms can take a list. It is asked while the list can still be called back: what was
 * sent stands, and a list that no file can hold would leave its people waiting.
 */
@Injectable()
export class PayFileFitsService {
  constructor(
    private readonly rows: PayListBankRowsService,
    private readonly layouts: PayFileLayoutsService,
  ) {}

  /** The forms that cannot take it; none of cash, which no bank is told of. */
  async listMisfits(db: EntityManager, collectiveId: string, { kept, day }: Asked): Promise<Misfit[]> {
    if (kept.list.channel === 'cash') return [];
    const rows = await this.rows.rowsOf(db, collectiveId, kept);
    const told = await this.rows.toldList(collectiveId, kept, { rows, day });
    return this.layouts
      .listLayouts()
      .map((layout) => ({ layout, problems: payFileProblems(layout, told) }))
      .filter(({ problems }) => problems.length > 0);
  }

  /**
   * Refuses to send what no form can take, by what keeps it from the form that comes nearest.
   * @throws FormProblems `payFile.*`
   */
  async requireOne(db: EntityManager, collectiveId: string, asked: Asked): Promise<void> {
    if (asked.kept.list.channel === 'cash') return;
    const misfits = await this.listMisfits(db, collectiveId, asked);
    // Where every file of a form is wrong there is none to send by, either.
    if (misfits.length < this.layouts.listLayouts().length) return;
    const [nearest] = [...misfits].sort((one, two) => one.problems.length - two.problems.length);
    throw new FormProblems([{ code: 'payFile.noForm', field: 'lines' }, ...(nearest?.problems ?? [])]);
  }
}
