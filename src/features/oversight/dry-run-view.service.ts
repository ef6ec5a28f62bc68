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
import { type DryRunAsked, DryRunService, type PlanDryRun } from './dry-run.service';
import { DryRunComparisonViewService } from './dry-run-comparison-view.service';
import type { DryRunQuery } from './oversight.forms';

/** The page of a dry run. */
@Injectable()
export class DryRunViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly runs: DryRunService,
    private readonly planView: PlanViewService,
    private readonly comparisons: DryRunComparisonViewService,
  ) {}

  /**
   * The page of a village, or of an office, where packs are chosen before the village: what is chosen stands
   * in the address and goes along to it.
   * @throws DomainError `policy.unknownPack`, `collective.unknown`
   */
  async pageOf(visit: PageVisit, collectiveId: string, query: DryRunQuery): Promise<DryRunPageProps> {
    const { kind } = await this.collectives.requireCollective(collectiveId);
    const { pack = '', other = '', pool = 'pv' } = query;
    for (const id of [pack, other]) if (id !== '') this.runs.requirePack(id);
    const paths = policyPaths(collectiveId);
    const page = {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'packs' }),
      action: paths.dryRun(),
      listHref: paths.packs,
    };
    if (kind !== 'village') {
      const villages = await this.villagesFor(visit, collectiveId, query);
      return { ...page, villages, choices: this.choicesOf({ pack, other, pool }) };
    }
    const { roles } = visit.actor;
    const office = roles.find(({ role }) => role === 'county' || role === 'township');
    const decided = await this.yearsOf(collectiveId);
    const { year = decided[0] ?? '' } = query;
    const years = [...new Set([...decided, year])].sort().reverse();
    const village = {
      ...page,
      choices: this.choicesOf({ pack, other, pool, year }, years),
      ...(office === undefined
        ? {}
        : { villagesHref: policyPaths(office.collectiveId).dryRun(carried(query)) }),
    };
    if (pack === '') return village;
    const mayOpen = roles.some(({ role }) => role !== 'county');
    const asked = { pool, year: Number(year), packId: pack };
    const result =
      other === ''
        ? await this.triedOf(collectiveId, asked, mayOpen)
        : await this.comparedOf(collectiveId, { ...asked, otherId: other }, mayOpen);
    return { ...village, ...result };
  }

  /** The villages below an office on whose past somebody may try a pack; its own accountant has none. */
  private async villagesFor(visit: PageVisit, officeId: string, query: DryRunQuery) {
    const villages: { name: string; href: string }[] = [];
    for (const { id, name } of await this.collectives.listVillagesBelow(officeId)) {
      const href = policyPaths(id).dryRun(carried(query));
      if ((await this.desk.openerFor(visit.actor, id))(href)) villages.push({ name, href });
    }
    return villages;
  }

  /** One pack over the year. */
  private async triedOf(
    collectiveId: string,
    asked: DryRunAsked,
    mayOpen: boolean,
  ): Promise<Pick<DryRunPageProps, 'tried'>> {
    const runs = await this.runs.runsOf(collectiveId, asked);
    const sections = await Promise.all(runs.map((run) => this.sectionOf(run, mayOpen)));
    return { tried: { pack: packOptionText(this.runs.requirePack(asked.packId)), sections } };
  }

  /** Two packs over the year. */
  private async comparedOf(
    collectiveId: string,
    { otherId, ...asked }: DryRunAsked & { readonly otherId: string },
    mayOpen: boolean,
  ): Promise<Pick<DryRunPageProps, 'compared'>> {
    const found = await this.runs.comparisonsOf(collectiveId, asked, otherId);
    const [one, other] = [asked.packId, otherId].map((id) => packOptionText(this.runs.requirePack(id)));
    return {
      compared: {
        ...{ one: one ?? '', other: other ?? '' },
        textsHref: policyPaths(collectiveId).comparison({ left: asked.packId, right: otherId }),
        year: await this.comparisons.yearOf(found),
        sections: await Promise.all(found.map((each) => this.comparisons.sectionOf(each, mayOpen))),
      },
    };
  }

  private choicesOf(chosen: DryRunQuery, years: readonly string[] = []): DryRunPageProps['choices'] {
    const packs = this.runs.listPacks().map(({ pack }) => ({ value: pack.id, label: packOptionText(pack) }));
    const options = {
      pack: packs,
      other: [{ value: '', label: dryRunWords.noOther }, ...packs],
      pool: ['pv', 'other'].map((value) => ({ value, label: labelOf(`pool.${value}`) })),
      year: years.map((value) => ({ value, label: value })),
    };
    return (['pack', 'other', 'pool', 'year'] as const).flatMap((name) => {
      const value = chosen[name];
      if (value === undefined) return [];
      return [{ name, label: dryRunWords[name], options: options[name], chosen: value }];
    });
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
          missing: use.missing.length === 0 ? undefined : this.planView.missingText(pack, use.missing),
          clause: use.cite === undefined ? undefined : citedClause(pack, use.cite),
        };
      }),
      decidedLeft: run.decidedLeft,
      left: run.left,
      problems: problems.filter(({ code }) => code !== 'split.undecided').map(problemSentence),
      checks: checks.map((check) => this.planView.triedView(pack, check, nameOf)),
    };
  }
}

/** What was asked, as it goes along in an address; what was left blank does not. */
function carried({ pack, other, pool, year }: DryRunQuery): Readonly<Record<string, string | undefined>> {
  const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
  return { pack: given(pack), other: given(other), pool: given(pool), year: given(year) };
}

/** A use that neither got nor would get anything says nothing, unless the document itself fixes it. */
function isShown({ by, decided, wouldBe }: DryRunUse): boolean {
  return by === 'document' || decided !== undefined || wouldBe !== 0n;
}
