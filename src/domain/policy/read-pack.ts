import { readCondition, type Condition } from './condition';
import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import * as parts from './pack';
import { packProblems } from './pack-problems';
import { SUBJECT_NAMES } from './subjects';

const PACK_CODES: FileCodes = {
  unknownKey: 'policy.unknownKey',
  missingKey: 'policy.missingKey',
  wrongType: 'policy.wrongType',
  impossibleDate: 'policy.impossibleDate',
  notInList: 'policy.notInList',
};

/**
 * Reads a policy pack from its file, already parsed to plain data, and holds it against itself: every
 * citation resolves, every clause is used, every number and every named use stands in the clause it cites.
 * @param id region and first day, `341200/2023-09-21`: the file's place, which its content has to agree
 *   with
 * @throws FormProblems with everything wrong in the file; fields are paths in it
 */
export function readPack(raw: unknown, id: string): parts.PolicyPack {
  const reader = new FileReader(PACK_CODES);
  const file = reader.open(raw, '');
  file.oneOf('format', ['1']);
  const pack: parts.PolicyPack = {
    id,
    region: readRegion(file.section('region')),
    valid: readValidity(file.section('valid')),
    source: readSource(file.section('source')),
    clauses: file
      .sections('clauses')
      .map(([key, clause]) => ({ key, at: clause.text('at'), text: clause.text('text') })),
    pools: readPools(file.section('pools')),
    values: file.optionalList('values').map(readValue),
    needs: file.optionalList('needs').map(readNeed),
    lists: file.optionalList('lists').map(readWordList),
    open: file.optionalList('open').map(readOpenMatter),
    rules: file.list('rules').map((rule) => readRule(rule, reader)),
    rounding: readRounding(file.section('rounding')),
  };
  for (const problem of packProblems(pack)) reader.refuse(problem);
  reader.finish();
  return pack;
}

function readRegion(region: Section): parts.PolicyPack['region'] {
  return {
    code: region.matching('code', 'regionCode', (text) => /^\d{6}(\d{3}){0,2}$/.test(text)),
    name: region.text('name'),
  };
}

function readValidity(valid: Section): parts.PackValidity {
  return {
    from: valid.day('from'),
    to: valid.dayOrNull('to'),
    confirmAfter: valid.dayOrNull('confirm_after'),
    basis: valid.text('basis'),
  };
}

function readSource(source: Section): parts.PackSource {
  return {
    title: source.text('title'),
    documentNumber: source.optionalText('document_number'),
    issuer: source.text('issuer'),
    issuedOn: source.day('issued_on'),
    kind: source.oneOf('kind', ['full_text', 'second_hand']),
  };
}

function readPools(pools: Section): parts.PoolRules[] {
  return parts.POOLS.flatMap((id) => {
    const pool = pools.optionalSection(id);
    return pool === undefined ? [] : [readPool(id, pool)];
  });
}

function readPool(id: parts.PoolId, pool: Section): parts.PoolRules {
  const income = pool.section('income');
  const base = pool.section('base');
  return {
    id,
    income: { phrase: income.text('phrase'), cite: income.text('cite') },
    base: { of: base.oneOf('of', ['after_deductions', 'everything_received']), cite: base.text('cite') },
    deductions: pool.list('deductions').map(readItem),
    buckets: numberNamed(pool.list('buckets').map(readItem)),
  };
}

function readItem(item: Section): parts.Item {
  return {
    id: item.id('id'),
    name: item.text('name'),
    cite: item.text('cite'),
    phrase: item.optionalText('phrase'),
  };
}

function numberNamed(items: readonly parts.Item[]): parts.Bucket[] {
  const named = items.filter((item) => item.phrase !== undefined);
  return items.map((item) => ({
    ...item,
    mark: item.phrase === undefined ? undefined : named.indexOf(item) + 1,
  }));
}

function readValue(value: Section): parts.PackValue {
  return {
    id: value.id('id'),
    value: value.decimal('value'),
    unit: value.oneOf('unit', parts.UNITS),
    cite: value.text('cite'),
  };
}

function readNeed(need: Section): parts.Need {
  return {
    id: need.id('id'),
    unit: need.oneOf('unit', parts.UNITS),
    decidedBy: need.oneOf('decided_by', parts.DECIDERS),
    cite: need.text('cite'),
    says: need.text('says'),
  };
}

function readWordList(list: Section): parts.WordList {
  return {
    id: list.id('id'),
    of: list.list('of').map((word) => ({ id: word.id('id'), phrase: word.text('phrase') })),
    cite: list.text('cite'),
  };
}

function readOpenMatter(matter: Section): parts.OpenMatter {
  return {
    id: matter.id('id'),
    decidedBy: matter.oneOf('decided_by', parts.DECIDERS),
    cite: matter.text('cite'),
    says: matter.text('says'),
  };
}

function readRounding(rounding: Section): parts.PolicyPack['rounding'] {
  rounding.oneOf('unit', ['fen']);
  return {
    oddFen: rounding.oneOf('odd_fen', ['largest_remainder']),
    decidedBy: rounding.oneOf('decided_by', parts.DECIDERS),
  };
}

function readRule(rule: Section, reader: FileReader): parts.Rule {
  const conditions = (key: string): Condition[] =>
    rule.lines(key).flatMap((line) => {
      const condition = readCondition(line);
      if (condition === undefined)
        reader.refuse({ code: 'policy.notACondition', field: rule.path(key), value: line });
      return condition ?? [];
    });
  const need = rule.lines('need');
  if (need.length === 0)
    reader.refuse({ code: 'policy.missingKey', field: rule.path('need'), facts: { key: 'need' } });
  return {
    id: rule.matching('id', 'ruleId', (text) => /^[A-Z]{2,4}-[0-9A-Za-z.-]+$/.test(text)),
    subject: rule.oneOf('for', SUBJECT_NAMES),
    when: conditions('when'),
    need: conditions('need'),
    force: rule.oneOf('force', parts.FORCES),
    cite: rule.text('cite'),
    says: rule.text('says'),
  };
}
