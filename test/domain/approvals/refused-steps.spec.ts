import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { meetingProblems } from '../../../src/domain/approvals/quorum';
import { readRoute } from '../../../src/domain/approvals/read-route';
import { failedVoteProblems, mayRefuse, readOutcome } from '../../../src/domain/approvals/refused-steps';
import type { MeetingStep, Step } from '../../../src/domain/approvals/route';
import { missingPapers } from '../../../src/domain/approvals/step-papers';

const stepsOf = (id: string): readonly Step[] => {
  const file = join(__dirname, '../../../seeds/routes', `${id}.yaml`);
  return readRoute(parse(readFileSync(file, 'utf8')), id).steps;
};
const stepOf = (routeId: string, kind: Step['kind'], place = 0): Step => {
  const step = stepsOf(routeId).filter((each) => each.kind === kind)[place];
  if (step === undefined) throw new Error('the route has no such step');
  return step;
};
/** Two thirds of all agree, and nobody asks how many came. */
const COLLECTIVE = stepOf('members-assembly-then-township', 'meeting') as MeetingStep;
/** Two thirds come, and more than half of these agree. */
const COMMITTEE = stepOf('village-four-deliberations', 'meeting', 1) as MeetingStep;

describe('a vote that failed', () => {
  it.each<[string, MeetingStep, [number, number, number, number, number], string[]]>([
    ['one short of two thirds of all', COLLECTIVE, [90, 80, 59, 11, 10], []],
    ['two thirds of all: it passed', COLLECTIVE, [90, 80, 60, 10, 10], ['approvals.votePassed']],
    ['everybody agreed, and one too few came', COLLECTIVE, [90, 59, 59, 0, 0], []],
    ['too few came, and nobody voted', COLLECTIVE, [90, 59, 0, 0, 0], []],
    ['enough came, and nobody voted', COLLECTIVE, [90, 60, 0, 0, 0], ['approvals.countsDoNotAddUp']],
    ['nobody came', COLLECTIVE, [90, 0, 0, 0, 0], []],
    ['half of who came', COMMITTEE, [42, 36, 18, 18, 0], []],
    ['one above half: it passed', COMMITTEE, [42, 37, 19, 18, 0], ['approvals.votePassed']],
    ['one short of its quorum, all agreeing', COMMITTEE, [42, 27, 27, 0, 0], []],
    ['one short of its quorum, nobody voting', COMMITTEE, [42, 27, 0, 0, 0], []],
    ['its quorum, nobody voting', COMMITTEE, [42, 28, 0, 0, 0], ['approvals.countsDoNotAddUp']],
    ['votes that do not add up', COMMITTEE, [42, 27, 10, 0, 0], ['approvals.countsDoNotAddUp']],
    ['more came than may', COMMITTEE, [42, 43, 0, 43, 0], ['approvals.countsDoNotAddUp']],
    ['nobody may vote', COMMITTEE, [0, 0, 0, 0, 0], ['approvals.countsDoNotAddUp']],
  ])('%s', (_, step, [due, present, inFavour, against, abstained], codes) => {
    const counts = { due, present, inFavour, against, abstained };
    expect(failedVoteProblems(step, counts).map(({ code }) => code)).toEqual(codes);
    // No counts are both: whatever passes has not failed.
    if (meetingProblems(step, counts).length === 0) expect(codes).toEqual(['approvals.votePassed']);
  });

  it('is no vote of a body that the law does not know', () => {
    const step = { ...COLLECTIVE, fewestDue: 21 };
    const counts = { due: 20, present: 20, inFavour: 0, against: 20, abstained: 0 };
    expect(failedVoteProblems(step, counts).map(({ code }) => code)).toEqual(['approvals.tooFewDue']);
  });
});

describe('how a step ended', () => {
  const SUPERVISION = stepOf('county-shandong', 'review');
  const TALKED = stepOf('county-shandong', 'deliberation');
  const OFFICE = stepOf('county-yingshan', 'review');
  const HUNG = stepOf('county-yingshan', 'publicity');
  const FILED = stepOf('county-guantao', 'filing');

  it('a body of the village says, no office and no wall', () => {
    const all = [COLLECTIVE, COMMITTEE, SUPERVISION, TALKED, OFFICE, HUNG, FILED];
    expect(all.map(mayRefuse)).toEqual([true, true, true, true, false, false, false]);
  });

  it.each<[string, Step, string, string, string[]]>([
    ['passed where nothing is said', SUPERVISION, '', '', []],
    ['passed', SUPERVISION, 'passed', '', []],
    ['passed, and why not', SUPERVISION, 'passed', 'too dear', ['approvals.reasonOfPassed']],
    ['refused with a reason', SUPERVISION, 'refused', 'too dear', []],
    ['refused without', SUPERVISION, 'refused', ' ', ['approvals.refusalReasonMissing']],
    ['talked over and refused', TALKED, 'refused', 'too dear', []],
    ['voted down: its counts say why', COLLECTIVE, 'refused', '', []],
    ['refused by an office', OFFICE, 'refused', 'too dear', ['form.notAllowed']],
    ['refused by a wall', HUNG, 'refused', 'too dear', ['form.notAllowed']],
    ['refused by a number', FILED, 'refused', 'too dear', ['form.notAllowed']],
    ['returned by the village', SUPERVISION, 'returned', '', ['form.notAllowed']],
    ['with a telephone', TALKED, 'refused', 'ask 13812345678', ['form.privateNumber']],
  ])('%s', (_, step, outcome, reason, codes) => {
    const { read, problems } = readOutcome(step, { outcome, reason });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(read).toEqual({ outcome: outcome === 'refused' ? 'refused' : 'passed', reason: reason.trim() });
  });

  it('asks for no resolution of what was not resolved', () => {
    const asked = (step: Step, isRefused: boolean) => missingPapers({ ...step, isRefused }, []);
    expect(asked(COLLECTIVE, false)).toEqual(['minutes', 'attendance', 'resolution']);
    expect(asked(COLLECTIVE, true)).toEqual(['minutes', 'attendance']);
    expect(asked(SUPERVISION, true)).toEqual(['signed_paper']);
  });
});
