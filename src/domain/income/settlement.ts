import { type CalendarDay, isMonth, lastDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { chargeInRange, compareQuantities, product } from '../money/charge';
import type { Fen } from '../money/fen';
import type { Facts } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay, readMonth, readNumber } from '../shared/typed-fields';
import { anyMonthProblems } from './any-month';
import { type MeterFacts, meterProblems, unlikelyFlags } from './meter';
import { multiplierAt } from './meter-record';
import { openedIn, openedProblems, openedSomewhen } from './opened-months';
import { readSlipTax, type SlipTax, type SlipTaxForm } from './slip-tax';
import { unusualPrices } from './tariff';

/** What a person types from the grid's settlement slip (电费结算单); everything is text as typed. */
export interface SettlementForm extends SlipTaxForm {
  readonly generationMonth: string;
  readonly postedOn: string;
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly energy: string;
  readonly energyUnit: string;
  readonly energyPrice: string;
  readonly priceUnit: string;
  readonly subsidyPrice: string;
  /** The amounts as printed on the slip; they must equal quantity × price. Empty: the slip prints none. */
  readonly energyAmount: string;
  readonly subsidyAmount: string;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
  /** Why what is hardly possible is right all the same. */
  readonly reason?: string;
  /** `on` for a slip that prints no readings, as some of the grid's sheets do. */
  readonly withoutReadings?: string;
}

/** A slip as saved: whole station, energy in kWh, prices in yuan per kWh. */
export interface Settlement {
  readonly generationMonth: Month;
  readonly postedOn: CalendarDay;
  /** Blank on both sides where the slip prints none. */
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly multiplier: string;
  readonly energyKwh: string;
  readonly energyPriceYuanPerKwh: string;
  readonly subsidyPriceYuanPerKwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  /** What it prints of tax; undefined where it prints nothing, and while that cannot be read. */
  readonly tax?: SlipTax | undefined;
  readonly attachments: number;
  /** What is hardly possible about it, and why it is right all the same; blank where there is nothing. */
  readonly flags: readonly Problem[];
  readonly reason: string;
}

/**
 * Reads a slip, or says everything that is wrong with it, field by field. The meter must not run backwards,
 * must start where it stopped and stop where it started again, and (to − from) × multiplier must give the
 * energy within 1 kWh; the prices are those of the register; energy × price must give the printed amounts to
 * the fen. What is hardly possible wants a reason. Codes `settlement.*`, `form.*`, `calendar.*`, `money.*`,
 * `period.inFuture`.
 * Units: kWh or MWh, yuan/kWh or yuan/MWh; saved in kWh and yuan/kWh.
 */
export function readSettlement(
  form: SettlementForm,
  meter: MeterFacts,
): { settlement: Settlement; problems: Problem[] } {
  const problems: Problem[] = [];
  const { figures, unread } = figuresOf(form, meter, problems);
  const isRead = (fields: readonly string[]): boolean => fields.every((field) => !unread.has(field));
  const flags = heldAgainst(figures, { meter, isRead }, problems);
  const reason = flags.length === 0 ? '' : (form.reason ?? '').trim();
  if (reason === '') problems.push(...flags);
  const energyFee = chargeInRange(figures.energyKwh, figures.energyPriceYuanPerKwh);
  const subsidy = chargeInRange(figures.energyKwh, figures.subsidyPriceYuanPerKwh);
  if (energyFee === undefined || subsidy === undefined) {
    problems.push({ code: 'money.tooLarge', field: 'energy', value: form.energy });
  }
  const [isFeeKnown, isSubsidyKnown] = [isRead(FEE_OF), isRead(SUBSIDY_OF)];
  const carried = carriedOf(figures, { meter, isRead });
  const own = {
    energyFee: isFeeKnown && carried.energy === undefined ? energyFee : undefined,
    subsidy: isSubsidyKnown && carried.subsidy === undefined ? subsidy : undefined,
  };
  problems.push(
    ...amountProblems('energyAmount', form, own.energyFee),
    ...amountProblems('subsidyAmount', form, own.subsidy),
    ...privateNumberProblems({ reason }),
  );
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  const amounts = { energyFee: energyFee ?? 0n, subsidy: subsidy ?? 0n };
  const tax = readSlipTax(form, isFeeKnown && isSubsidyKnown ? amounts : undefined, problems);
  return { settlement: { ...figures, ...amounts, tax, attachments, flags, reason }, problems };
}

/** What of a slip's money the opening carries, or may carry while its month is not known. */
function carriedOf(figures: Figures, { meter, isRead }: Held): ReturnType<typeof openedIn> {
  const { opened = [] } = meter;
  const isMonthRead = isRead(['generationMonth']);
  return isMonthRead ? openedIn(figures.generationMonth, opened) : openedSomewhen(figures, opened);
}

/** What the figures are held against, and which of them can be read. */
interface Held {
  readonly meter: MeterFacts;
  readonly isRead: (fields: readonly string[]) => boolean;
}

type Figures = Omit<Settlement, 'energyFee' | 'subsidy' | 'tax' | 'attachments' | 'flags' | 'reason'>;

/** The figures of a slip in kWh and yuan per kWh, and the fields that nothing can be reckoned with. */
function figuresOf(
  form: SettlementForm,
  meter: MeterFacts,
  problems: Problem[],
): { readonly figures: Figures; readonly unread: ReadonlySet<string> } {
  const quantity = (field: QuantityField, unit: string): string => {
    const value = readNumber({ field, value: form[field] }, 'zero', problems);
    return value === undefined ? '0' : product(value, unit);
  };
  const priceUnit = form.priceUnit === 'yuan/MWh' ? '0.001' : '1';
  const month = isMonth(form.generationMonth) ? form.generationMonth : undefined;
  const figures = {
    generationMonth: form.generationMonth,
    postedOn: form.postedOn,
    energyKwh: quantity('energy', form.energyUnit === 'MWh' ? '1000' : '1'),
    ...readingsOf(form, problems),
    multiplier: multiplierAt(meter.multiplier, meter.records ?? [], month ?? monthOf(meter.acquiredOn)),
    energyPriceYuanPerKwh: quantity('energyPrice', priceUnit),
    subsidyPriceYuanPerKwh: quantity('subsidyPrice', priceUnit),
  };
  problems.push(...unitProblems(form), ...dateProblems(form, meter));
  const unread = problems.map(({ field }) => field).filter((field) => COUNTED_FIELDS.has(field));
  return { figures, unread: new Set([...unread, ...(month === undefined ? ['generationMonth'] : [])]) };
}

/**
 * Holds the figures against meter, sun and prices, each as far as what it hangs on can be read.
 * @returns what is possible and yet wants a reason
 */
function heldAgainst(figures: Figures, { meter, isRead }: Held, problems: Problem[]): Problem[] {
  const isEnergyRead = isRead(ENERGY_OF);
  const isOfRead = ({ field }: Problem): boolean => isEnergyRead || field !== 'energy';
  if (!isRead(['generationMonth'])) {
    problems.push(...anyMonthProblems(figures, meter).filter(isOfRead));
    return [];
  }
  const metered = meterProblems(figures, meter).filter(isOfRead);
  const isOwn = ({ field }: Problem): boolean => isRead([field, 'priceUnit']);
  problems.push(...metered, ...priceProblems(figures, meter).filter(isOwn));
  const isLikely = metered.length > 0 || !isRead([...ENERGY_OF, 'readingFrom', 'readingTo']);
  return [...(isLikely ? [] : unlikelyFlags(figures, meter)), ...unknownPrices(figures, meter).filter(isOwn)];
}

/** A price that nobody has entered before is held against what is usual. */
function unknownPrices(figures: Figures, meter: MeterFacts): Problem[] {
  const { energyPriceYuanPerKwh: energyPrice, subsidyPriceYuanPerKwh: subsidyPrice } = figures;
  const isCarried = openedIn(figures.generationMonth, meter.opened ?? []).energy !== undefined;
  if (isCarried || compareQuantities(meter.energyPriceYuanPerKwh ?? '0', '0') !== 0) return [];
  return unusualPrices({ energyPrice, subsidyPrice }, meter.priceBounds ?? {});
}

/** The two readings, blank where they cannot be read; a slip that prints none has none. */
function readingsOf(
  form: SettlementForm,
  problems: Problem[],
): { readonly readingFrom: string; readonly readingTo: string } {
  if (form.withoutReadings === 'on') return { readingFrom: '', readingTo: '' };
  const read = (field: 'readingFrom' | 'readingTo'): string =>
    readNumber({ field, value: form[field] }, 'zero', problems) ?? '';
  return { readingFrom: read('readingFrom'), readingTo: read('readingTo') };
}

/** What is possible and yet wants a reason. */
export const WANTS_REASON: ReadonlySet<string> = new Set([
  'settlement.yieldUnlikely',
  'tariff.low',
  'tariff.high',
]);

type QuantityField = 'energy' | 'energyPrice' | 'subsidyPrice';

/** What the energy hangs on, and the money of each stream. */
const ENERGY_OF = ['energy', 'energyUnit'] as const;
const FEE_OF = [...ENERGY_OF, 'energyPrice', 'priceUnit'] as const;
const SUBSIDY_OF = [...ENERGY_OF, 'subsidyPrice', 'priceUnit'] as const;

/** Fields without which something cannot be reckoned. */
const COUNTED_FIELDS: ReadonlySet<string> = new Set([
  'energy',
  'energyUnit',
  'readingFrom',
  'readingTo',
  'energyPrice',
  'priceUnit',
  'subsidyPrice',
]);

function unitProblems(form: SettlementForm): Problem[] {
  const problems: Problem[] = [];
  if (form.energyUnit !== 'kWh' && form.energyUnit !== 'MWh') {
    problems.push({ code: 'form.notAllowed', field: 'energyUnit', value: form.energyUnit });
  }
  if (form.priceUnit !== 'yuan/kWh' && form.priceUnit !== 'yuan/MWh') {
    problems.push({ code: 'form.notAllowed', field: 'priceUnit', value: form.priceUnit });
  }
  return problems;
}

function dateProblems(form: SettlementForm, meter: MeterFacts): Problem[] {
  const problems: Problem[] = [];
  const postedOn = readDay({ field: 'postedOn', value: form.postedOn }, problems);
  const { today } = meter;
  if (postedOn !== undefined && today !== undefined && postedOn > today) {
    const facts = { day: postedOn, today };
    problems.push({ code: 'period.inFuture', field: 'postedOn', value: postedOn, facts });
  }
  const month = readMonth({ field: 'generationMonth', value: form.generationMonth }, problems);
  if (month === undefined) return problems;
  const fail = (code: string, facts: Facts = {}): void => {
    problems.push({ code, field: 'generationMonth', value: month, facts });
  };
  if (month < monthOf(meter.acquiredOn)) fail('settlement.beforeAsset', { acquiredOn: meter.acquiredOn });
  if (meter.leftOn !== undefined && month > monthOf(meter.leftOn))
    fail('settlement.afterAsset', { leftOn: meter.leftOn });
  if (postedOn !== undefined && postedOn < lastDayOf(month)) fail('settlement.notYetGenerated');
  if (meter.alreadySettled.includes(month)) fail('settlement.monthTwice');
  return problems;
}

/**
 * The prices are those of the register, unless it does not know them; what the opening carries is not charged
 * again.
 */
function priceProblems(
  slip: Pick<Settlement, 'generationMonth' | 'energyPriceYuanPerKwh' | 'subsidyPriceYuanPerKwh'>,
  meter: MeterFacts,
): Problem[] {
  const prices = [
    ['energyPrice', slip.energyPriceYuanPerKwh, meter.energyPriceYuanPerKwh],
    ['subsidyPrice', slip.subsidyPriceYuanPerKwh, meter.subsidyPriceYuanPerKwh],
  ] as const;
  const carried = openedIn(slip.generationMonth, meter.opened ?? []);
  const isCarried = (field: string): boolean =>
    (field === 'energyPrice' ? carried.energy : carried.subsidy) !== undefined;
  const wrong = prices.flatMap(([field, value, registered = '0']) =>
    isCarried(field) || compareQuantities(registered, '0') === 0 || compareQuantities(value, registered) === 0
      ? []
      : [{ code: 'settlement.priceNotTariff', field, value, facts: { registered } }],
  );
  return [...openedProblems(slip, meter.opened ?? []), ...wrong];
}

/**
 * @param reckoned quantity × price; undefined while it cannot be reckoned, and where the opening carries it:
 * the paper prints it all the same
 */
function amountProblems(
  field: 'energyAmount' | 'subsidyAmount',
  form: SettlementForm,
  reckoned: Fen | undefined,
): Problem[] {
  const value = form[field];
  if (value.trim() === '') return [];
  const problems: Problem[] = [];
  const amount = readAmount({ field, value }, 'zero', problems);
  if (amount === undefined || reckoned === undefined || amount === reckoned) return problems;
  const facts = { reckoned, difference: amount - reckoned };
  return [{ code: 'settlement.amountNotReckoned', field, value, facts }];
}
