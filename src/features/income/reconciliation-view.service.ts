import { Injectable } from '@nestjs/common';
import { METER_SOURCES } from '../../domain/income/metered-month';
import { sumFen } from '../../domain/money/fen';
import { reconcileWords } from '../../glossary/reconcile-words';
import { subsidyWords } from '../../glossary/subsidy-words';
import { labelOf } from '../../glossary/terms';
import { problemSentence } from '../../glossary/sentences';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { yearMonthText } from '../../platform/views/day-text';
import { groupedDecimal } from '../../platform/views/decimal-text';
import type { FormState } from '../../platform/views/error-summary';
import { StationLinksService } from '../assets/station-links.service';
import { NeighboursService } from './neighbours.service';
import type { ReconciledMonthRow, ReconciliationPageProps } from './reconciliation.pages';
import { type ReconciledRow, type ReconciledYear, ReconciliationService } from './reconciliation.service';

/** Whose reconciliation: the first station and this year's where none is named. */
export interface ReconciliationAsked {
  readonly collectiveId: string;
  readonly asset?: string | undefined;
  readonly year?: string | undefined;
}

/** The page on which meter, slip and bank are held against each other. */
@Injectable()
export class ReconciliationViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly links: StationLinksService,
    private readonly reconciliation: ReconciliationService,
    private readonly neighbours: NeighboursService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async pageOf(
    visit: PageVisit,
    asked: ReconciliationAsked,
    refused?: FormState,
  ): Promise<ReconciliationPageProps> {
    const { collectiveId } = asked;
    const today = this.clock.today();
    const thisYear = today.slice(0, 4);
    const year = asked.year ?? thisYear;
    const stations = await this.reconciliation.listStations(collectiveId);
    const assetId = asked.asset ?? stations[0]?.id;
    const isKeptElsewhere = (await this.links.listLinkedIds(collectiveId)).has(assetId ?? '');
    const mayEnter = keepsBooksOf(visit.actor, collectiveId) && !isKeptElsewhere && assetId !== undefined;
    const path = villagePaths(collectiveId).reconciliation;
    const found =
      assetId === undefined
        ? undefined
        : await this.reconciliation.yearOf({ collectiveId, assetId }, { year, today });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      stations: stations.map((each) => ({
        ...{
          label: each.name,
          href: withQuery(path, { asset: each.id, year }),
          current: each.id === assetId,
        },
      })),
      years: yearsBeside(year, { first: found?.first.slice(0, 4), last: thisYear }).map((each) => ({
        label: subsidyWords.year(each),
        href: withQuery(path, { asset: assetId, year: each }),
        current: each === year,
      })),
      verdict: verdictOf(found),
      remarks: found === undefined ? [] : await this.remarksOf(collectiveId, found),
      rows: (found?.rows ?? []).map(rowOf).reverse(),
      form: refused ?? filledForm({}),
      sources: METER_SOURCES.map((value) => ({ value, label: labelOf(`meterSource.${value}`) })),
      acts: mayEnter ? actsOf(path, assetId) : undefined,
      isKeptElsewhere,
      isShared: found?.asset.kind === 'jointPvStation',
    };
  }

  private async remarksOf(
    collectiveId: string,
    { asset, rows, ...found }: ReconciledYear,
  ): Promise<string[]> {
    const last = rows.findLast(({ settledKwh }) => settledKwh !== undefined);
    const beside =
      last === undefined
        ? undefined
        : await this.neighbours.compare({ collectiveId, assetId: asset.id }, last.month);
    return [
      ...(last === undefined || beside === undefined
        ? []
        : [reconcileWords.neighbours(yearMonthText(last.month), beside)]),
      ...found.tolerances.map(({ tolerance, from, to }) =>
        found.tolerances.length === 1
          ? reconcileWords.tolerance(tolerance)
          : reconcileWords.toleranceOf([from, to], tolerance),
      ),
      ...(found.isConfirmed ? [] : [reconcileWords.unconfirmed]),
    ];
  }
}

function actsOf(path: string, assetId: string): ReconciliationPageProps['acts'] {
  return {
    kwhAction: `${path}/${assetId}/kwh`,
    toleranceAction: `${path}/${assetId}/tolerance`,
    importHref: `${path}/${assetId}/import`,
  };
}

/** A year, the one before and the one after, as far as the books tell of them. */
function yearsBeside(
  year: string,
  { first = year, last }: { readonly first?: string | undefined; readonly last: string },
): string[] {
  const beside = [Number(year) - 1, Number(year), Number(year) + 1].map(String);
  return beside.filter((each) => each >= first && each <= last);
}

function verdictOf(found: ReconciledYear | undefined): string {
  const rows = found?.rows ?? [];
  const count = (...whys: readonly string[]): number =>
    rows.filter(({ differences }) => differences.some(({ why }) => whys.includes(why))).length;
  return reconcileWords.verdict(rows.length, {
    ...{ kwhDiffers: count('kwhDiffers'), unsettled: count('unsettled') },
    unmetered: count('unmetered', 'daysMissing'),
    odd: count('oddDays'),
    open: sumFen(rows.map(({ open }) => open)),
  });
}

function rowOf(row: ReconciledRow): ReconciledMonthRow {
  const { month, metered, settledKwh, owed, received, differences, flags, level, expected } = row;
  const says = [
    ...(level === undefined || level === 'usual' || expected === undefined || settledKwh === undefined
      ? []
      : [reconcileWords.level(level, { kwh: settledKwh, expected })]),
    ...differences.map(reconcileWords.difference),
    ...flags.map(({ code, facts, reason }) =>
      reconcileWords.flag(problemSentence({ code, field: 'energy', facts }), reason),
    ),
  ].filter((sentence) => sentence !== '');
  return {
    month: yearMonthText(month),
    metered: metered === undefined ? reconcileWords.none : groupedDecimal(metered.kwh),
    settled: settledKwh === undefined ? reconcileWords.none : groupedDecimal(settledKwh),
    ...{ owed, received },
    says: says.length === 0 ? labelOf('reconciled.agrees') : says.join(''),
  };
}
