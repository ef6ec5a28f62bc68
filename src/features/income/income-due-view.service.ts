import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import { DUE_STREAMS, type DueStream, dueStreams } from '../../domain/income/stake-income';
import { lastDayOf } from '../../domain/calendar/calendar-day';
import { assetOptions } from '../../glossary/asset-options';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import type { RentFormPageProps } from './income-due.pages';
import { IncomeGroundService } from './income-ground.service';
import { natureAsks } from './income-nature.pages';
import { IncomeReadService } from './income-read.service';
import type { IncomeAsked } from './receipt-view.service';

/** The page on which rent or other income that fell due is entered. */
@Injectable()
export class IncomeDueViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly ground: IncomeGroundService,
    private readonly clock: Clock,
  ) {}

  /** Filled with the payer of the last one. */
  async pageOf(
    visit: PageVisit,
    asked: Pick<IncomeAsked, 'collectiveId' | 'assetId' | 'month'>,
    refused?: FormState,
  ): Promise<RentFormPageProps> {
    const { collectiveId, month } = asked;
    const registered = await this.assets.listLettable(collectiveId);
    const leased = registered.filter(
      ({ asset: { kind, leftOn } }) => !isStation(kind) && leftOn === undefined,
    );
    const owed = await this.income.listReceivables(collectiveId);
    // Who paid last, for the asset asked about where there is one: another's tenant is no guess at all.
    const last = owed
      .filter(({ assetId, stream }) =>
        asked.assetId === undefined ? stream === 'rent' : assetId === asked.assetId && isDue(stream),
      )
      .at(-1);
    const today = this.clock.today();
    const day = month === undefined || lastDayOf(month) > today ? today : lastDayOf(month);
    const assetId = asked.assetId ?? last?.assetId ?? leased[0]?.asset.id;
    const streams = streamsFor(registered, refused?.values['assetId'] ?? asked.assetId);
    const values = {
      ...{ stream: streams[0], assetId },
      ...{ payer: last?.payer, dueOn: day, postedOn: day },
    };
    const paths = villagePaths(collectiveId);
    const work = await this.desk.workOf(visit.actor, { collectiveId, month });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month: work.month, section: 'month' }),
      work,
      cancelHref: month === undefined ? paths.home : paths.month(month),
      form: refused ?? filledForm(values),
      newAssetHref: paths.newAsset,
      action: paths.entry('income', { asset: asked.assetId, month }),
      streams,
      assets: assetOptions(registered.map(({ asset }) => asset)),
      nature: natureAsks(await this.ground.picksOn(collectiveId, day)),
    };
  }
}

function isDue(stream: string): boolean {
  return DUE_STREAMS.some((each) => each === stream);
}

/** Of an asset that is chosen what it may bring, of none what any asset of the village may. */
function streamsFor(registered: readonly RegisteredAsset[], assetId: string | undefined): DueStream[] {
  const chosen = registered.filter(({ asset }) => asset.id === assetId);
  const kinds = (chosen.length > 0 ? chosen : registered).map(({ asset }) => asset.kind);
  const may = new Set(kinds.flatMap((kind) => dueStreams(kind)));
  return DUE_STREAMS.filter((stream) => may.has(stream));
}
