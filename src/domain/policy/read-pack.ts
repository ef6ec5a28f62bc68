import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import * as parts from './pack';
import { packProblems } from './pack-problems';
import { DECIDERS, FORCES, UNITS } from './pack-words';
import { readConditions, requireConditions } from './read-conditions';
import * as duties from './read-duties';
import { readPools } from './read-pools';
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
 * citation resolves, every clause is used, every number and every named use stands in the clause it cites,
 * every rule and exception can be reached, floors and caps agree.
 * @param id region and first day, `341200/2023-09-21`: the file's place, which its content has to agree
 *   with
 * @throws FormProblems with everything wrong in the file; fields are paths in it
 */
export function readPack(raw: unknown, id: string): parts.PolicyPack {
  const reader = new FileReader(PACK_CODES);
  const file = reader.open(raw, '');
  file.oneOf('format', ['2']);
  const pack: parts.PolicyPack = {
    id,
    region: readRegion(file.section('region')),
    valid: readValidity(file.section('valid')),
    source: readSource(file.section('source'), reader),
    clauses: file
      .sections('clauses')
      .map(([key, clause]) => ({ key, at: clause.text('at'), text: clause.text('text') })),
    pools: readPools(file.section('pools'), reader),
    values: file.optionalList('values').map(readValue),
    needs: file.optionalList('needs').map(readNeed),
    lists: file.optionalList('lists').map((list) => readWordList(list, reader)),
    measures: file.optionalList('measures').map(readMeasure),
    open: file.optionalList('open').map(readOpenMatter),
    rules: file.list('rules').map((rule) => readRule(rule, reader)),
    tags: file.optionalList('tags').map((tag) => duties.readTag(tag, reader)),
    flows: file.optionalList('flows').map((flow) => duties.readFlow(flow, reader)),
    notices: file.optionalList('notices').map((notice) => duties.readNotice(notice, reader)),
    goals: file.optionalList('goals').map((goal) => duties.readGoal(goal, reader)),
    bands: file.optionalList('bands').map(duties.readBand),
    calendar: file.optionalList('calendar').map((line) => duties.readCalendarLine(line, reader)),
    rounding: readRounding(file.section('rounding')),
    earlierForms: file.lines('earlier_forms'),
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

function readSource(source: Section, reader: FileReader): parts.PackSource {
  const kind = source.oneOf('kind', parts.SOURCE_KINDS);
  const [issuedOn, publishedOn] = [source.optionalDay('issued_on'), source.optionalDay('published_on')];
  const isUndated = issuedOn === undefined && publishedOn === undefined;
  if (isUndated && source.isGiven('kind') && kind !== 'second_hand')
    reader.refuse({
      code: 'policy.missingKey',
      field: source.path('issued_on'),
      facts: { key: 'issued_on' },
    });
  return {
    title: source.text('title'),
    documentNumber: source.optionalText('document_number'),
    issuer: source.text('issuer'),
    issuedOn,
    publishedOn,
    kind,
    textSha256: readDigest(source, kind, reader),
    refersTo: source.lines('refers_to'),
  };
}

/** A text that was seen has the digest of what was seen; one that was not has none. */
function readDigest(source: Section, kind: parts.PackSource['kind'], reader: FileReader): string | undefined {
  if (kind !== 'second_hand')
    return source.matching('text_sha256', 'sha256', (text) => /^[0-9a-f]{64}$/.test(text));
  if (source.isGiven('text_sha256'))
    reader.refuse({ code: 'policy.digestOfUnseenText', field: source.path('text_sha256') });
  return undefined;
}

function readValue(value: Section): parts.PackValue {
  const unit = value.oneOf('unit', UNITS);
  return {
    id: value.id('id'),
    value: unit === 'day' ? value.day('value') : value.decimal('value'),
    unit,
    from: value.optionalDay('from'),
    to: value.optionalDay('to'),
    cite: value.text('cite'),
  };
}

function readNeed(need: Section): parts.Need {
  return {
    id: need.id('id'),
    unit: need.oneOf('unit', UNITS),
    decidedBy: need.oneOf('decided_by', DECIDERS),
    cite: need.text('cite'),
    says: need.text('says'),
  };
}

function readWordList(list: Section, reader: FileReader): parts.WordList {
  const cite = list.text('cite');
  return {
    id: list.id('id'),
    of: list.list('of').map((word) => readWord(word, cite, reader)),
    cite,
  };
}

/** A word of the clause by its `phrase`, or one only needed to judge by its `name`. */
function readWord(word: Section, listCite: string, reader: FileReader): parts.Word {
  const id = word.id('id');
  const phrase = word.optionalText('phrase');
  const name = word.optionalText('name') ?? phrase;
  if (name === undefined)
    reader.refuse({ code: 'policy.missingKey', field: word.path('phrase'), facts: { key: 'phrase' } });
  return { id, phrase, name: name ?? '', cite: word.optionalText('cite') ?? listCite };
}

function readMeasure(measure: Section): parts.Measure {
  return {
    id: measure.oneOf('id', ['new_income']),
    excluding: measure.lines('excluding'),
    cite: measure.text('cite'),
    says: measure.text('says'),
  };
}

function readOpenMatter(matter: Section): parts.OpenMatter {
  return {
    id: matter.id('id'),
    decidedBy: matter.oneOf('decided_by', DECIDERS),
    cite: matter.text('cite'),
    says: matter.text('says'),
  };
}

function readRounding(rounding: Section): parts.PolicyPack['rounding'] {
  rounding.oneOf('unit', ['fen']);
  return {
    oddFen: rounding.oneOf('odd_fen', ['largest_remainder']),
    decidedBy: rounding.oneOf('decided_by', DECIDERS),
  };
}

function readRule(rule: Section, reader: FileReader): parts.Rule {
  return {
    id: rule.matching('id', 'ruleId', duties.isRuleId),
    subject: rule.oneOf('for', SUBJECT_NAMES),
    when: readConditions(rule, 'when', reader),
    need: requireConditions(rule, 'need', reader),
    except: rule.optionalList('except').map((exception) => ({
      when: requireConditions(exception, 'when', reader),
      need: requireConditions(exception, 'need', reader),
    })),
    force: rule.oneOf('force', FORCES),
    cite: rule.text('cite'),
    says: rule.text('says'),
  };
}
