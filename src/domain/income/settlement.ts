import { type CalendarDay, lastDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { chargeInRange, compareQuantities, difference, product } from '../money/charge';
import type { Fen } from '../money/fen';
import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { readAmount, readDay, readMonth, readNumber } from '../shared/typed-fields';

/** What a person types from the grid's settlement slip (电费结算单); everything is text as typed. */
export interface SettlementForm {
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
}

/** What the register and the slips before and after say of the meter. */
export interface MeterFacts {
  readonly multiplier: string;
  readonly capacityKw: string;
  readonly acquiredOn: CalendarDay;
  /** The closing reading of the latest earlier slip; absent for the first. */
  readonly previousReading?: string;
  /** The opening reading of the first later slip; absent for the latest. */
  readonly nextReading?: string;
  /** What the register says the grid and the state pay; absent or 0 where it does not know. */
  readonly energyPriceYuanPerKwh?: string;
  readonly subsidyPriceYuanPerKwh?: string;
  readonly alreadySettled: readonly Month[];
}

/** A slip as saved: whole station, energy in kWh, prices in yuan per kWh. */
export interface Settlement {
  readonly generationMonth: Month;
  readonly postedOn: CalendarDay;
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly multiplier: string;
  readonly energyKwh: string;
  readonly energyPriceYuanPerKwh: string;
  readonly subsidyPriceYuanPerKwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  readonly attachments: number;
}

/**
 * No sun gives more than this many full hours a day over a month; a reading above it is an error of the
 * slip.
 */
const HOURS_PER_DAY_AT_MOST = '12';

/**
 * Reads a slip, or says everything that is wrong with it, field by field. The meter must not run backwards,
 * must start where it stopped and stop where it started again, and (to − from) × multiplier must give the
 * energy within 1 kWh; the prices are those of the register; energy × price must give the printed amounts to
 * the fen. Codes `settlement.*`, `form.*`, `calendar.*`, `money.*`. Units: kWh or MWh, yuan/kWh or yuan/MWh;
 * saved in kWh and yuan/kWh.
 */
export function readSettlement(
  form: SettlementForm,
  meter: MeterFacts,
): { settlement: Settlement; problems: Problem[] } {
  const problems: Problem[] = [];
  const quantity = (field: QuantityField, unit: string): string | undefined => {
    const value = readNumber({ field, value: form[field] }, 'zero', problems);
    return value === undefined ? undefined : product(value, unit);
  };
  const priceUnit = form.priceUnit === 'yuan/MWh' ? '0.001' : '1';
  const read = {
    energyKwh: quantity('energy', form.energyUnit === 'MWh' ? '1000' : '1'),
    readingFrom: readNumber({ field: 'readingFrom', value: form.readingFrom }, 'zero', problems),
    readingTo: readNumber({ field: 'readingTo', value: form.readingTo }, 'zero', problems),
    energyPrice: quantity('energyPrice', priceUnit),
    subsidyPrice: quantity('subsidyPrice', priceUnit),
  };
  problems.push(...unitProblems(form), ...dateProblems(form, meter));
  const isClear = problems.every(({ field }) => !COUNTED_FIELDS.has(field));
  const settlement = {
    generationMonth: form.generationMonth,
    postedOn: form.postedOn,
    readingFrom: read.readingFrom ?? '0',
    readingTo: read.readingTo ?? '0',
    multiplier: meter.multiplier,
    energyKwh: read.energyKwh ?? '0',
    energyPriceYuanPerKwh: read.energyPrice ?? '0',
    subsidyPriceYuanPerKwh: read.subsidyPrice ?? '0',
  };
  if (isClear) problems.push(...meterProblems(settlement, meter), ...priceProblems(settlement, meter));
  const energyFee = chargeInRange(settlement.energyKwh, settlement.energyPriceYuanPerKwh);
  const subsidy = chargeInRange(settlement.energyKwh, settlement.subsidyPriceYuanPerKwh);
  if (energyFee === undefined || subsidy === undefined) {
    problems.push({ code: 'money.tooLarge', field: 'energy', value: form.energy });
  }
  problems.push(
    ...amountProblems('energyAmount', form.energyAmount, isClear ? energyFee : undefined),
    ...amountProblems('subsidyAmount', form.subsidyAmount, isClear ? subsidy : undefined),
  );
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  const amounts = { energyFee: energyFee ?? 0n, subsidy: subsidy ?? 0n };
  return { settlement: { ...settlement, ...amounts, attachments }, problems };
}

type QuantityField = 'energy' | 'energyPrice' | 'subsidyPrice';

/** Fields without which nothing can be reckoned. */
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
  const month = readMonth({ field: 'generationMonth', value: form.generationMonth }, problems);
  if (month === undefined) return problems;
  const fail = (code: string, facts: Facts = {}): void => {
    problems.push({ code, field: 'generationMonth', value: month, facts });
  };
  if (month < monthOf(meter.acquiredOn)) fail('settlement.beforeAsset', { acquiredOn: meter.acquiredOn });
  if (postedOn !== undefined && postedOn < lastDayOf(month)) fail('settlement.notYetGenerated');
  if (meter.alreadySettled.includes(month)) fail('settlement.monthTwice');
  return problems;
}

type MeterReading = Pick<Settlement, 'readingFrom' | 'readingTo' | 'multiplier' | 'energyKwh'>;

function meterProblems(slip: MeterReading, meter: MeterFacts): Problem[] {
  if (compareQuantities(slip.readingTo, slip.readingFrom) < 0) {
    return [
      {
        code: 'settlement.meterBackwards',
        field: 'readingTo',
        value: slip.readingTo,
        facts: { readingFrom: slip.readingFrom },
      },
    ];
  }
  const problems = [
    ...gapProblems('readingFrom', slip.readingFrom, meter.previousReading),
    ...gapProblems('readingTo', slip.readingTo, meter.nextReading),
  ];
  const metered = product(difference(slip.readingTo, slip.readingFrom), slip.multiplier);
  if (compareQuantities(absolute(difference(metered, slip.energyKwh)), '1') > 0) {
    problems.push({
      code: 'settlement.energyNotMetered',
      field: 'energy',
      value: slip.energyKwh,
      facts: { metered },
    });
  }
  const most = product(meter.capacityKw, HOURS_PER_DAY_AT_MOST, '31');
  if (compareQuantities(slip.energyKwh, most) > 0) {
    problems.push({
      code: 'settlement.moreThanSun',
      field: 'energy',
      value: slip.energyKwh,
      facts: { most },
    });
  }
  return problems;
}

/** The meter stands where the slip beside this one says. */
function gapProblems(
  field: 'readingFrom' | 'readingTo',
  value: string,
  adjoining: string | undefined,
): Problem[] {
  if (adjoining === undefined || compareQuantities(value, adjoining) === 0) return [];
  return [{ code: 'settlement.readingGap', field, value, facts: { adjoining } }];
}

/** The prices are those of the register, unless it does not know them. */
function priceProblems(
  slip: Pick<Settlement, 'energyPriceYuanPerKwh' | 'subsidyPriceYuanPerKwh'>,
  meter: MeterFacts,
): Problem[] {
  const prices = [
    ['energyPrice', slip.energyPriceYuanPerKwh, meter.energyPriceYuanPerKwh],
    ['subsidyPrice', slip.subsidyPriceYuanPerKwh, meter.subsidyPriceYuanPerKwh],
  ] as const;
  return prices.flatMap(([field, value, registered = '0']) =>
    compareQuantities(registered, '0') === 0 || compareQuantities(value, registered) === 0
      ? []
      : [{ code: 'settlement.priceNotTariff', field, value, facts: { registered } }],
  );
}

/** @param reckoned quantity × price; undefined while that cannot be reckoned */
function amountProblems(
  field: 'energyAmount' | 'subsidyAmount',
  value: string,
  reckoned: Fen | undefined,
): Problem[] {
  if (value.trim() === '') return [];
  const problems: Problem[] = [];
  const amount = readAmount({ field, value }, 'zero', problems);
  if (amount === undefined || reckoned === undefined || amount === reckoned) return problems;
  const facts = { reckoned, difference: amount - reckoned };
  return [{ code: 'settlement.amountNotReckoned', field, value, facts }];
}

function absolute(value: string): string {
  return value.startsWith('-') ? value.slice(1) : value;
}
