import { Injectable } from '@nestjs/common';
import type { ShareTable } from '../../domain/collectives/share-table';
import { cutIn } from '../../domain/income/cut-month';
import { type Fen, plainYuan, sumFen } from '../../domain/money/fen';
import { readRatio, shareText, sumRatios } from '../../domain/money/ratio';
import type { DomainError } from '../../domain/shared/domain-error';
import { jointWords } from '../../glossary/joint-words';
import { problemSentence } from '../../glossary/sentences';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { groupedDecimal } from '../../platform/views/decimal-text';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { CutDeliveriesService, type StuckCut } from './cut-deliveries.service';
import type { KeptCut } from './joint-cuts.store';
import { splitsOf } from './keepers-mark';
import { aloneOf, waitingIn } from './split-alone';
import type { SplitNowSectionProps } from './split-now.pages';
import type { StuckPart } from './joint-deliveries.service';
import { type KeptSlip, JointReadService } from './joint-read.service';
import { ownerField, type PassingOnPageProps } from './joint-forms.pages';
import type { KeptStationsPageProps } from './joint.pages';
import type { KeptCutRow } from './kept-cuts.pages';
import type { KeptPartRow, KeptSlipPageProps } from './kept-slip.pages';

/** The slips a station's list shows: two years. */
const SLIPS_SHOWN = 24;

const NOTHING_STUCK = { parts: [], cuts: [] };

/** The pages of whoever keeps joint stations. */
@Injectable()
export class JointViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly joint: JointReadService,
    private readonly cuts: CutDeliveriesService,
    private readonly clock: Clock,
  ) {}

  async listPage(visit: PageVisit, collectiveId: string): Promise<KeptStationsPageProps> {
    const paths = villagePaths(collectiveId);
    const stations = await this.listKept(collectiveId);
    const slips = await this.joint.listSlips(collectiveId);
    const mayEnter = keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      stations: await Promise.all(
        stations.map(async ({ asset: { id, name }, shareTables }) => ({
          name,
          href: paths.asset(id),
          ...(mayEnter ? { newSlipHref: paths.entry('settlements', { asset: id }) } : {}),
          elsewhere: await this.joint.listElsewhere(collectiveId, shareTables.at(-1)?.rows ?? []),
          slips: slips
            .filter(({ slip }) => slip.assetId === id)
            .slice(0, SLIPS_SHOWN)
            .map((kept) => slipRow(kept, paths.keptSlip(kept.slip.id))),
        })),
      ),
      owed: await this.joint.listOwedOnce(collectiveId),
      waiting: (await this.joint.listWaiting(collectiveId)).map(({ slip, stream, amount }) => ({
        ...{ month: slip.generationMonth, stream, amount, href: paths.keptSlip(slip.id) },
        station: stations.find(({ asset }) => asset.id === slip.assetId)?.asset.name ?? '',
      })),
      ...(mayEnter
        ? { payHref: paths.passingOn, costsHref: paths.keptCosts, cutHref: `${paths.subsidy}/cut` }
        : {}),
      plansHref: `${paths.home}/owner-plans`,
      newStationHref: paths.newAsset,
    };
  }

  /**
   * One slip. @param stuck what still waits after all was sent again, with why
   * @throws DomainError `joint.slipUnknown`
   */
  async slipPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly slipId: string; readonly refused?: FormState },
    stuck: { readonly parts: readonly StuckPart[]; readonly cuts: readonly StuckCut[] } = NOTHING_STUCK,
  ): Promise<KeptSlipPageProps> {
    const { collectiveId, slipId } = at;
    const kept = await this.joint.requireSlip(collectiveId, slipId);
    const { slip, voucherNumber } = kept;
    const { asset, shareTables } = await this.assets.requireAsset(collectiveId, slip.assetId);
    const paths = villagePaths(collectiveId);
    const table = shareTables.find((each) => each.validFrom === slip.shareTableFrom);
    const inBooksOf = await this.vouchersFor(visit, kept.parts);
    const waits = waitingIn(kept);
    const begun = new Map(
      kept.parts.flatMap(({ owner, booksFrom }) => (booksFrom === undefined ? [] : [[owner, booksFrom]])),
    );
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      station: asset.name,
      generationMonth: slip.generationMonth,
      kwh: groupedDecimal(slip.energyKwh),
      energyFee: slip.energyFee,
      subsidy: slip.subsidy,
      tax: kept.tax,
      tableFrom: slip.shareTableFrom ?? '',
      cut: cutIn(slip.generationMonth, shareTables),
      reversed: kept.reversed,
      voucher: voucherOf(slip.entryId, voucherNumber, (id) => paths.voucher(id)),
      parts: kept.parts.map((part) => ({
        ...partRow(part, table, inBooksOf),
        why: stuck.parts
          .filter((each) => each.part.owner === part.owner && each.slip.id === slip.id)
          .map(whyOf)[0],
      })),
      notes: (kept.notes ?? []).map(({ splitNow, ...note }) => ({
        ...note,
        splitNow: splitNow && { on: splitNow.on, href: paths.keptSlip(splitNow.id) },
      })),
      alone: aloneOf(slip, (id) => paths.keptSlip(id)),
      ...(keepsBooksOf(visit.actor, collectiveId) && !kept.reversed && waits > 0n
        ? { splitNow: this.splitForm({ ...at, amount: waits }) }
        : {}),
      split: await this.joint.tellSplit(collectiveId, slip, shareTables),
      cuts: await this.cutRows(collectiveId, slipId, { stuck: stuck.cuts, inBooksOf, begun }),
      listHref: paths.kept,
      sendAction: paths.keptSlip(slipId),
    };
  }

  private splitForm(of: {
    readonly collectiveId: string;
    readonly slipId: string;
    readonly refused?: FormState;
    readonly amount: Fen;
  }): SplitNowSectionProps {
    const action = villagePaths(of.collectiveId).splitNow(of.slipId);
    return { form: of.refused ?? filledForm({ splitOn: this.clock.today() }), action, amount: of.amount };
  }

  async passingOnPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<PassingOnPageProps> {
    const paths = villagePaths(collectiveId);
    const owed = (await this.joint.listOwedOnce(collectiveId)).filter((each) => each.owed > 0n);
    const amounts = owed.map((each): [string, string] => [ownerField(each.owner), plainYuan(each.owed)]);
    const filled = filledForm({ paidOn: this.clock.today(), ...Object.fromEntries(amounts) });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: refused ?? filled,
      action: paths.passingOn,
      cancelHref: paths.kept,
      owed,
    };
  }

  /** What of a slip's subsidy was cut and stands, owner by owner. */
  private async cutRows(collectiveId: string, slipId: string, shown: ShownCuts): Promise<KeptCutRow[]> {
    const cuts = (await this.cuts.listStanding(collectiveId)).filter(({ slip }) => slip.id === slipId);
    return cuts.flatMap((kept) => cutRowsOf(kept, shown));
  }

  /** The voucher in an owner's books, for who may look into them: the keeper's accountant seldom may. */
  private async vouchersFor(visit: PageVisit, parts: KeptSlip['parts']): Promise<VoucherLink> {
    const open = new Map<string, (href: string) => boolean>();
    for (const { ownerId } of parts) {
      if (ownerId !== null) open.set(ownerId, await this.desk.openerFor(visit.actor, ownerId));
    }
    return (ownerId, entryId) => {
      const href = villagePaths(ownerId ?? '').voucher(entryId);
      return open.get(ownerId ?? '')?.(href) === true ? href : undefined;
    };
  }

  private async listKept(collectiveId: string): Promise<RegisteredAsset[]> {
    const registered = await this.assets.listAssets(collectiveId);
    return registered.filter(({ asset }) => asset.kind === 'keptPvStation');
  }
}

function slipRow(
  { slip, parts }: KeptSlip,
  href: string,
): KeptStationsPageProps['stations'][number]['slips'][number] {
  const owners = parts.filter((part) => part.ownerId !== null);
  const isAlone = splitsOf(slip) !== undefined;
  return {
    generationMonth: slip.generationMonth,
    href,
    kwh: groupedDecimal(slip.energyKwh),
    isAlone,
    energyFee: isAlone ? sumFen(parts.map((part) => part.energyFee)) : slip.energyFee,
    subsidy: isAlone ? sumFen(parts.map((part) => part.subsidy)) : slip.subsidy,
    taken: owners.filter((part) => part.taken).length,
    owners: owners.length,
    elsewhere: parts.length - owners.length,
  };
}

/** What of a slip's cuts is shown beside them. */
interface ShownCuts {
  readonly stuck: readonly StuckCut[];
  readonly inBooksOf: VoucherLink;
  /** By owner the first day of books that begin after the slip. */
  readonly begun: ReadonlyMap<string, string>;
}

/** The address of a voucher in an owner's books, where it may be opened. */
type VoucherLink = (ownerId: string | null, entryId: string) => string | undefined;

function partRow(
  part: KeptSlip['parts'][number],
  table: ShareTable | undefined,
  inBooksOf: VoucherLink,
): KeptPartRow {
  const rows = table?.rows.filter((row) => row.owner === part.owner) ?? [];
  const { ownerId, ownerEntryId, ownerVoucher } = part;
  return {
    owner: part.owner,
    share: rows.length === 0 ? '' : shareText(sumRatios(rows.map((row) => readRatio(row.share)))),
    kwh: groupedDecimal(part.kwh),
    energyFee: part.energyFee,
    subsidy: part.subsidy,
    tax: part.tax?.tax ?? 0n,
    oddFen: part.oddFen,
    ...noteOf(part),
    state: stateOf(part),
    voucher: voucherOf(ownerEntryId, ownerVoucher, (id) => inBooksOf(ownerId, id)),
  };
}

function stateOf({ ownerId, taken, returned, booksFrom }: KeptSlip['parts'][number]): KeptPartRow['state'] {
  if (ownerId === null) return booksFrom === undefined ? 'elsewhere' : 'before';
  if (returned === true) return 'returned';
  return taken ? 'taken' : 'waiting';
}

/** What his books left out of it: a part that his opening had, or the whole slip as one of before. */
function noteOf({ opened = 0n, booksFrom }: KeptSlip['parts'][number]): Pick<KeptPartRow, 'note'> {
  if (booksFrom !== undefined) return { note: jointWords.beforeBooks(booksFrom) };
  return opened === 0n ? {} : { note: jointWords.inOpening(opened) };
}

function cutRowsOf({ cut, parts, acts }: KeptCut, { stuck, inBooksOf, begun }: ShownCuts): KeptCutRow[] {
  return parts.map(({ owner, ownerId, amount }) => {
    const act = acts.find((each) => each.owner === owner);
    const booksFrom = ownerId === null ? begun.get(owner) : undefined;
    const away = booksFrom === undefined ? 'elsewhere' : 'before';
    const state = ownerId === null ? away : act === undefined ? 'waiting' : 'taken';
    const note = booksFrom === undefined ? {} : { note: jointWords.cutBeforeBooks(booksFrom) };
    const why = stuck.filter((each) => each.cut.id === cut.id && each.part.owner === owner).map(whyOf)[0];
    const { cutOn: on, paper } = cut;
    const voucherHref = act && inBooksOf(ownerId, act.ownerEntryId);
    return { on, paper, owner, amount, state, why, voucherHref, ...note };
  });
}

function whyOf({ refusal }: { readonly refusal: DomainError }): string {
  return problemSentence({ code: refusal.code, field: '', facts: refusal.facts });
}

function voucherOf<Href extends string | undefined>(
  entryId: string | null,
  number: number | undefined,
  hrefOf: (id: string) => Href,
): { number: string; href: Href } | undefined {
  if (entryId === null || number === undefined) return undefined;
  return { number: voucherNumberText(number), href: hrefOf(entryId) };
}
