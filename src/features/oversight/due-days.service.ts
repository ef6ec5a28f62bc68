import { Injectable } from '@nestjs/common';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { type DoneForm, type DuePeriod, duePeriods, readDone } from '../../domain/oversight/due-days';
import { aboutOf } from '../../domain/oversight/goals';
import type { CalendarLine } from '../../domain/policy/duties';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DONE_ON, keepFigures, type KeptFigure, readFiguresOf } from './goal-figures.store';
import { GoalGroundService } from './goal-ground.service';

/** Something a document orders by a day or in a rhythm, with the periods around today. */
export interface ToldDue {
  readonly line: CalendarLine;
  readonly periods: readonly DuePeriod[];
  readonly entered: readonly KeptFigure[];
}

/** What a document wants done by when, and that it was done. */
@Injectable()
export class DueDaysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: GoalGroundService,
  ) {}

  /** Every line of the calendar of the document in force, as this office has done it. */
  async tell(
    officeId: string,
  ): Promise<{ readonly pack: PolicyPack | undefined; readonly lines: readonly ToldDue[] }> {
    const place = await this.ground.placeOf(officeId);
    const { pack } = place;
    if (pack === undefined) return { pack, lines: [] };
    const kept = await readFiguresOf(this.database.reader, [officeId], pack.id);
    const own = pack.calendar.filter(({ level }) => place.aboutsOf(aboutOf(level)).length > 0);
    return { pack, lines: own.map((line) => this.tellLine(line, pack, kept)) };
  }

  /** One line. @throws DomainError `figures.unknownLine` */
  async requireLine(officeId: string, id: string): Promise<ToldDue & { readonly pack: PolicyPack }> {
    const { pack, lines } = await this.tell(officeId);
    const found = lines.find(({ line }) => line.id === id);
    if (pack === undefined || found === undefined) throw new DomainError('figures.unknownLine', { line: id });
    return { pack, ...found };
  }

  /**
   * Keeps that something due was done.
   * @throws FormProblems `form.*`, `calendar.*`; DomainError `figures.unknownLine`
   */
  done(
    at: { readonly officeId: string; readonly line: string },
    form: DoneForm,
    command: Command,
  ): Promise<{ count: number }> {
    const { officeId, line } = at;
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { pack, periods } = await this.requireLine(officeId, line);
        const abouts = periods.map(({ about }) => about);
        refuseProblems(readDone(form, { today: this.clock.today(), abouts }));
        const { aboutMonth: period, doneDay, paper } = form;
        const said = { packId: pack.id, line, aboutId: officeId, period, figuresOn: doneDay };
        const figures = [{ figure: DONE_ON, value: doneDay }];
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        return {
          count: await keepFigures(tx, officeId, { ...said, paper: paper.trim(), figures, ...entered }),
        };
      },
      onceOf(command, 'oversight.done', { line, form }),
    );
  }

  private tellLine(line: CalendarLine, pack: PolicyPack, kept: readonly KeptFigure[]): ToldDue {
    const entered = kept.filter((each) => each.line === line.id && each.figure === DONE_ON);
    const doneOn = new Map<Month, CalendarDay>(entered.map(({ period, value }) => [period, value]));
    const facts = { today: this.clock.today(), since: pack.valid.from, doneOn };
    return { line, periods: duePeriods(line, facts), entered };
  }
}
