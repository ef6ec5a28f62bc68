import { Findings } from '../../../src/domain/ledger/check-pass';
import { checkEnds, endDayProblems, type EndAct, standingEnd } from '../../../src/domain/uses/use-end';

const ended = (on: string, reason = ''): EndAct => ({ act: 'finished', on, reason, entryId: undefined });
const opened = (on: string, entryId = 'e'): EndAct => ({ act: 'reopened', on, reason: '', entryId });

describe('the end of a work or a project', () => {
  it.each<
    [
      what: string,
      acts: EndAct[],
      isWaiting: boolean,
      finished: string | undefined,
      reopened: string | undefined,
    ]
  >([
    ['goes on', [], false, undefined, undefined],
    ['goes on while a part waits', [], true, undefined, undefined],
    ['is finished', [ended('2025-07-10')], false, '2025-07-10', undefined],
    ['was finished in books of before', [ended('2025-07-10')], true, undefined, '2025-07-10'],
    ['is opened again', [ended('2025-07-10'), opened('2025-07-12')], true, undefined, '2025-07-12'],
    [
      'stays open once nothing waits',
      [ended('2025-07-10'), opened('2025-07-12')],
      false,
      undefined,
      '2025-07-12',
    ],
    [
      'is finished anew',
      [ended('2025-07-10'), opened('2025-07-12'), ended('2025-07-13')],
      false,
      '2025-07-13',
      undefined,
    ],
  ])('%s', (_what, acts, isWaiting, finished, reopened) => {
    const end = standingEnd(acts, isWaiting);
    expect([end.finished?.on, end.reopened?.on]).toEqual([finished, reopened]);
  });

  it('tells which end a reversal undid, and why it had been one', () => {
    const acts = [ended('2025-07-10', 'machines'), opened('2025-07-12')];
    expect(standingEnd(acts, true).reopened).toEqual({ on: '2025-07-12', finishedOn: '2025-07-10' });
    expect(standingEnd(acts.slice(0, 1), false).finished).toEqual({ on: '2025-07-10', reason: 'machines' });
  });

  it.each<[day: string, done: string[], found: string[]]>([
    ['2025-07-12', ['2025-07-10', '2025-07-13', '2025-07-11'], ['2025-07-13']],
    ['2025-07-13', ['2025-07-10', '2025-07-13', '2025-07-11'], []],
    ['2025-07-14', ['2025-07-13'], []],
    ['', ['2025-07-13'], []],
  ])('on %s with parts done on %j is refused before %j', (value, done, found) => {
    const problems = endDayProblems({ field: 'finishedOn', value }, done);
    expect(problems.map(({ facts }) => facts?.['last'])).toEqual(found);
  });

  it.each(['2025-07-01', ''])('on %j is refused while nothing of it is owed', (value) => {
    const problems = endDayProblems({ field: 'finishedOn', value }, []);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(['uses.nothingDone finishedOn']);
  });

  it.each<[what: string, own: string[], reversed: string[], found: string[]]>([
    ['of a voucher that was taken back', ['e'], ['e'], []],
    ['of one that stands', ['e'], [], ['check.reopenedDiffers']],
    ['of another work', ['f'], ['e'], ['check.reopenedDiffers']],
  ])('names, opened again, a voucher: %s', (_what, own, reversed, found) => {
    const findings = new Findings('works');
    const acts = [ended('2025-07-10'), opened('2025-07-12')];
    checkEnds({ name: 'ditch', acts }, { own: new Set(own), reversed: new Set(reversed) }, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(found);
  });
});
