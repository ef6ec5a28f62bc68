import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import type { DryRunUse } from '../../domain/distribution/dry-run';
import { dryRunWords, packOptionText } from '../../glossary/policy-register-texts';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import { spanText } from '../../platform/views/day-text';
import { CollectivesService } from '../collectives/collectives.service';
import { PlanViewService } from '../distribution/plan-view.service';
import type { DryRunPageProps, DryRunRow, DryRunSection } from './dry-run.pages';
import { DryRunService, type PlanDryRun } from './dry-run.service';
import type { DryRunQuery } from './oversight.forms';

/** The page of a dry run. */
@Injectable()
export class DryRunViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly runs: DryRunService,
    private readonly planView: PlanViewService,
  ) {}

  /** @throws DomainError `policy.unknownPack`, `collective.unknown` */
  async pageOf(visit: PageVisit, collectiveId: string, query: DryRunQuery): Promise<DryRunPageProps> {
    const { kind } = await this.collectives.requireCollective(collectiveId);
    const paths = policyPaths(collectiveId);
    const page = {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'packs' }),
      action: paths.dryRun(),
      listHref: paths.packs,
    };
    if (kind !== 'village') {
      const below = await this.collectives.listVillagesBelow(collectiveId);
      const villages = below.map(({ id, name }) => ({ name, href: policyPaths(id).dryRun() }));
      return { ...page, villages, choices: [], tried: undefined, sections: undefined };
    }
    const mayOpen = visit.actor.roles.some(({ role }) => role !== 'county');
    const years = await this.yearsOf(collectiveId);
    const { pack, pool = 'pv', year = years[0] ?? '' } = query;
    const asked = pack === undefined ? undefined : { pool, year: Number(year), packId: pack };
    const runs = asked === undefined ? undefined : await this.runs.runsOf(collectiveId, asked);
    return {
      ...page,
      villages: undefined,
      choices: this.choicesOf({ pack: pack ?? '', pool, year }, years),
      tried: pack === undefined ? undefined : packOptionText(this.runs.requirePack(pack)),
      sections:
        runs === undefined ? undefined : await Promise.all(runs.map((run) => this.sectionOf(run, mayOpen))),
    };
  }

  private choicesOf(
    chosen: { readonly pack: string; readonly pool: string; readonly year: string },
    years: readonly string[],
  ): DryRunPageProps['choices'] {
    const packs = this.runs.listPacks().map(({ pack }) => ({ value: pack.id, label: packOptionText(pack) }));
    const pools = ['pv', 'other'].map((value) => ({ value, label: labelOf(`pool.${value}`) }));
    const { pack, pool, year } = dryRunWords;
    return [
      { name: 'pack', label: pack, options: packs, chosen: chosen.pack },
      { name: 'pool', label: pool, options: pools, chosen: chosen.pool },
      {
        name: 'year',
        label: year,
        options: years.map((value) => ({ value, label: value })),
        chosen: chosen.year,
      },
    ];
  }

  /** The years in which plans were decided, the last one first. */
  private async yearsOf(collectiveId: string): Promise<string[]> {
    const decided = await this.runs.listDecided(collectiveId);
    return [...new Set(decided.map(({ periodTo }) => String(yearOf(periodTo))))].sort().reverse();
  }

  private async sectionOf(run: PlanDryRun, mayOpen: boolean): Promise<DryRunSection> {
    const { plan, pack, uses, checks, problems } = run;
    const ownNameOf = await this.planView.namesOf(plan);
    const nameOf = (id: string): string | undefined =>
      uses.find((use) => use.id === id)?.name ?? ownNameOf(id);
    return {
      title: spanText(plan.periodFrom, plan.periodTo),
      planHref: mayOpen ? villagePaths(plan.collectiveId).plan(plan.id) : undefined,
      distributable: run.distributable,
      rows: uses.filter(isShown).map((use): DryRunRow => {
        return {
          name: widePunctuation(nameOf(use.id) ?? use.id),
          by: dryRunWords.by[use.by],
          decided: use.decided ?? 0n,
          wouldBe: use.wouldBe,
          clause: use.cite === undefined ? undefined : citedClause(pack, use.cite),
        };
      }),
      decidedLeft: run.decidedLeft,
      left: run.left,
      problems: problems.map(problemSentence),
      checks: this.planView.viewsOf(pack, checks, nameOf),
    };
  }
}

/** A use that neither got nor would get anything says nothing, unless the document itself fixes it. */
function isShown({ by, decided, wouldBe }: DryRunUse): boolean {
  return by === 'document' || decided !== undefined || wouldBe !== 0n;
}
