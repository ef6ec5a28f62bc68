import type { CalendarDay } from '../domain/calendar/calendar-day';
import type { FileReader, Section } from '../domain/shared/file-reader';
import type { ClaimForm } from '../domain/uses/claim';
import type { Act, ClearedIncome } from './case-file';
import { POOLS } from './pools';
import { ASSET_VERBS } from './read-asset-act';
import { BOOKS_VERBS } from './read-books-act';
import { FORM_VERBS } from './read-form-act';
import { readYearPlanAct } from './year-plan-act';

export const STREAMS = ['energy', 'subsidy', 'rent', 'dividend', 'other'] as const;

/** A day under a key that may be left out. */
export function readDayOrNone(entry: Section, key: string): CalendarDay | undefined {
  return entry.optionalText(key) === undefined ? undefined : entry.day(key);
}

/** The verbs whose value is a mapping, each with how it is read. */
const MAPPINGS: Readonly<Record<string, (section: Section) => Act>> = {
  settlement: readSettlement,
  receipt: readReceipt,
  pay_owners: (payment) => ({ verb: 'pay_owners', owners: payment.lines('owners') }),
  income_due: readIncomeDue,
  deduction: readDeduction,
  plan: readPlan,
  year_plan: readYearPlanAct,
  meeting: readMeeting,
  review: readReview,
  grant: readGrant,
  ...ASSET_VERBS,
  ...BOOKS_VERBS,
  ...FORM_VERBS,
  standard: readStandard,
  confirm: readConfirmation,
  pack: (pack) => ({ verb: 'pack', pack: pack.text('like'), withLine: pack.text('with_line') }),
};

/** The verbs whose value is one word: a month, or the key of a plan. */
const WORDS: Readonly<Record<string, (word: string) => Act>> = {
  depreciation: (month) => ({ verb: 'depreciation', month }),
  hold: (month) => ({ verb: 'hold', month }),
  seal: (month) => ({ verb: 'seal', month }),
  submit: (plan) => ({ verb: 'submit', plan }),
  publish: (plan) => ({ verb: 'publish', plan }),
  hang: (plan) => ({ verb: 'hang', plan }),
};

/** The one thing an event says happened. Two verbs in one event, or none, is an event nobody understands. */
export function readAct(event: Section, reader: FileReader): Act {
  const acts = [
    ...Object.entries(MAPPINGS).flatMap(([verb, read]) => {
      const section = event.optionalSection(verb);
      return section === undefined ? [] : [read(section)];
    }),
    ...Object.entries(WORDS).flatMap(([verb, read]) => {
      const word = event.optionalText(verb);
      return word === undefined ? [] : [read(word)];
    }),
  ];
  const [act] = acts;
  if (act !== undefined && acts.length === 1) return act;
  const allowed = [...Object.keys(MAPPINGS), ...Object.keys(WORDS)];
  reader.refuse({
    code: reader.codes.notInList,
    field: event.path('').replace(/\.$/, ''),
    facts: { allowed },
  });
  return { verb: 'hold', month: '' };
}

function readSettlement(slip: Section): Act {
  return {
    verb: 'settlement',
    asset: slip.text('asset'),
    month: slip.text('month'),
    from: slip.text('from'),
    to: slip.text('to'),
    energy: slip.text('energy'),
    energyUnit: slip.optionalText('unit') ?? 'kWh',
    priceUnit: slip.optionalText('price_unit') ?? 'yuan/kWh',
    energyPrice: slip.optionalText('energy_price'),
    subsidyPrice: slip.optionalText('subsidy_price'),
    energyAmount: slip.optionalText('energy_amount') ?? '',
    reason: slip.optionalText('reason') ?? '',
    subsidyAmount: slip.optionalText('subsidy_amount') ?? '',
  };
}

function readReceipt(receipt: Section): Act {
  const fromAdvance = receipt.optionalText('from_advance') === 'true';
  const clears = receipt.list('clears').map(readCleared);
  return { verb: 'receipt', amount: receipt.text('amount'), fromAdvance, clears };
}

function readCleared(row: Section): ClearedIncome {
  const month = row.optionalText('month');
  const span =
    month === undefined ? { from: row.text('from'), to: row.text('to') } : { from: month, to: month };
  return {
    asset: row.text('asset'),
    stream: row.oneOf('stream', STREAMS),
    ...span,
    amount: row.optionalText('amount'),
  };
}

function readIncomeDue(due: Section): Act {
  return {
    verb: 'income_due',
    asset: due.text('asset'),
    form: {
      stream: due.oneOf('stream', ['rent', 'dividend', 'other']),
      payer: due.text('payer'),
      coversFrom: due.day('from'),
      coversTo: due.day('to'),
      amount: due.text('amount'),
      dueOn: readDayOrNone(due, 'due_on'),
    },
  };
}

function readDeduction(cost: Section): Act {
  const note = cost.optionalText('note');
  const pool = cost.optionalText('pool') === undefined ? {} : { pool: cost.oneOf('pool', POOLS) };
  return {
    verb: 'deduction',
    contract: cost.optionalText('contract'),
    asset: cost.optionalText('asset'),
    form: {
      kind: cost.optionalText('kind') ?? '',
      name: cost.optionalText('name') ?? '',
      amount: cost.text('amount'),
      reason: cost.optionalText('reason') ?? '',
      ...pool,
      ...(note === undefined ? {} : { note }),
    },
  };
}

function readConfirmation(confirmation: Section): Act {
  return {
    verb: 'confirm',
    form: {
      packId: confirmation.text('pack'),
      until: confirmation.day('until'),
      paperTitle: confirmation.optionalText('paper') ?? '',
      reason: confirmation.text('reason'),
    },
  };
}

function readStandard(standard: Section): Act {
  return {
    verb: 'standard',
    form: {
      region: standard.text('region'),
      numberId: standard.text('number'),
      value: standard.text('value'),
      from: standard.day('from'),
      paperTitle: standard.text('paper'),
      paperNumber: standard.optionalText('paper_number') ?? '',
      paperIssuer: standard.text('issuer'),
      paperIssuedOn: standard.day('issued_on'),
    },
  };
}

function readPlan(plan: Section): Act {
  const reasons = plan
    .optionalList('reasons')
    .map((row): [string, string] => [row.text('check'), row.text('reason')]);
  return {
    verb: 'plan',
    plan: plan.id('key'),
    form: {
      pool: plan.text('pool'),
      from: plan.day('from'),
      to: plan.day('to'),
      claims: plan.list('claims').map(readClaim),
      reasons: Object.fromEntries(reasons),
      leftOverNote: plan.optionalText('left_over_for') ?? '',
    },
  };
}

function readClaim(claim: Section): ClaimForm {
  return {
    bucket: claim.text('use'),
    forWhat: claim.text('for'),
    beneficiaries: claim.optionalText('count') ?? '0',
    unit: claim.optionalText('unit') ?? 'none',
    targetGroup: claim.optionalText('group') ?? 'unknown',
    amount: claim.text('amount'),
  };
}

function readMeeting(meeting: Section): Act {
  return {
    verb: 'meeting',
    plan: meeting.id('plan'),
    form: {
      due: meeting.text('due'),
      present: meeting.text('present'),
      inFavour: meeting.text('in_favour'),
      against: meeting.optionalText('against') ?? '0',
      abstained: meeting.optionalText('abstained') ?? '0',
      stepPaper: meeting.text('paper'),
    },
  };
}

function readReview(review: Section): Act {
  return {
    verb: 'review',
    plan: review.id('plan'),
    outcome: review.oneOf('outcome', ['passed', 'returned']),
    reason: review.optionalText('reason') ?? '',
  };
}

function readGrant(grant: Section): Act {
  const why = grant.optionalText('why') ?? '';
  return { verb: 'grant', plan: grant.id('plan'), use: grant.id('use'), why };
}
