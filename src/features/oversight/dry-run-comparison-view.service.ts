import { Injectable } from '@nestjs/common';
import { sumFen } from '../../domain/money/fen';
import { type ComparedUse, sumKnown, usesOfYear } from '../../domain/distribution/compare-runs';
import type { DryRunUse, RunCheck } from '../../domain/distribution/dry-run';
import type { Problem } from '../../domain/shared/problem';
import { dryRunWords } from '../../glossary/policy-register-texts';
import { problemSentence } from '../../glossary/sentences';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { CheckView } from '../../platform/views/check-result';
import { citedClause } from '../../platform/views/cited-clause';
import { spanText } from '../../platform/views/day-text';
import { PlanViewService } from '../distribution/plan-view.service';
import type { ComparedCheckSide, OnlyOne } from './compared-checks.pages';
import type { ComparedRow, ComparedSection, ComparedSide, ComparedYear } from './dry-run-comparison.pages';
import type { PlanComparison, PlanDryRun } from './dry-run.service';

type NameOf = (id: string) => string | undefined;

/** A year's plans under two packs, as the page of the dry run shows them. */
@Injectable()
export class DryRunComparisonViewService {
  constructor(private readonly planView: PlanViewService) {}

  async sectionOf(found: PlanComparison, mayOpen: boolean): Promise<ComparedSection> {
    const { plan, compared, one, other } = found;
    const nameOf = await this.namesOf(found);
    const { checks, uses, left, distributable } = compared;
    const viewOf = (run: PlanDryRun, check: RunCheck): CheckView =>
      this.planView.triedView(run.pack, check, nameOf);
    const sideOf = (run: PlanDryRun, check: RunCheck): ComparedCheckSide => {
      // The sentence about a fixed amount names it already.
      return { check: viewOf(run, check), bounds: check.about.kind === 'take' ? [] : check.bounds };
    };
    const both = checks.flatMap(({ isAlike, ...each }) =>
      each.one === undefined || each.other === undefined
        ? []
        : [{ isAlike, one: sideOf(one, each.one), other: sideOf(other, each.other) }],
    );
    const onlyOf = (side: 'one' | 'other', beside: 'one' | 'other'): OnlyOne => ({
      uses: uses
        .filter((use) => !isShown(use) && use[beside].by === 'unknown')
        .map(({ id }) => nameOf(id) ?? id),
      checks: checks
        .filter((each) => each[beside] === undefined)
        .flatMap(({ [side]: check }) => (check === undefined ? [] : [viewOf(found[side], check)])),
    });
    return {
      title: spanText(plan.periodFrom, plan.periodTo),
      planHref: mayOpen ? villagePaths(plan.collectiveId).plan(plan.id) : undefined,
      ...{ distributable, left },
      rows: uses.filter(isShown).map((use) => this.rowOf(use, found, nameOf)),
      problems: { one: sentencesOf(one.problems), other: sentencesOf(other.problems) },
      differing: both.filter(({ isAlike }) => !isAlike),
      alike: both.filter(({ isAlike }) => isAlike).map((each) => each.one.check.title),
      only: { one: onlyOf('one', 'other'), other: onlyOf('other', 'one') },
    };
  }

  /** The uses of the year; undefined where one plan says it all. */
  async yearOf(found: readonly PlanComparison[]): Promise<ComparedYear | undefined> {
    const [first] = found;
    if (first === undefined || found.length === 1) return undefined;
    const names = await Promise.all(found.map((each) => this.namesOf(each)));
    const uses = usesOfYear(found.map(({ compared }) => compared));
    return {
      rows: uses
        .filter(({ decided, one, other }) => decided !== 0n || one !== 0n || other !== 0n)
        .map(({ id, ...amounts }) => {
          const [name = id] = names.flatMap((nameOf) => nameOf(id) ?? []);
          return { name, ...amounts };
        }),
      total: {
        decided: sumFen(uses.map(({ decided }) => decided)),
        one: sumKnown(uses.map(({ one }) => one)),
        other: sumKnown(uses.map(({ other }) => other)),
        difference: sumKnown(uses.map(({ difference }) => difference)),
      },
    };
  }

  /** What the first pack calls a use, else the second, else the plan itself. */
  private async namesOf({ plan, one, other }: PlanComparison): Promise<NameOf> {
    const ownNameOf = await this.planView.namesOf(plan);
    return (id) => {
      const uses = [...one.uses, ...other.uses].filter((use) => use.id === id);
      const name = uses.flatMap((use) => use.name ?? [])[0] ?? ownNameOf(id);
      return name === undefined ? undefined : widePunctuation(name);
    };
  }

  private rowOf(use: ComparedUse, found: PlanComparison, nameOf: NameOf): ComparedRow {
    const { id, decided = 0n, difference } = use;
    const name = nameOf(id) ?? id;
    const one = this.sideOf(use.one, found.one, name);
    const other = this.sideOf(use.other, found.other, name);
    return { name, decided, one, other, difference };
  }

  private sideOf(use: DryRunUse, { pack }: PlanDryRun, name: string): ComparedSide {
    const { wouldBe, missing, bound, by } = use;
    const own = use.name === undefined ? name : widePunctuation(use.name);
    const said = dryRunWords.by[by];
    const keys = new Set([use.cite, bound?.clause].filter((key) => key !== undefined && key !== ''));
    return {
      amount: wouldBe,
      by: own === name ? said : dryRunWords.called(own, said),
      missing: missing.length === 0 ? undefined : this.planView.missingText(pack, missing),
      bound,
      clauses: [...keys].flatMap((key) => (key === undefined ? [] : [citedClause(pack, key)])),
    };
  }
}

/** A use that neither got nor would get anything is only named. */
function isShown({ decided = 0n, one, other }: ComparedUse): boolean {
  return decided !== 0n || one.wouldBe !== 0n || other.wouldBe !== 0n;
}

/** What row and check say already in words is not said a second time: that a number is missing. */
function sentencesOf(problems: readonly Problem[]): string[] {
  return problems.filter(({ code }) => code !== 'split.undecided').map(problemSentence);
}
