import { type CalendarDay, isCalendarDay, isMonth, type Month, monthOf } from '../calendar/calendar-day';
import { charge, compareQuantities, difference, product, readQuantity } from '../money/charge';
import { type Fen, readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';

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
}

/** What the register and the last slip say of the meter. */
export interface MeterFacts {
  readonly multiplier: string;
  readonly capacityKw: string;
  readonly acquiredOn: CalendarDay;
  /** The closing reading of the latest earlier slip; absent for the first. */
  readonly previousReading?: string;
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
}

/**
 * No sun gives more than this many full hours a day over a month; a reading above it is an error of the
 * slip.
 */
const HOURS_PER_DAY_AT_MOST = '12';

/**
 * Reads a slip, or says everything that is wrong with it. The meter must not run backwards, must start
 * where it stopped, and (to − from) × multiplier must give the energy within 1 kWh; energy × price must
 * give the printed amounts to the fen. Codes `settlement.*`, `form.*`, `calendar.*`. Units: kWh or MWh,
 * yuan/kWh or yuan/MWh; saved in kWh and yuan/kWh.
 */
export function readSettlement(
  form: SettlementForm,
  meter: MeterFacts,
): { settlement: Settlement; problems: Problem[] } {
  const problems: Problem[] = [];
  const quantity = (
    field: 'readingFrom' | 'readingTo' | 'energy' | 'energyPrice' | 'subsidyPrice',
  ): string => {
    const value = readQuantity(form[field]);
    if (value === undefined) problems.push({ code: 'form.notAQuantity', field, value: form[field] });
    return value ?? '0';
  };
  const energyKwh = product(quantity('energy'), form.energyUnit === 'MWh' ? '1000' : '1');
  const priceFactor = form.priceUnit === 'yuan/MWh' ? '0.001' : '1';
  const settlement = {
    generationMonth: form.generationMonth,
    postedOn: form.postedOn,
    readingFrom: quantity('readingFrom'),
    readingTo: quantity('readingTo'),
    multiplier: meter.multiplier,
    energyKwh,
    energyPriceYuanPerKwh: product(quantity('energyPrice'), priceFactor),
    subsidyPriceYuanPerKwh: product(quantity('subsidyPrice'), priceFactor),
  };
  problems.push(...unitProblems(form), ...dateProblems(form, meter));
  if (problems.length > 0) return { settlement: { ...settlement, energyFee: 0n, subsidy: 0n }, problems };
  problems.push(...meterProblems(settlement, meter));
  const energyFee = charge(energyKwh, settlement.energyPriceYuanPerKwh);
  const subsidy = charge(energyKwh, settlement.subsidyPriceYuanPerKwh);
  problems.push(
    ...amountProblems('energyAmount', form.energyAmount, energyFee),
    ...amountProblems('subsidyAmount', form.subsidyAmount, subsidy),
  );
  return { settlement: { ...settlement, energyFee, subsidy }, problems };
}

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
  if (!isCalendarDay(form.postedOn))
    problems.push({ code: 'calendar.notADay', field: 'postedOn', value: form.postedOn });
  if (!isMonth(form.generationMonth)) {
    return [
      ...problems,
      { code: 'calendar.notAMonth', field: 'generationMonth', value: form.generationMonth },
    ];
  }
  if (form.generationMonth < monthOf(meter.acquiredOn)) {
    problems.push({
      code: 'settlement.beforeAsset',
      field: 'generationMonth',
      value: form.generationMonth,
      facts: { acquiredOn: meter.acquiredOn },
    });
  }
  if (isCalendarDay(form.postedOn) && form.generationMonth > monthOf(form.postedOn)) {
    problems.push({
      code: 'settlement.notYetGenerated',
      field: 'generationMonth',
      value: form.generationMonth,
    });
  }
  if (meter.alreadySettled.includes(form.generationMonth)) {
    problems.push({ code: 'settlement.monthTwice', field: 'generationMonth', value: form.generationMonth });
  }
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
  const problems: Problem[] = [];
  if (
    meter.previousReading !== undefined &&
    compareQuantities(slip.readingFrom, meter.previousReading) !== 0
  ) {
    problems.push({
      code: 'settlement.readingGap',
      field: 'readingFrom',
      value: slip.readingFrom,
      facts: { previousReading: meter.previousReading },
    });
  }
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

function amountProblems(field: 'energyAmount' | 'subsidyAmount', typed: string, reckoned: Fen): Problem[] {
  if (typed.trim() === '') return [];
  const amount = readYuan(typed);
  if (amount === undefined) return [{ code: 'money.notAnAmount', field, value: typed }];
  if (amount === reckoned) return [];
  return [
    {
      code: 'settlement.amountNotReckoned',
      field,
      value: typed,
      facts: { reckoned, difference: amount - reckoned },
    },
  ];
}

function absolute(value: string): string {
  return value.startsWith('-') ? value.slice(1) : value;
}
