import { Injectable } from '@nestjs/common';
import { personsSources } from '../../domain/payouts/money-sources';
import { sourcesOf, type TracedSource } from '../../domain/payouts/traced-sources';
import { clauseOf } from '../../domain/policy/pack';
import type { RoundedPart } from '../../domain/uses/rounded-part';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { AssetsService } from '../assets/assets.service';
import { type AcceptedList, OwedListsService } from '../distribution/owed-lists.service';
import { PlanOfDebtService } from '../distribution/plan-of-debt.service';
import { TracingService } from '../ledger/tracing.service';

/** By which plan, clause and use somebody is paid. */
export interface SlipRule {
  readonly plan: string;
  readonly decidedOn: string | undefined;
  readonly document: string;
  /** Its place in the document, and its words. */
  readonly place: string;
  readonly quote: string;
  /** Whether its own words were not seen, and these are their sense. */
  readonly paraphrased: boolean;
  readonly use: string;
}

/** How one person's part of a debt came about. */
export interface SlipPartStory {
  /** What for, and of when. */
  readonly what: string;
  readonly when: string;
  /** How it was reckoned, for each thing that he has on the list. */
  readonly reckonings: readonly { readonly text: string; readonly rounded: RoundedPart | undefined }[];
  readonly sources: readonly (TracedSource & { readonly asset: string })[];
  readonly rule: SlipRule | undefined;
}

/** Why somebody is paid what he is paid: station, month, receipt, rule, reckoning, of his own part alone. */
@Injectable()
export class SlipMoneyService {
  constructor(
    private readonly owed: OwedListsService,
    private readonly tracing: TracingService,
    private readonly plans: PlanOfDebtService,
    private readonly assets: AssetsService,
  ) {}

  /** By the voucher of each debt; what was taken back since is told by nobody. */
  async storiesOf(
    collectiveId: string,
    { memberId, debtIds }: { readonly memberId: string; readonly debtIds: readonly string[] },
  ): Promise<ReadonlyMap<string, SlipPartStory>> {
    const lists = (await this.owed.listAccepted(collectiveId)).filter(({ entryId }) =>
      debtIds.includes(entryId),
    );
    const stories = new Map<string, SlipPartStory>();
    for (const list of lists) stories.set(list.entryId, await this.storyOf(collectiveId, list, memberId));
    return stories;
  }

  private async storyOf(collectiveId: string, list: AcceptedList, memberId: string): Promise<SlipPartStory> {
    const own = list.lines.filter((line) => line.memberId === memberId);
    return {
      what: [...new Set(own.map(({ what }) => what))].join('、'),
      when: list.when,
      reckonings: own.map(({ reckoning: text, rounded }) => ({ text, rounded })),
      sources: await this.sourcesOf(collectiveId, list, memberId),
      rule: await this.ruleOf(collectiveId, list.entryId),
    };
  }

  private async sourcesOf(
    collectiveId: string,
    { entryId, lines }: AcceptedList,
    memberId: string,
  ): Promise<SlipPartStory['sources']> {
    const traces = await this.tracing.traceVoucher(collectiveId, entryId);
    const met = traces.flatMap(({ strands }) => sourcesOf(strands, entryId));
    const people = lines.map(({ memberId: key, amount }) => ({ key, amount }));
    const sources = personsSources(met, people, memberId);
    const names = new Map(
      (await this.assets.listAssets(collectiveId)).map(({ asset }) => [asset.id, asset.name]),
    );
    return sources.map((source) => ({ ...source, asset: names.get(source.assetId ?? '') ?? '' }));
  }

  private async ruleOf(collectiveId: string, entryId: string): Promise<SlipRule | undefined> {
    const found = await this.plans.find(collectiveId, entryId);
    if (found === undefined) return undefined;
    const { pack, pool, from, to, year, decidedOn, bucket } = found;
    const poolName = labelOf(`pool.${pool}`);
    const { at, text } = clauseOf(pack, bucket.cite);
    return {
      plan: year === undefined ? planName({ from, to }, poolName) : yearPlanName(year, poolName),
      ...{ decidedOn, document: pack.source.title, paraphrased: pack.source.kind === 'second_hand' },
      ...{ place: at, quote: text, use: bucket.name },
    };
  }
}
