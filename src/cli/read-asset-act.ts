import { CONDITIONS } from '../domain/assets/asset-particulars';
import { LEAVING_GROUNDS, LEAVING_WAYS } from '../domain/assets/asset-life';
import { ASSET_USES, TERMS_BASES } from '../domain/assets/depreciation';
import { DUE_RULES, RENT_TYPES } from '../domain/assets/lease';
import type { Section } from '../domain/shared/file-reader';
import { REMINDER_WAYS } from '../domain/income/arrears';
import { METER_RECORD_KINDS } from '../domain/income/meter-record';
import type { AssetAct } from './asset-act';
import type { Act } from './case-file';

/** The verbs of assets and contracts whose value is a mapping, each with how it is read. */
export const ASSET_VERBS: Readonly<
  Record<Exclude<AssetAct['verb'], 'depreciation'>, (of: Section) => AssetAct>
> = {
  meter: readMeter,
  terms: readTerms,
  condition: (change) => ({
    verb: 'condition',
    asset: change.text('asset'),
    condition: change.oneOf('is', CONDITIONS),
    why: change.optionalText('why') ?? '',
  }),
  leaving: readLeaving,
  lease: readLease,
  lease_end: (end) => ({ verb: 'lease_end', lease: end.text('lease'), reason: end.text('reason') }),
  rent_due: (due) => ({
    verb: 'rent_due',
    lease: due.text('lease'),
    from: due.day('from'),
    fromAdvance: due.optionalText('from_advance') === 'true',
  }),
  rent_payment: (payment) => {
    const from = payment.day('from');
    const to = payment.isGiven('to') ? payment.day('to') : from;
    return { verb: 'rent_payment', lease: payment.text('lease'), from, to, amount: payment.text('amount') };
  },
  remind: (reminder) => ({
    verb: 'remind',
    asset: reminder.text('asset'),
    debtor: reminder.text('debtor'),
    way: reminder.oneOf('way', REMINDER_WAYS),
    note: reminder.optionalText('note') ?? '',
  }),
};

/** Whether an act is one of these. */
export function isAssetAct(act: Act): act is AssetAct {
  return act.verb === 'depreciation' || act.verb in ASSET_VERBS;
}

function readMeter(record: Section): AssetAct {
  return {
    verb: 'meter',
    asset: record.text('asset'),
    form: {
      kind: record.oneOf('kind', METER_RECORD_KINDS),
      on: record.day('day'),
      readingWas: record.optionalText('was') ?? '',
      readingIs: record.text('is'),
      multiplier: record.optionalText('multiplier') ?? '',
      meterNumber: record.optionalText('number') ?? '',
      reason: record.text('reason'),
    },
  };
}

function readTerms(terms: Section): AssetAct {
  return {
    verb: 'terms',
    asset: terms.text('asset'),
    form: {
      basis: terms.oneOf('basis', TERMS_BASES),
      use: terms.oneOf('use', ASSET_USES),
      fromMonth: terms.optionalText('from') ?? '',
      months: terms.text('months'),
      salvage: terms.text('salvage'),
      accumulated: terms.optionalText('accumulated') ?? '',
      paper: terms.optionalText('paper') ?? '',
    },
  };
}

function readLeaving(leaving: Section): AssetAct {
  return {
    verb: 'leaving',
    asset: leaving.text('asset'),
    form: {
      way: leaving.oneOf('way', LEAVING_WAYS),
      ground: leaving.oneOf('ground', LEAVING_GROUNDS),
      proceeds: leaving.optionalText('proceeds') ?? '',
      costs: leaving.optionalText('costs') ?? '',
      taxBasis: leaving.optionalText('tax_basis') ?? '',
      taxPercent: leaving.optionalText('tax_percent') ?? '',
      agreedValue: leaving.optionalText('agreed_value') ?? '',
      stakeName: leaving.optionalText('stake') ?? '',
      paper: leaving.text('paper'),
      approvedBy: leaving.text('approved_by'),
    },
  };
}

function readLease(lease: Section): AssetAct {
  const optional = (key: string): string => lease.optionalText(key) ?? '';
  return {
    verb: 'lease',
    asset: lease.text('asset'),
    form: {
      leaseNumber: lease.text('number'),
      leasedPart: optional('part'),
      tenant: lease.text('tenant'),
      signedOn: lease.day('signed'),
      firstOn: lease.day('from'),
      lastOn: lease.day('to'),
      rentType: lease.oneOf('type', RENT_TYPES),
      rent: lease.text('rent'),
      fund: optional('fund'),
      perMonths: optional('per_months'),
      everyMonths: lease.text('every_months'),
      dueRule: lease.oneOf('due', DUE_RULES),
      dueDays: optional('due_days'),
      dueDate: optional('due_date'),
      steps: lease.optionalList('steps').map((step) => ({ from: step.day('from'), rent: step.text('rent') })),
      growth: optional('growth'),
      growthRounding: optional('growth_rounding'),
      deposit: optional('deposit'),
      jobs: optional('jobs'),
      wages: optional('wages'),
      remarks: optional('remarks'),
    },
  };
}
