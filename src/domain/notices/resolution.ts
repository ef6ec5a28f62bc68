import { type MeetingCounts, neededVotes } from '../approvals/quorum';
import { isUnheld } from '../approvals/refused-steps';
import { EVIDENCE, type MajorityShare, type MeetingStep } from '../approvals/route';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

const COUNT = { kind: 'count' } as const;
const TEXT = { kind: 'text' } as const;
const MONEY = { kind: 'money' } as const;

/** How a vote ended; `notHeld` where too few came for any. */
export const VOTE_RESULTS = ['passed', 'failed', 'notHeld'] as const;
export type VoteResult = (typeof VOTE_RESULTS)[number];

/** How the village's body voted on a plan, held against what its law asks, and what it decided. */
export const RESOLUTION = {
  pools: 'none',
  matter: 'plan',
  sums: ['inFavour', 'against', 'abstained', 'voted'],
  headline: 'result',
  adds: true,
  counts: true,
  facts: {
    ...{ body: TEXT, on: { kind: 'day' }, due: COUNT, present: COUNT },
    result: { kind: 'word', words: VOTE_RESULTS },
    /** The votes again, where people voted at all. */
    ...{ favoured: COUNT, opposed: COUNT, held: COUNT },
    /** On which day the papers were out before it, where its route asks for it. */
    papersOutOn: { kind: 'day' },
    /** Of a plan of a period what there is to distribute, of one of a year what is expected. */
    ...{ distributable: MONEY, expected: MONEY },
    ...{ planned: MONEY, reserve: MONEY, left: MONEY },
  },
  tables: {
    tests: {
      fields: {
        test: { kind: 'word', words: ['due', 'present', 'agreed'] },
        ...{ have: COUNT, needed: COUNT, rule: TEXT },
        met: { kind: 'word', words: ['yes', 'no', 'notHeld'] },
      },
      ...{ lead: 'test', amount: 'met', totals: {} },
    },
    uses: {
      fields: { use: TEXT, clause: TEXT, amount: MONEY },
      ...{ lead: 'use', amount: 'amount', totals: { amount: '' } },
    },
    papers: {
      fields: { paper: { kind: 'word', words: [...EVIDENCE, 'record'] }, title: TEXT, pages: TEXT, at: TEXT },
      ...{ lead: 'title', amount: 'pages', totals: {} },
    },
    signers: {
      listsPersons: true,
      fields: {
        ...{ signature: { kind: 'signature' }, step: TEXT },
        how: { kind: 'word', words: ['own', 'paper'] },
        day: { kind: 'day' },
      },
      ...{ lead: 'signature', amount: 'day', totals: {} },
    },
  },
} as const satisfies ReportShape;

/** A share of a vote in words: how many of how many. */
type RuleWords = (share: MajorityShare, base: number) => string;

/** A vote of the village's body and what it was about. */
export interface ResolvedVote {
  readonly step: Pick<MeetingStep, 'majority' | 'fewestDue'>;
  readonly counts: MeetingCounts;
  readonly isPassed: boolean;
  /** Body, day, papers before it, and what the plan comes to. */
  readonly facts: ReportRow;
  readonly uses: readonly ReportRow[];
  readonly papers: readonly ReportRow[];
  readonly signers: readonly ReportRow[];
}

/** The figures of the sheet: in favour + against + abstained = everybody who voted, of any plan. */
export function resolutionNotice(vote: ResolvedVote, ruleOf: RuleWords): ReportFigures {
  const { counts, uses, papers, signers } = vote;
  const { due, present, inFavour, against, abstained } = counts;
  const result = resultOf(vote);
  const votes = result === 'notHeld' ? {} : { favoured: inFavour, opposed: against, held: abstained };
  const { tables } = RESOLUTION;
  return {
    sums: {
      ...{ inFavour: String(inFavour), against: String(against), abstained: String(abstained) },
      voted: String(inFavour + against + abstained),
    },
    facts: { ...vote.facts, due, present, result, ...votes },
    tables: {
      tests: reportTable(tables.tests, testRows(vote, ruleOf)),
      uses: reportTable(tables.uses, uses),
      papers: reportTable(tables.papers, papers),
    },
    persons: { signers: reportTable(tables.signers, signers) },
  };
}

function resultOf({ isPassed, counts }: ResolvedVote): VoteResult {
  if (isPassed) return 'passed';
  return isUnheld(counts) || counts.present === 0 ? 'notHeld' : 'failed';
}

/** What the law of the body asks, one after the other: how many it has, how many came, how many agreed. */
function testRows(vote: ResolvedVote, ruleOf: RuleWords): ReportRow[] {
  const { step, counts } = vote;
  const { quorum, inFavour } = step.majority;
  const { fewestDue } = step;
  const test = (name: string, have: number, share: MajorityShare): ReportRow => {
    const needed = neededVotes(share, counts);
    return { test: name, have, needed, rule: ruleOf(share, counts[share.of]), met: isMet(have, needed) };
  };
  const agreed = test('agreed', counts.inFavour, inFavour);
  return [
    ...(fewestDue === undefined
      ? []
      : [{ test: 'due', have: counts.due, needed: fewestDue, met: isMet(counts.due, fewestDue) }]),
    ...(quorum === undefined ? [] : [test('present', counts.present, quorum)]),
    resultOf(vote) === 'notHeld' ? { ...agreed, met: 'notHeld' } : agreed,
  ];
}

function isMet(have: number, needed: number): 'yes' | 'no' {
  return have >= needed ? 'yes' : 'no';
}
