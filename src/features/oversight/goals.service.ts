import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay } from '../../domain/calendar/calendar-day';
import { plainYuan } from '../../domain/money/fen';
import type { Band, BandRow, Goal } from '../../domain/policy/duties';
import { bandOf } from '../../domain/policy/judge-duties';
import { judgeGoal } from '../../domain/policy/judge';
import type { PolicyPack } from '../../domain/policy/pack';
import {
  aboutOf,
  askedOf,
  goalFacts,
  type GoalOutcome,
  type FiguresForm,
  figuresOf,
  readFigures,
  togetherOf,
  yearOfGoal,
} from '../../domain/oversight/goals';
import { type BooksSay, restAgainst, saidAgainst, UNTOLD } from '../../domain/oversight/books-say';
import { statedProblems } from '../../domain/oversight/stated-figures';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { GoalGroundService, type GoalPlace } from './goal-ground.service';
import { keepFigures, type KeptFigure, lastOf, readFiguresOf, standingFigures } from './goal-figures.store';

/** A figure with where it comes from: the books, or what an office entered. */
export interface ToldFigure {
  readonly figure: string;
  readonly year: number;
  readonly value: string | undefined;
  readonly entered: KeptFigure | undefined;
  /** Between what the books see it where they do not know it to the fen. */
  readonly bounds: { readonly least: string | undefined; readonly most: string | undefined };
}

/** How a goal stands about one village or office. */
export interface GoalAbout {
  readonly id: string;
  readonly name: string;
  readonly outcome: GoalOutcome;
  readonly figures: readonly ToldFigure[];
}

/** A goal with everything it is about. */
export interface ToldGoal {
  readonly goal: Goal;
  readonly year: number;
  readonly outcome: GoalOutcome;
  readonly abouts: readonly GoalAbout[];
  /** Everything that was entered of it, corrected or not, the oldest first. */
  readonly entered: readonly KeptFigure[];
}

/** What a village's books have of a figure of the office above it. */
export type VillagePart = Omit<GoalAbout, 'outcome'>;

/** Measures of an office to which the figures of its villages add up. */
const ADDED_UP: readonly string[] = ['awards_paid', 'posts'];

/** The goals of the document in force for an office. */
export interface OfficeGoals {
  /** Undefined where no document is in force, or nobody has chosen between two. */
  readonly pack: PolicyPack | undefined;
  readonly goals: readonly ToldGoal[];
  readonly bands: readonly ToldBand[];
}

/** A ladder of income with how many villages stand on each step. */
export interface ToldBand {
  readonly band: Band;
  readonly year: number;
  readonly rows: readonly (Pick<BandRow, 'from' | 'to' | 'wanted'> & { readonly count: number })[];
  /** Villages whose books do not know that year. */
  readonly unknown: number;
}

/** Goals that a document sets, judged by what the books know and offices enter. They stop nothing. */
@Injectable()
export class GoalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: GoalGroundService,
  ) {}

  /** Every goal of the document in force. @param year of goals that name none */
  async tell(officeId: string, year: number, db: EntityManager = this.database.reader): Promise<OfficeGoals> {
    const place = await this.ground.placeOf(officeId);
    const { pack } = place;
    if (pack === undefined) return { pack, goals: [], bands: [] };
    const kept = await readFiguresOf(db, place.officeIds, pack.id);
    const goals: ToldGoal[] = [];
    const own = pack.goals.filter(({ level }) => place.aboutsOf(aboutOf(level)).length > 0);
    for (const goal of own)
      goals.push(await this.tellGoal(goal, yearOfGoal(goal, year), { place, pack, kept }));
    const bands: ToldBand[] = [];
    for (const band of pack.bands) bands.push(await this.tellBand(band, band.year ?? year, place));
    return { pack, goals, bands };
  }

  /** One goal. @throws DomainError `figures.unknownLine` */
  async requireGoal(
    officeId: string,
    line: string,
    year: number,
  ): Promise<ToldGoal & { readonly pack: PolicyPack; readonly villages: readonly VillagePart[] }> {
    const { place, pack, goal } = await this.requireLine(officeId, line);
    const kept = await readFiguresOf(this.database.reader, place.officeIds, pack.id);
    const of = yearOfGoal(goal, year);
    const told = await this.tellGoal(goal, of, { place, pack, kept });
    return { pack, ...told, villages: await this.villagesOf(goal, of, { place, pack }) };
  }

  /** What of an office's figures the books of each village have; nothing where theirs do not add up to it. */
  private async villagesOf(
    goal: Goal,
    year: number,
    { place, pack }: { readonly place: GoalPlace; readonly pack: PolicyPack },
  ): Promise<VillagePart[]> {
    if (aboutOf(goal.level) !== 'office' || !ADDED_UP.includes(goal.measure)) return [];
    const aboutIds = place.villages.map(({ id }) => id);
    const said = await this.ground.reckon(goal.measure, { place, pack, years: [year], aboutIds });
    return place.villages.flatMap(({ id, name }) => {
      const books = said.get(year)?.get(id) ?? UNTOLD;
      const own = askedOf(goal).filter((figure) => books.exact[figure] !== undefined);
      const figures = own.map((figure) => toldFigure({ figure, year, typed: undefined }, books));
      return figures.length === 0 ? [] : [{ id, name, figures }];
    });
  }

  /**
   * Keeps figures of a goal; later ones of the same correct them.
   * @throws FormProblems `figures.*`, `form.*`, `calendar.*`, `policy.ruleBroken`; DomainError
   *   `figures.unknownLine`
   */
  enter(
    at: { readonly officeId: string; readonly line: string },
    form: FiguresForm,
    command: Command,
  ): Promise<{ count: number }> {
    const { officeId, line } = at;
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { place, pack, goal } = await this.requireLine(officeId, line);
        const abouts = place.aboutsOf(aboutOf(goal.level)).map(({ id }) => id);
        const year = Number(form.year);
        const known = abouts.includes(form.aboutId)
          ? await this.knownOf(goal, { place, pack, year, aboutId: form.aboutId })
          : UNTOLD;
        const kept = await readFiguresOf(tx, place.officeIds, pack.id);
        const standing = standingFigures(kept, { line, aboutId: form.aboutId, period: form.year });
        const facts = { goal, today: this.clock.today(), abouts, known, standing };
        const { figures, problems } = readFigures(form, facts);
        refuseProblems([...problems, ...statedProblems(pack, figures, known)]);
        const { aboutId, figuresOn, paper } = form;
        const said = { packId: pack.id, line, aboutId, period: form.year, figuresOn, paper: paper.trim() };
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        return { count: await keepFigures(tx, officeId, { ...said, figures, ...entered }) };
      },
      onceOf(command, 'oversight.figures', { line, form }),
    );
  }

  private async knownOf(
    { measure }: Goal,
    at: {
      readonly place: GoalPlace;
      readonly pack: PolicyPack;
      readonly year: number;
      readonly aboutId: string;
    },
  ): Promise<BooksSay> {
    const { year, aboutId, ...of } = at;
    const said = await this.ground.reckon(measure, { ...of, years: [year], aboutIds: [aboutId] });
    return said.get(year)?.get(aboutId) ?? UNTOLD;
  }

  private async requireLine(
    officeId: string,
    line: string,
  ): Promise<{ readonly place: GoalPlace; readonly pack: PolicyPack; readonly goal: Goal }> {
    const place = await this.ground.placeOf(officeId);
    const goal = place.pack?.goals.find(({ id }) => id === line);
    if (place.pack === undefined || goal === undefined)
      throw new DomainError('figures.unknownLine', { line });
    return { place, pack: place.pack, goal };
  }

  private async tellBand(band: Band, year: number, place: GoalPlace): Promise<ToldBand> {
    const incomes = await this.ground.listIncomes(place, year);
    const known = incomes.flatMap((income) => income ?? []);
    const steps = known.map((income) => bandOf(band, plainYuan(income))?.from);
    const rows = band.rows.map(({ from, to, wanted }) => {
      return { from, to, wanted, count: steps.filter((step) => step === from).length };
    });
    return { band, year, rows, unknown: incomes.length - known.length };
  }

  private async tellGoal(
    goal: Goal,
    year: number,
    {
      place,
      pack,
      kept,
    }: { readonly place: GoalPlace; readonly pack: PolicyPack; readonly kept: readonly KeptFigure[] },
  ): Promise<ToldGoal> {
    const entered = kept.filter(({ line }) => line === goal.id);
    const abouts: GoalAbout[] = [];
    const own = place.aboutsOf(aboutOf(goal.level));
    const aboutIds = own.map(({ id }) => id);
    const books = await this.ground.reckon(goal.measure, { place, pack, years: [year, year - 1], aboutIds });
    for (const { id, name } of own) {
      const told = (figure: string, of: number): ToldFigure => {
        const typed = lastOf(entered, { line: goal.id, aboutId: id, period: String(of), figure });
        const own = books.get(of)?.get(id) ?? UNTOLD;
        const found = toldFigure({ figure, year: of, typed }, own);
        if (figure !== 'part') return found;
        // A part beside whose whole the books see more outside of it than it leaves is none that counts.
        const against = restAgainst(own, { part: found.value, whole: told('whole', of).value });
        return against === undefined ? found : { ...found, value: undefined };
      };
      const facts = goalFacts(goal, year, (figure, of) => told(figure, of).value);
      abouts.push({
        id,
        name,
        outcome: judgeGoal(pack, goal, { facts }),
        figures: figuresTold(goal, year, told),
      });
    }
    return { goal, year, outcome: togetherOf(abouts.map(({ outcome }) => outcome)), abouts, entered };
  }
}

/** A figure as the books have it, else as it was typed; not where the books have come to say otherwise. */
function toldFigure(
  of: { readonly figure: string; readonly year: number; readonly typed: KeptFigure | undefined },
  books: BooksSay,
): ToldFigure {
  const { figure, year, typed } = of;
  const bounds = { least: books.least[figure], most: books.most[figure] };
  const known = books.exact[figure];
  if (known !== undefined) return { figure, year, value: known, entered: undefined, bounds };
  const against = typed === undefined ? undefined : saidAgainst(books, figure, typed.value);
  return { figure, year, value: against === undefined ? typed?.value : undefined, entered: typed, bounds };
}

/** The figures of the year, and those of the year before where the goal or a comparison speaks of them. */
function figuresTold(
  goal: Goal,
  year: number,
  told: (figure: string, year: number) => ToldFigure,
): ToldFigure[] {
  const comparesYears = figuresOf(goal).some((name) => name.endsWith('last'));
  const before =
    comparesYears || goal.need.length === 0 ? askedOf(goal).map((name) => told(name, year - 1)) : [];
  const shown = before.filter(({ value }) => comparesYears || value !== undefined);
  return [...askedOf(goal).map((name) => told(name, year)), ...shown];
}

/** The year that is looked at where none is named: the last full one. */
export function usualYear(today: CalendarDay): number {
  return Number(today.slice(0, 4)) - 1;
}
