import { type Ratio, ratio } from '../money/ratio';
import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import type { Problem } from '../shared/problem';
import * as parts from './route';

/** A route has no dates, so none can be impossible. */
const ROUTE_CODES: FileCodes = {
  unknownKey: 'approvals.unknownKey',
  missingKey: 'approvals.missingKey',
  wrongType: 'approvals.wrongType',
  impossibleDate: 'approvals.wrongType',
  notInList: 'approvals.notInList',
};

/**
 * Reads an approval route from its file, already parsed to plain data.
 * @param id the file's name without its ending
 * @throws FormProblems with everything wrong in the file; fields are paths in it
 */
export function readRoute(raw: unknown, id: string): parts.Route {
  const reader = new FileReader(ROUTE_CODES);
  const file = reader.open(raw, '');
  file.oneOf('format', ['1']);
  const law = file.oneOf('law', parts.BODY_LAWS);
  const route: parts.Route = {
    ...{ id, law, name: file.text('name') },
    steps: file.list('steps').map((step) => readStep(step, { reader, law })),
  };
  for (const problem of routeProblems(route)) reader.refuse(problem);
  reader.finish();
  return route;
}

interface Within {
  readonly reader: FileReader;
  readonly law: parts.BodyLaw;
}

const KINDS = ['deliberation', 'meeting', 'review', 'publicity', 'filing'] as const;

function readStep(step: Section, within: Within): parts.Step {
  const facts = readFacts(step, within);
  const kind = step.oneOf('kind', KINDS);
  if (kind === 'deliberation') return { ...facts, kind, body: step.id('body') };
  if (kind === 'review') return { ...facts, kind, office: step.oneOf('office', parts.REVIEWERS) };
  if (kind === 'filing') return { ...facts, kind, office: step.oneOf('office', ['township', 'county']) };
  if (kind === 'publicity') {
    const of = step.isGiven('of') ? step.oneOf('of', parts.PUBLISHED) : 'decision';
    return { ...facts, kind, of, days: step.count('days'), firstDayCounts: step.flag('first_day_counts') };
  }
  const majority = step.section('majority');
  const quorum = majority.optionalSection('quorum');
  return {
    ...facts,
    kind,
    body: step.id('body'),
    majority: {
      quorum: quorum === undefined ? undefined : readMajorityShare(quorum, within.reader),
      inFavour: readMajorityShare(majority.section('in_favour'), within.reader),
    },
    fewestDue: step.optionalCount('fewest_due'),
    noticeDays: step.optionalCount('notice_days'),
    noticeFirstDayCounts: step.isGiven('notice_first_day_counts') && step.flag('notice_first_day_counts'),
  };
}

/** What every step says of itself; it is held by its route's law unless it names another. */
function readFacts(step: Section, { law, reader }: Within) {
  const signers = step.optionalSection('signers');
  return {
    id: step.id('id'),
    name: step.text('name'),
    basis: step.list('basis').map(readBasis),
    law: step.isGiven('law') ? step.oneOf('law', parts.STEP_LAWS) : law,
    evidence: readEvidence(step, reader),
    role: step.isGiven('role') ? step.oneOf('role', parts.STEP_ROLES) : undefined,
    signers: signers && { needed: signers.count('needed'), among: signers.count('among') },
  };
}

function readEvidence(step: Section, reader: FileReader): parts.Evidence[] {
  const field = step.path('evidence');
  return step.lines('evidence').flatMap((value) => {
    const found = parts.EVIDENCE.find((each) => each === value);
    if (found !== undefined) return [found];
    reader.refuse({ code: ROUTE_CODES.notInList, field, value, facts: { allowed: parts.EVIDENCE } });
    return [];
  });
}

function readBasis(basis: Section): parts.Basis {
  return {
    source: basis.text('source'),
    article: basis.optionalText('article'),
    confirmed: basis.oneOf('confirmed', parts.CONFIRMATIONS),
    says: basis.text('says'),
  };
}

function readMajorityShare(majority: Section, reader: FileReader): parts.MajorityShare {
  const text = majority.matching('share', 'fraction', (value) => /^\d{1,3}\/\d{1,3}$/.test(value));
  const share = readFraction(text);
  if (text !== '' && share === undefined) {
    reader.refuse({ code: 'approvals.notAShare', field: majority.path('share'), value: text });
  }
  return {
    share: share ?? ratio(1n, 2n),
    bound: majority.oneOf('bound', ['at_least', 'more_than']),
    of: majority.oneOf('of', ['due', 'present']),
  };
}

/** A fraction above zero and not above one, `2/3`; undefined for any other. */
function readFraction(text: string): Ratio | undefined {
  const [numerator = 0n, denominator = 0n] = text.split('/').map((part) => BigInt(part));
  return numerator > 0n && numerator <= denominator ? ratio(numerator, denominator) : undefined;
}

/**
 * A route decides: it has a meeting of the village's own, its ids differ, every step rests on something, and
 * a majority can be reached.
 */
function routeProblems(route: parts.Route): Problem[] {
  const ids = route.steps.map((step) => step.id);
  const problems = route.steps.flatMap((step, index): Problem[] => [
    ...(step.id !== '' && ids.indexOf(step.id) < index
      ? [{ code: 'approvals.duplicateId', field: `steps.${index}.id`, value: step.id }]
      : []),
    ...(step.basis.length === 0 ? [{ code: 'approvals.noBasis', field: `steps.${index}.basis` }] : []),
    ...(step.kind === 'meeting' ? shareProblems(step, `steps.${index}.majority`) : []),
    ...(step.signers !== undefined && step.signers.needed > step.signers.among
      ? [{ code: 'approvals.signersMissing', field: `steps.${index}.signers` }]
      : []),
  ]);
  const meets = route.steps.some(parts.isVillageMeeting);
  return meets ? problems : [...problems, { code: 'approvals.noMeeting', field: 'steps' }];
}

/** `more_than` all of them can never be reached, and a quorum is a share of all who may vote. */
function shareProblems({ majority }: parts.MeetingStep, field: string): Problem[] {
  const unreachable = ({ bound, share }: parts.MajorityShare): boolean =>
    bound === 'more_than' && share.numerator === share.denominator;
  const { quorum, inFavour } = majority;
  return [
    ...(quorum !== undefined && (quorum.of !== 'due' || unreachable(quorum))
      ? [{ code: 'approvals.notAShare', field: `${field}.quorum` }]
      : []),
    ...(unreachable(inFavour) ? [{ code: 'approvals.notAShare', field: `${field}.in_favour` }] : []),
  ];
}
