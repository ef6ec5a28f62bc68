import { Injectable } from '@nestjs/common';
import { judgeCalendar } from '../../domain/policy/judge-duties';
import type { PolicyPack } from '../../domain/policy/pack';
import { aboutOf, askedOf, asTold, standsFor } from '../../domain/oversight/goals';
import type { Goal } from '../../domain/policy/duties';
import {
  aboutsText,
  bandText,
  bandUnknownText,
  dueText,
  figureText,
  shownText,
  standsForText,
} from '../../glossary/goal-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { goalPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import { groupedDecimal } from '../../platform/views/decimal-text';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { DueDaysService, type ToldDue } from './due-days.service';
import type { DueDaysPageProps, EnteredRow, GoalPageProps } from './goal.pages';
import { DONE_ON, type KeptFigure } from './goal-figures.store';
import type { BandRow, DueRow, GoalRow, GoalsPageProps } from './goals.pages';
import {
  type GoalAbout,
  GoalsService,
  type ToldBand,
  type ToldFigure,
  type ToldGoal,
  usualYear,
} from './goals.service';

const DUE_SHAPES: Readonly<Record<ReturnType<typeof judgeCalendar>, GlyphState>> = {
  in_time: 'done',
  late: 'attention',
  open: 'todo',
  not_due: 'todo',
};
const BY_URGENCY = ['missed', 'undecided', 'met', 'shown'];
/** How many years a page leads to. */
const SHOWN_YEARS = 4;

/** The pages of a document's goals and days. */
@Injectable()
export class GoalsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly goals: GoalsService,
    private readonly due: DueDaysService,
    private readonly clock: Clock,
  ) {}

  /** Every goal, those that are missed first, and everything due. */
  async listPage(visit: PageVisit, officeId: string, asked?: string): Promise<GoalsPageProps> {
    const year = this.yearOf(asked);
    const { pack, goals, bands } = await this.goals.tell(officeId, year);
    const { lines } = await this.due.tell(officeId);
    const rows = pack === undefined ? [] : goals.map((goal) => goalRow(pack, officeId, goal));
    return {
      frame: await this.frameOf(visit, officeId),
      year: String(year),
      years: this.yearTabs(officeId, year),
      document: pack === undefined ? undefined : widePunctuation(pack.source.title),
      goals: rows.sort((one, other) => BY_URGENCY.indexOf(one.outcome) - BY_URGENCY.indexOf(other.outcome)),
      bands: pack === undefined ? [] : bands.map((band) => bandRow(pack, band)),
      due: pack === undefined ? [] : lines.map((line) => dueRow(pack, officeId, line)),
    };
  }

  /** One goal. @throws DomainError `figures.unknownLine` */
  async goalPage(
    visit: PageVisit,
    at: { readonly officeId: string; readonly line: string; readonly year?: string | undefined },
    form?: FormState,
  ): Promise<GoalPageProps> {
    const { officeId, line } = at;
    const told = await this.goals.requireGoal(officeId, line, this.yearOf(at.year));
    const { pack, goal, year, outcome, abouts } = told;
    const known = knownOf(abouts);
    const opens = isTownship(visit) && aboutOf(goal.level) === 'villages';
    const [only] = abouts;
    const about = abouts.length === 1 ? only?.id : undefined;
    return {
      frame: await this.frameOf(visit, officeId),
      ...{ says: widePunctuation(goal.says), clause: citedClause(pack, goal.cite), year: String(year) },
      ...{ outcome, word: labelOf(`goalOutcome.${outcome}`) },
      abouts: abouts.map((each) => ({
        ...{ name: each.name, outcome: each.outcome, word: labelOf(`goalOutcome.${each.outcome}`) },
        figures: each.figures.map((figure) => toldText(goal, figure)),
        href: opens ? listHrefOf(goal.measure, each.id) : undefined,
      })),
      villages: told.villages.map(({ name, figures }) => ({
        name,
        figures: figures.map((each) => toldText(goal, each)),
      })),
      asked: askedOf(goal)
        .filter((name) => !known.has(name))
        .map((name) => ({
          name,
          label: labelOf(`matterFact.${name}`),
          hint: standsForText(goal.level, standsFor(goal)),
        })),
      places: abouts.map(({ id, name }) => ({ value: id, label: name })),
      entered: told.entered.map((each) => enteredRow(each, abouts)).reverse(),
      form: form ?? filledForm({ aboutId: about, year: String(year), figuresOn: this.clock.today() }),
      action: goalPaths.goal(officeId, line),
      listHref: goalPaths.list(officeId, String(year)),
    };
  }

  /** One thing due. @throws DomainError `figures.unknownLine` */
  async duePage(
    visit: PageVisit,
    at: { readonly officeId: string; readonly line: string },
    form?: FormState,
  ): Promise<DueDaysPageProps> {
    const { pack, line, periods, entered } = await this.due.requireLine(at.officeId, at.line);
    const open = periods.find(({ doneOn }) => doneOn === undefined);
    const names = [{ id: at.officeId, name: '' }];
    return {
      frame: await this.frameOf(visit, at.officeId),
      ...{ says: widePunctuation(line.says), clause: citedClause(pack, line.cite) },
      periods: periods.map(periodText),
      months: periods.map(({ about }) => ({ value: about, label: about })),
      entered: entered.map((each) => ({ ...enteredRow(each, names), name: each.period })).reverse(),
      form: form ?? filledForm({ aboutMonth: open?.about, doneDay: this.clock.today() }),
      action: goalPaths.due(at.officeId, at.line),
      listHref: goalPaths.list(at.officeId),
    };
  }

  private frameOf(visit: PageVisit, officeId: string) {
    const section = isTownship(visit) ? 'township' : 'packs';
    return this.desk.frameOf(visit, { collectiveId: officeId, section });
  }

  private yearOf(asked: string | undefined): number {
    return asked === undefined || asked === '' ? usualYear(this.clock.today()) : Number(asked);
  }

  private yearTabs(officeId: string, shown: number): GoalsPageProps['years'] {
    const running = usualYear(this.clock.today()) + 1;
    const years = Array.from({ length: SHOWN_YEARS }, (_, back) => running - back).reverse();
    const all = years.includes(shown) ? years : [shown, ...years];
    return all.map((year) => ({
      ...{ name: String(year), href: goalPaths.list(officeId, String(year)), isShown: year === shown },
    }));
  }
}

function isTownship({ actor }: PageVisit): boolean {
  return actor.roles.some(({ role }) => role === 'township');
}

function goalRow(pack: PolicyPack, officeId: string, told: ToldGoal): GoalRow {
  const { goal, year, outcome } = told;
  return {
    ...{ outcome, word: labelOf(`goalOutcome.${outcome}`), says: widePunctuation(goal.says) },
    level: `${labelOf(`level.${goal.level}`)}　${String(year)}`,
    clause: citedClause(pack, goal.cite),
    figures: figuresTold(told),
    href: goalPaths.goal(officeId, goal.id, String(year)),
  };
}

/** The figures of one; of several how many reach it, or have a figure at all. */
function figuresTold({ goal, abouts }: ToldGoal): string[] {
  const [only] = abouts;
  if (aboutOf(goal.level) === 'office' || abouts.length === 1)
    return (only?.figures ?? []).map((each) => toldText(goal, each));
  const all = abouts.length;
  if (goal.need.length === 0) {
    const known = abouts.filter(({ figures }) => figures.some(({ value }) => value !== undefined));
    return [shownText({ all, known: known.length })];
  }
  const count = (of: string): number => abouts.filter((each) => each.outcome === of).length;
  return [aboutsText({ all, met: count('met'), missed: count('missed'), undecided: count('undecided') })];
}

function toldText({ measure }: Goal, { figure, year, value, entered, bounds }: ToldFigure): string {
  const source = entered === undefined ? undefined : `${entered.figuresOn} ${entered.paper}`;
  const grouped = (number: string | undefined) => {
    const told = asTold(number, { measure, figure });
    return told && groupedDecimal(told);
  };
  const told = { least: grouped(bounds.least), most: grouped(bounds.most) };
  return figureText({ figure, year, value: grouped(value), source, bounds: told });
}

/** Figures that the books know of all it is about: nobody is asked for them. */
function knownOf(abouts: readonly GoalAbout[]): ReadonlySet<string> {
  const all = abouts.flatMap(({ figures }) => figures);
  const open = all.filter(({ value, entered }) => value === undefined || entered !== undefined);
  const asked = new Set(open.map(({ figure }) => figure));
  return new Set(all.map(({ figure }) => figure).filter((figure) => !asked.has(figure)));
}

/** Where the lists of a village are that a measure counts; a township may open them, a county may not. */
function listHrefOf(measure: string, villageId: string): string | undefined {
  const paths = villagePaths(villageId);
  const lists: Readonly<Record<string, string>> = {
    ...{ posts: paths.posts, target_workers_share: paths.works, quantified_assets: paths.shareRoll },
    ...{ share_to_target: paths.owed, pv_share_to_tagged: paths.owed, key_group_gain: paths.owed },
    workshops: paths.assets,
  };
  return lists[measure];
}

function enteredRow(
  { aboutId, period, figure, value, figuresOn, paper }: KeptFigure,
  abouts: readonly Pick<GoalAbout, 'id' | 'name'>[],
): EnteredRow {
  const name = abouts.find(({ id }) => id === aboutId)?.name ?? aboutId;
  const figureSaid = (): string => `${labelOf(`matterFact.${figure}`)} ${groupedDecimal(value)}`;
  const said = figure === DONE_ON ? value : `${period} ${figureSaid()}`;
  return { name, said, on: figuresOn, paper };
}

function bandRow(pack: PolicyPack, { band, year, rows, unknown }: ToldBand): BandRow {
  const says = `${widePunctuation(band.says)} ${String(year)}`;
  const lines = [...rows.map(bandText), ...(unknown === 0 ? [] : [bandUnknownText(unknown)])];
  return { says, clause: citedClause(pack, band.cite), rows: lines };
}

function dueRow(pack: PolicyPack, officeId: string, { line, periods }: ToldDue): DueRow {
  return {
    ...{ says: widePunctuation(line.says), level: labelOf(`level.${line.level}`) },
    clause: citedClause(pack, line.cite),
    periods: periods.map(periodText),
    href: periods.length === 0 ? undefined : goalPaths.due(officeId, line.id),
  };
}

function periodText({
  about,
  lastDay,
  doneOn,
  outcome,
}: ToldDue['periods'][number]): DueRow['periods'][number] {
  const word = labelOf(`dueOutcome.${outcome}`);
  return { text: dueText({ about, lastDay, doneOn }), state: DUE_SHAPES[outcome], word };
}
