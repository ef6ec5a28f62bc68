import { ASSET_CLASSES, ASSET_KINDS, TITLE_LEVELS } from '../domain/assets/asset-classes';
import { DEDUCTION_KINDS, FIXED_PARTS } from '../domain/deductions/contract-term';
import type { Section } from '../domain/shared/file-reader';
import type { ShareTableForm } from '../features/assets/assets.service';
import type { Act, OpeningAct } from './case-file';
import { POOLS } from './pools';
import { readDayOrNone, STREAMS } from './read-act';

/** An asset of the register as the file writes it: its funds, and for a joint station its share table. */
export function readAsset(entry: Section): Act {
  const table = entry.optionalSection('shares');
  const optional = (key: string): string => entry.optionalText(key) ?? '';
  return {
    verb: 'asset',
    form: {
      kind: entry.oneOf('kind', ASSET_KINDS),
      ...(entry.isGiven('class') ? { assetClass: entry.oneOf('class', ASSET_CLASSES) } : {}),
      ...(entry.isGiven('title_level') ? { titleLevel: entry.oneOf('title_level', TITLE_LEVELS) } : {}),
      name: entry.text('name'),
      cost: optional('cost'),
      titleHolder: entry.text('title_holder'),
      acquiredOn: entry.day('acquired_on'),
      capacityKw: optional('capacity_kw'),
      meterMultiplier: optional('meter_multiplier'),
      energyPrice: optional('energy_price'),
      subsidyPrice: optional('subsidy_price'),
      keeper: optional('keeper'),
      ownShareKey: optional('own_share'),
      funds: entry.optionalList('funds').map((fund) => ({
        level: fund.text('level'),
        year: fund.text('year'),
        amount: fund.text('amount'),
      })),
      ...(table === undefined ? {} : { shareTable: readTable(table) }),
    },
  };
}

function readTable(table: Section): ShareTableForm {
  return {
    validFrom: table.day('valid_from'),
    rows: table.list('rows').map((row) => ({
      key: row.text('key'),
      label: row.text('label'),
      share: row.text('share'),
      owner: row.text('owner'),
    })),
  };
}

/** A contract by which a necessary cost is charged. */
export function readContract(entry: Section): Act {
  const optional = (key: string): string => entry.optionalText(key) ?? '';
  return {
    verb: 'contract',
    asset: entry.optionalText('asset'),
    form: {
      ...NO_TERM,
      ...readTerm(entry.section('term')),
      kind: entry.oneOf('kind', DEDUCTION_KINDS),
      name: entry.text('name'),
      pool: entry.oneOf('pool', POOLS),
      clause: optional('clause'),
      validFrom: entry.day('valid_from'),
      validTo: readDayOrNone(entry, 'valid_to') ?? '',
      reason: optional('reason'),
      policyNumber: optional('policy_number'),
      sumInsured: optional('sum_insured'),
    },
  };
}

/** The fields of a term; those of other terms stay blank. */
const NO_TERM = {
  ...{ termType: '', amount: '', yearPart: '', mu: '', yuanPerMuYear: '', ownShare: '', rate: '' },
  ...{ yuanPerWattYear: '', capacityKw: '' },
};

function readTerm(term: Section): Partial<typeof NO_TERM> {
  const type = term.oneOf('type', ['fixed', 'land_rent', 'percent_of_receipt', 'per_watt_year']);
  switch (type) {
    case 'fixed': {
      const yearPart = term.oneOf('year_part', FIXED_PARTS);
      return { termType: type, amount: term.text('amount'), yearPart };
    }
    case 'land_rent':
      return {
        termType: 'landRent',
        mu: term.text('mu'),
        yuanPerMuYear: term.text('yuan_per_mu_year'),
        yearPart: term.oneOf('year_part', ['year', 'half-year', 'quarter']),
        ownShare: term.optionalText('own_share') ?? '',
      };
    case 'percent_of_receipt':
      return { termType: 'percentOfReceipt', rate: term.text('rate') };
    case 'per_watt_year':
      return {
        termType: 'perWattYear',
        yuanPerWattYear: term.text('yuan_per_watt_year'),
        capacityKw: term.text('capacity_kw'),
      };
  }
}

/** The opening voucher: money in the bank by pool, income still owed, whatever else stood in the books. */
export function readOpening(entry: Section): OpeningAct {
  return {
    verb: 'opening',
    bank: entry.optionalList('bank').map((row) => ({
      pool: row.oneOf('pool', POOLS),
      amount: row.text('amount'),
    })),
    receivables: entry.optionalList('receivables').map((row) => ({
      asset: row.text('asset'),
      stream: row.oneOf('stream', STREAMS),
      month: row.text('month'),
      payer: row.optionalText('payer') ?? 'grid',
      amount: row.text('amount'),
    })),
    accounts: entry.optionalList('accounts').map((row) => ({
      ledgerAccount: row.text('account'),
      side: row.oneOf('side', ['debit', 'credit']),
      pool: row.oneOf('pool', POOLS),
      asset: row.optionalText('asset'),
      amount: row.text('amount'),
    })),
  };
}
