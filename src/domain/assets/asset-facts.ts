import { type CalendarDay, daysInclusive, monthsBetween, yearOf } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { PolicyPack } from '../policy/pack';
import type { PlainFacts } from '../policy/subjects';
import { type Asset, type Fund, type FundLevel, isStation } from './asset';
import { awardRecords } from './award-facts';
import { isEarning, isTitledElsewhere } from './asset-classes';
import type { AssetMonth, DaySpan } from './asset-months';
import type { Particulars } from './asset-particulars';
import { contractRecords, type HeldContract, shopRecord, shopYear } from './contract-facts';
import { type About, type BooksRecord, listQuestion } from './matter-facts';
import { NONE_OF_THESE, SORTING_LISTS, wordsFor } from './matter-words';
import { packKindOf } from './pack-kind';
import { isPublicMoney } from './public-money';

/** What the books know of one asset on a day. */
export interface AssetKnown {
  readonly asset: Asset;
  readonly funds: readonly Fund[];
  readonly particulars: (Particulars & { readonly validFrom: CalendarDay }) | undefined;
  /** Every contract over it that had begun by the day, those that ended among them. */
  readonly contracts: readonly HeldContract[];
  /** What it brought and cost, each by the days it is for. @see byTheirDays */
  readonly months: readonly AssetMonth[];
  /** The days for which it earned something. */
  readonly earnedOn: readonly DaySpan[];
  /** The day the books began: what it earned before stands in none of these months. */
  readonly booksFrom: CalendarDay;
  /** Costs of upkeep that were paid for it in the twelve months before the day. */
  readonly upkeepBills: number;
  readonly classId: string | undefined;
  /** What was decided about an idle, low-yield or loss-making asset, as the document words it. */
  readonly remedy: string | undefined;
  /** Whether another asset of the county bears the same number. */
  readonly numberTaken: boolean;
  readonly organisation: string;
}

/**
 * Whether its income is other people's: who keeps a joint station passes on what comes in and books no income
 * of it. Its slips and its owners say whether it stands idle and what it yields, the keeper's books do not.
 */
export function isKeptForOthers({ kind }: Pick<Asset, 'kind'>): boolean {
  return kind === 'keptPvStation';
}

/** Whether the books tell all an asset brought and cost from a day on: they had begun, and it was there. */
export function booksCover({ asset, booksFrom }: AssetSpan, from: CalendarDay): boolean {
  return asset.acquiredOn <= from && booksFrom <= from;
}

/** Since when an asset was there, and since when the books tell of it. */
export type AssetSpan = Pick<AssetKnown, 'asset' | 'booksFrom'>;

/**
 * How many days an asset has brought nothing and stood under no contract, on a day: since the last day for
 * which it earned, or on which a contract still held; where there was neither, since it was acquired, or
 * since the books began, before which nobody knows. One that was noted as idle is so from the day that was
 * noted. How many days make it an idle one, a county or village says.
 */
export function idleDays(known: AssetKnown, day: CalendarDay): number {
  if (known.contracts.some(({ lastOn }) => lastOn >= day)) return 0;
  const earned = known.earnedOn.filter(({ from: first }) => first <= day).map(({ to }) => to);
  const held = known.contracts.map(({ lastOn }) => lastOn);
  const noted = known.particulars?.condition === 'idle' ? [known.particulars.validFrom] : [];
  const from = [known.asset.acquiredOn, known.booksFrom, ...earned, ...held].sort().at(-1) ?? day;
  const first = [from, ...noted].sort()[0] ?? day;
  return first >= day ? 0 : daysInclusive(first, day) - 1;
}

/** The last calendar year that was over on a day, where asset and books were there for all of it. */
export function lastFullYear(known: AssetSpan, day: CalendarDay): number | undefined {
  const year = yearOf(day) - 1;
  return booksCover(known, `${year}-01-01`) ? year : undefined;
}

/**
 * What an asset brought in a year less what it cost, wear among it; undefined where no full year is over, or
 * what it brings is other people's.
 */
export function netOfLastYear(known: AssetKnown, day: CalendarDay): Fen | undefined {
  const year = lastFullYear(known, day);
  if (year === undefined || isKeptForOthers(known.asset)) return undefined;
  const own = known.months.filter(({ month }) => yearOf(month) === year);
  return sumFen(own.map(({ earned, spent }) => earned - spent));
}

/** Months of the last full year in which a station fed nothing in; nothing else can fail to. */
function silentMonths(known: AssetKnown, day: CalendarDay): number | undefined {
  const year = lastFullYear(known, day);
  if (!isStation(known.asset.kind)) return 0;
  if (year === undefined || isKeptForOthers(known.asset)) return undefined;
  const fed = new Set(known.months.filter(({ earned }) => earned !== 0n).map(({ month }) => month));
  return monthsBetween(`${year}-01`, `${year}-12`).filter((month) => !fed.has(month)).length;
}

/**
 * Everything a document may ask about an asset, as far as the books know it: one record for the asset, its
 * year, its income right, what it is a workshop or a project of, and one for each contract that holds. Facts
 * the books do not know are left out, so that they are asked for; what is of no account for the asset is no
 * record at all.
 */
export function booksRecords(
  known: AssetKnown,
  ground: { pack: PolicyPack; day: CalendarDay },
): BooksRecord[] {
  const { asset } = known;
  const about = { kind: 'asset' as const, id: asset.id, name: asset.name };
  const earns = isEarning(asset);
  const held = known.contracts.filter(
    ({ lastOn, keptAs }) => (earns || keptAs !== undefined) && lastOn >= ground.day,
  );
  const isWorkshop = asset.kind === 'workshop';
  const records: readonly (BooksRecord | false)[] = [
    { subject: 'asset', about, applies: true, facts: assetRecord(known, ground), assumed: UNWRITTEN },
    earns && { subject: 'asset_year', about, applies: true, facts: yearRecord(known, ground) },
    earns && {
      subject: 'income_right',
      about,
      applies: true,
      facts: rightRecord(known, ground),
      assumed: UNWRITTEN,
    },
    ...held.flatMap((contract) => contractRecords(contract, ground.pack)),
    isWorkshop && { subject: 'workshop', about, applies: true, facts: shopRecord(known, ground.day) },
    isWorkshop && { subject: 'workshop_year', about, applies: true, facts: shopYear(known, ground.day) },
    { subject: 'project', about, applies: true, facts: projectRecord(known, ground.pack) },
    { subject: 'relief_project', about, facts: reliefRecord(known) },
    { subject: 'industry_project', about, facts: {} },
    ...awardRecords(asset, { pack: ground.pack, about }),
  ];
  return records.filter((record): record is BooksRecord => record !== false);
}

const UNWRITTEN: PlainFacts = { reason: '', idle_reason: '' };

/**
 * What an acceptance is judged by: the project, as work for relief where it is one, and the asset it became.
 */
export function acceptedRecords(
  { asset, funds }: Pick<AssetKnown, 'asset' | 'funds'>,
  { pack, about, isNew }: { pack: PolicyPack; about: About; isNew: boolean },
): BooksRecord[] {
  const unnumbered = { asset_number: '', number_taken: 'no' };
  const facts = { ...enteredFacts({ asset, funds }, pack), ...unnumbered };
  return [
    { subject: 'project', about, applies: true, facts: projectRecord({ asset, funds }, pack) },
    { subject: 'relief_project', about, facts: reliefRecord({ asset, funds }) },
    ...(isNew ? [{ subject: 'asset' as const, about, applies: true, facts }] : []),
  ];
}

function assetRecord(known: AssetKnown, { pack, day }: { pack: PolicyPack; day: CalendarDay }): PlainFacts {
  const isHeld = known.contracts.some(({ lastOn }) => lastOn >= day);
  return {
    ...enteredFacts(known, pack),
    ...sortingFacts(known),
    ...notedFacts(known),
    ...(isEarning(known.asset) ? earningFacts(known, day) : {}),
    ...(known.classId === undefined ? {} : { class: known.classId }),
    ...(known.upkeepBills > 0 ? { care_records: String(known.upkeepBills) } : {}),
    remedy: known.remedy ?? 'none',
    facts_held: heldFacts(known, day).join(', '),
    number_taken: known.numberTaken ? 'yes' : 'no',
    finished: 'yes',
    leased: isHeld ? 'yes' : 'no',
    contract: isHeld ? 'yes' : 'no',
  };
}

/** What is noted of it: empty where nobody has written it. */
function notedFacts({ particulars, organisation }: AssetKnown): PlainFacts {
  const isOwn = particulars?.operatingBody === organisation;
  return {
    ...(isOwn ? { operator: 'collective' } : {}),
    asset_number: particulars?.plateNumber ?? '',
    care_unit: particulars?.keepingBody ?? '',
    title_document: particulars?.titlePaper ?? '',
  };
}

/** How long it has stood idle, and what its last full year left. */
function earningFacts(known: AssetKnown, day: CalendarDay): PlainFacts {
  const net = netOfLastYear(known, day);
  return {
    ...(isKeptForOthers(known.asset) ? {} : { idle_days: String(idleDays(known, day)) }),
    ...(net === undefined ? {} : { net_year: plainYuan(net) }),
  };
}

/** What is known of an asset as soon as it is entered. */
export function enteredFacts(
  { asset, funds }: Pick<AssetKnown, 'asset' | 'funds'>,
  pack: PolicyPack,
): PlainFacts {
  const kind = packKindOf(
    asset.kind,
    wordsFor(pack, 'asset', 'kind').map(({ id }) => id),
  );
  return {
    ...(kind === undefined ? {} : { kind }),
    owner: asset.titleLevel === 'village' ? 'collective' : asset.titleLevel,
    ...(isTitledElsewhere(asset) ? {} : { cost: plainYuan(asset.cost), funds: plainYuan(totalOf(funds)) }),
  };
}

function totalOf(funds: readonly Fund[]): Fen {
  return sumFen(funds.map(({ amount }) => amount));
}

/** Into which lists of the document the register itself sorts the asset. */
function sortingFacts({ asset, particulars }: AssetKnown): PlainFacts {
  const isResource = asset.kind === 'land' || asset.kind === 'water';
  const isIdle = particulars?.condition === 'idle';
  return Object.fromEntries(
    Object.keys(SORTING_LISTS).flatMap((list): [string, string][] => {
      if (list === 'resource' && !isResource) return [[listQuestion(list), NONE_OF_THESE]];
      if (list === 'idle_kind' && !isIdle) return [[listQuestion(list), NONE_OF_THESE]];
      return [];
    }),
  );
}

/** The five facts a register has to hold. Source: KZ 二(五)3. */
function heldFacts(known: AssetKnown, day: CalendarDay): string[] {
  const { asset, particulars } = known;
  const held: Readonly<Record<string, boolean>> = {
    size: asset.cost > 0n || (particulars?.extent ?? '') !== '' || asset.capacityKw !== undefined,
    title: asset.titleHolder !== '',
    management:
      (particulars?.operatingBody ?? '') !== '' || known.contracts.some(({ lastOn }) => lastOn >= day),
    results:
      !isEarning(asset) ||
      isKeptForOthers(asset) ||
      known.months.some(({ earned, spent }) => earned !== 0n || spent !== 0n),
    distribution: !isEarning(asset) || (particulars?.incomeBody ?? '') !== '',
  };
  return Object.keys(held).filter((fact) => held[fact]);
}

function yearRecord(known: AssetKnown, { pack, day }: { pack: PolicyPack; day: CalendarDay }): PlainFacts {
  const kind = enteredFacts(known, pack)['kind'];
  const [net, silent] = [netOfLastYear(known, day), silentMonths(known, day)];
  return {
    ...(kind === undefined ? {} : { kind }),
    remedy: known.remedy ?? 'none',
    ...(net === undefined ? {} : { net: plainYuan(net) }),
    ...(silent === undefined ? {} : { idle_months: String(silent) }),
    ...(known.upkeepBills > 0 ? { records: String(known.upkeepBills) } : {}),
  };
}

function rightRecord({ funds }: AssetKnown, { pack }: { pack: PolicyPack }): PlainFacts {
  const isFiscal = funds.some(({ level }) => isPublicMoney(level));
  const words = wordsFor(pack, 'income_right', 'fund').map(({ id }) => id);
  return {
    ...(words.includes('fiscal') ? { fund: isFiscal ? 'fiscal' : NONE_OF_THESE } : {}),
  };
}

function projectRecord({ asset, funds }: Pick<AssetKnown, 'asset' | 'funds'>, pack: PolicyPack): PlainFacts {
  const kind = packKindOf(
    asset.kind,
    wordsFor(pack, 'project', 'kind').map(({ id }) => id),
  );
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(isTitledElsewhere(asset)
      ? {}
      : { cost: plainYuan(asset.cost), investment: plainYuan(asset.cost), funds: plainYuan(totalOf(funds)) }),
    completed: 'yes',
  };
}

/** What the centre and the region gave: labour pay of work for relief is a share of both. */
function reliefRecord({ asset, funds }: Pick<AssetKnown, 'asset' | 'funds'>): PlainFacts {
  const of = (level: FundLevel): string => plainYuan(totalOf(funds.filter((fund) => fund.level === level)));
  const investment = isTitledElsewhere(asset) ? {} : { investment: plainYuan(asset.cost) };
  return { central: of('central'), region: of('province'), ...investment };
}
