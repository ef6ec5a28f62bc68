import { charge, chargeOn } from '../money/charge';
import { type Fen, readYuan, sumFen } from '../money/fen';
import { ratio, readRatio, timesRatio } from '../money/ratio';
import { invariant } from '../shared/invariant';
import { type ContractTerm, YEAR_PARTS } from './contract-term';
import type { PeriodPart } from './cost-contract';

/** A part of a period with what the pool received on its days so far; fen. */
export interface ChargePart extends PeriodPart {
  readonly received: Fen;
}

/** What contract and books say when a charge is reckoned; fen. */
export interface ChargeBasis {
  /** The parts of the period, price by price; none on days outside the contract. */
  readonly parts: readonly ChargePart[];
  /** What this contract has charged for the period. */
  readonly chargedInPeriod: Fen;
  /** What this contract has charged in the calendar year so far. */
  readonly chargedInYear: Fen;
}

/** What the contract asks for now, in fen; undefined where only a bill can tell (a term with a cap). */
export function chargeDue({ parts, chargedInPeriod }: ChargeBasis): Fen | undefined {
  const charges = parts.map(partCharge);
  if (charges.some((each) => each === undefined)) return undefined;
  return sumFen(charges.map((each) => each ?? 0n)) - chargedInPeriod;
}

/**
 * What one part of a period costs, rounded once: the whole of the period × its days ÷ the days of the period
 * (1,680.00 × 92 ÷ 184); a rate is one of what was received on its days. Undefined where only a bill
 * can tell.
 */
export function partCharge(part: ChargePart): Fen | undefined {
  if (part.term.type === 'percentOfReceipt') return chargeOn(part.received, rateFactor(part.term.rate));
  const whole = wholeOf(part.term);
  return whole === undefined ? undefined : shareOfDays(whole, part);
}

/** What a term asks for a whole period, whatever was received. */
export function wholeOf(term: ContractTerm): Fen | undefined {
  switch (term.type) {
    case 'fixed': {
      const amount = readYuan(term.amount);
      invariant(amount !== undefined, 'a fixed term states an amount');
      return amount;
    }
    case 'landRent':
      return charge(term.mu, term.yuanPerMuYear, YEAR_PARTS[term.yearPart], shareFactor(term.ownShare));
    case 'percentOfReceipt':
    case 'perWattYear':
      return undefined;
  }
}

function shareOfDays(whole: Fen, { days, of }: PeriodPart): Fen {
  return days === of ? whole : timesRatio(whole, ratio(BigInt(days), BigInt(of)));
}

/**
 * The most a capped contract lets the year cost, in fen: 200 kW at 0.03 yuan per W is 6,000.00; of a part of
 * the year its days' share, rounded down as every cap.
 */
export function capOfYear({ parts }: Pick<ChargeBasis, 'parts'>): Fen | undefined {
  const caps = parts.flatMap((part) => capOf(part) ?? []);
  return caps.length === 0 ? undefined : sumFen(caps);
}

function capOf({ term, days, of }: PeriodPart): Fen | undefined {
  const whole = wholeCap(term);
  return whole === undefined ? undefined : (whole * BigInt(days)) / BigInt(of);
}

/** The most a term lets a whole year cost; undefined where it caps nothing. */
export function wholeCap(term: ContractTerm): Fen | undefined {
  if (term.type !== 'perWattYear') return undefined;
  return charge(term.yuanPerWattYear, term.capacityKw, '1000');
}

/** What the pool received on the days of every part: the base of a rate. */
export function receivedIn({ parts }: Pick<ChargeBasis, 'parts'>): Fen {
  return sumFen(parts.map(({ received }) => received));
}

/** Whether a period is charged otherwise than as a whole under one price. */
export function isInParts(parts: readonly PeriodPart[]): boolean {
  return parts.length > 1 || parts.some(({ days, of }) => days < of);
}

function shareFactor(share: string | undefined): string {
  return share === undefined ? '1' : rateFactor(share);
}

function rateFactor(percent: string): string {
  const { numerator, denominator } = readRatio(percent);
  const digits = numerator.toString().padStart(denominator.toString().length, '0');
  const decimals = denominator.toString().length - 1;
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
