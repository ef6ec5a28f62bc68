import { Injectable } from '@nestjs/common';
import { type Remedy, REMEDIES, remedyOn, remedyWords } from '../../domain/assets/asset-remedy';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { flagText, openNumberText, remedyText, untoldTexts } from '../../glossary/remedy-words';
import { labelOf } from '../../glossary/terms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetWatchService, openNumbersOf, unaskedNumbersOf, type WatchedAsset } from './asset-watch.service';
import type { AssetRemediesPageProps, AssetWatchPageProps, WatchRow } from './asset-remedies.pages';

/** The pages of assets that stand idle, bring too little or lose money. */
@Injectable()
export class AssetRemediesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly watched: AssetWatchService,
  ) {}

  /** What is wrong with which asset of a village: without a remedy first. */
  async watchPage(visit: PageVisit, collectiveId: string): Promise<AssetWatchPageProps> {
    const watched = await this.watched.watch(collectiveId);
    const { assets, left, day } = watched;
    const paths = villagePaths(collectiveId);
    const shown = [...assets, ...left].filter(
      (each) => each.flags.length > 0 || remedyOn(each.remedies, day) !== undefined,
    );
    const rows = shown.map((each) => watchRow(each, { day, href: paths.remedies(each.id) }));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      count: assets.length,
      rows: rows.sort((one, other) => urgency(one) - urgency(other)),
      untold: untoldTexts(assets),
      openNumbers: openNumbersOf(watched).map(openNumberText),
      unaskedNumbers: unaskedNumbersOf(watched).map(openNumberText),
      numbersHref: paths.matters,
      assetsHref: paths.assets,
    };
  }

  /** What is wrong with one asset and what is done about it. @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<AssetRemediesPageProps> {
    const { collectiveId, id } = at;
    const { assets, left, day, pack } = await this.watched.watch(collectiveId);
    const asset = [...assets, ...left].find((each) => each.id === id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: id });
    const paths = villagePaths(collectiveId);
    const open = asset.remedies.filter(({ ended }) => ended === undefined);
    const first = open[0] === undefined ? {} : { remedyNumber: String(open[0].number) };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      leftOn: asset.leftOn,
      flags: asset.flags.map(flagText),
      untold: untoldTexts([asset]),
      months: monthRows(asset, paths),
      rows: asset.remedies.map((each) => rowOf(pack, each)),
      words: wordsOf(pack),
      open: open.map((each) => ({ value: String(each.number), label: each.what })),
      form: form ?? filledForm({ decidedOn: day, doneOn: day, ...first }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.remedies(id) : undefined,
      ...{ listHref: paths.assetWatch, assetHref: paths.asset(id) },
    };
  }
}

/** Of what a loss or a low yield is made, month by month; nothing where it is neither. */
function monthRows({ flags, months }: WatchedAsset, paths: VillagePaths): AssetRemediesPageProps['months'] {
  if (!flags.some(({ net }) => net !== undefined)) return [];
  return months.map(({ month, earned, spent, bookedFrom = month, bookedTo = month }) => {
    const [from, to] = [bookedFrom < month ? bookedFrom : month, bookedTo > month ? bookedTo : month];
    return { month, earned, spent, href: withQuery(paths.vouchers, { from, to }), isSpread: from !== to };
  });
}

/** Nothing decided first, then what is overdue. */
function urgency({ flags, remedy, isOverdue }: WatchRow): number {
  if (flags.length > 0 && remedy === undefined) return 0;
  return isOverdue ? 1 : 2;
}

function watchRow(asset: WatchedAsset, { day, href }: { day: string; href: string }): WatchRow {
  const underWay = remedyOn(asset.remedies, day);
  return {
    ...{ name: asset.name, href, kind: labelOf(`assetKind.${asset.kind}`), leftOn: asset.leftOn },
    flags: asset.flags.map(flagText),
    remedy: underWay === undefined ? undefined : remedyText(underWay),
    isOverdue: underWay !== undefined && underWay.dueOn < day,
  };
}

/** The document's own words for what may be done, and the usual ones where it has none. */
function wordsOf(pack: PolicyPack | undefined): AssetRemediesPageProps['words'] {
  const own = remedyWords(pack).map(({ id, name }) => ({ value: id, label: name }));
  const usual = REMEDIES.map((id) => ({ value: id, label: labelOf(`remedyKind.${id}`) }));
  return own.length === 0 ? usual : [...own, ...usual];
}

function rowOf(pack: PolicyPack | undefined, remedy: Remedy): AssetRemediesPageProps['rows'][number] {
  const { ended, ...rest } = remedy;
  const word = wordsOf(pack).find(({ value }) => value === rest.remedy)?.label ?? rest.remedy;
  return {
    ...rest,
    remedy: word,
    ended: ended === undefined ? undefined : `${ended.doneOn} ${ended.outcome}`,
  };
}
