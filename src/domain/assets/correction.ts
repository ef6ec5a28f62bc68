import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type Asset, type AssetForm, type Fund, readAsset } from './asset';
import { meanwhileProblems } from './meanwhile';

/** What was entered of an asset and may have been entered wrongly. */
export const CORRECTED_FIELDS = ['name', 'cost', 'funds'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** What an asset was entered with, put right, as typed; what is right stays as it is. */
export interface CorrectionForm {
  readonly name: string;
  readonly cost: string;
  readonly funds: AssetForm['funds'];
  readonly why: string;
  /** How many fields had been put right when the form was opened, so that nobody's correction is lost. */
  readonly basedOn: string;
}

/** One field before and after, as plain text: yuan, funds as `level year yuan` one after the other. */
export interface CorrectedPart {
  readonly field: CorrectedField;
  readonly before: string;
  readonly after: string;
}

/** What a correction is held against. */
export interface CorrectionFacts {
  readonly today: CalendarDay;
  /** The asset and its funds as they were entered: without what was improved since. */
  readonly asset: Asset;
  readonly funds: readonly Fund[];
  /** The names of the other assets. */
  readonly namesTaken: readonly string[];
  /** Whether a voucher names it. */
  readonly isNamed: boolean;
  /** What the books have of its cost, without what was improved since; nothing where they have none. */
  readonly booked: Fen;
  /** The summaries of vouchers that wait and would bring something of its cost into the books. */
  readonly waiting: readonly string[];
  /** What was put right before, in the order of entry. */
  readonly earlier: readonly CorrectedPart[];
}

/** A correction that was read. */
export interface Correction {
  readonly name: string;
  readonly cost: Fen;
  readonly funds: readonly Fund[];
  readonly why: string;
  readonly parts: readonly CorrectedPart[];
}

/**
 * Reads a correction, or says everything that is wrong with it. The name stays once a voucher is made out to
 * it; the cost once it stands in the books, unless it is brought to what they say, and not while a voucher
 * waits that brings it in. Who paid may always be put right, as long as it adds up to the cost; as there is a
 * reason, money may be of a year after the acquisition, too.
 * @returns problems `assets.correctedMeanwhile`, `assetLife.left`, `assets.nameInVouchers`,
 *   `assets.costBooked`, `assets.draftWaits`, `particulars.unchanged`, and those of an asset that is entered
 */
export function readCorrection(
  form: CorrectionForm,
  facts: CorrectionFacts,
): { readonly correction: Correction; readonly problems: Problem[] } {
  const { asset, today, namesTaken } = facts;
  const read = readAsset(formOf(asset, form), { today, namesTaken, mayFundsBeLate: true });
  const { earlier } = facts;
  const based = { basedOn: form.basedOn, count: earlier.length };
  const since = (seen: number): CorrectedField[] => correctedSince(earlier, seen);
  const problems = [...meanwhileProblems('assets.correctedMeanwhile', based, since), ...read.problems];
  const { name, cost } = read.asset;
  const why = form.why.trim();
  if (asset.leftOn !== undefined)
    problems.push({ code: 'assetLife.left', field: '', facts: { day: asset.leftOn } });
  if (why === '') problems.push({ code: 'form.missing', field: 'why' });
  problems.push(...privateNumberProblems({ why }));
  if (facts.isNamed && name !== asset.name)
    problems.push({ code: 'assets.nameInVouchers', field: 'name', value: name, facts: { name: asset.name } });
  if (facts.booked !== 0n && cost !== asset.cost && cost !== facts.booked) {
    const booked = { booked: facts.booked };
    problems.push({ code: 'assets.costBooked', field: 'cost', value: form.cost, facts: booked });
  }
  const [summary] = facts.waiting;
  // It was typed over the cost that the register has now.
  if (summary !== undefined && cost !== asset.cost)
    problems.push({ code: 'assets.draftWaits', field: 'cost', value: form.cost, facts: { summary } });
  const parts = partsOf(textsOf(asset, facts.funds), textsOf(read.asset, read.funds));
  if (problems.length === 0 && parts.length === 0)
    problems.push({ code: 'particulars.unchanged', field: '' });
  return { correction: { name, cost, funds: read.funds, why, parts }, problems };
}

/** What was put right by the corrections after so many. */
function correctedSince(earlier: readonly CorrectedPart[], seen: number): CorrectedField[] {
  const changed = earlier.slice(seen).map(({ field }) => field);
  return CORRECTED_FIELDS.filter((field) => changed.includes(field));
}

/** The asset as somebody would enter it again. */
function formOf(asset: Asset, { name, cost, funds }: CorrectionForm): AssetForm {
  return {
    ...{ kind: asset.kind, assetClass: asset.assetClass, titleLevel: asset.titleLevel },
    ...{ name, cost, funds, titleHolder: asset.titleHolder, acquiredOn: asset.acquiredOn },
    capacityKw: asset.capacityKw ?? '',
    meterMultiplier: asset.meterMultiplier ?? '',
    energyPrice: asset.energyPriceYuanPerKwh ?? '',
    subsidyPrice: asset.subsidyPriceYuanPerKwh ?? '',
    keeper: asset.keeper ?? '',
    ownShareKey: asset.ownShareKey ?? '',
  };
}

type Texts = Readonly<Record<CorrectedField, string>>;

/** What may be corrected, as plain text: a row of the register is held against the last correction by it. */
export function textsOf(asset: { readonly name: string; readonly cost: Fen }, funds: readonly Fund[]): Texts {
  return {
    name: asset.name,
    cost: plainYuan(asset.cost),
    funds: funds.map(({ level, year, amount }) => `${level} ${String(year)} ${plainYuan(amount)}`).join('; '),
  };
}

function partsOf(before: Texts, after: Texts): CorrectedPart[] {
  return CORRECTED_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}
