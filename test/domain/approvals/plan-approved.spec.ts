import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { publicityClock } from '../../../src/domain/approvals/display-clock';
import { planWants } from '../../../src/domain/approvals/plan-approved';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Step } from '../../../src/domain/approvals/route';

const FOLDER = join(__dirname, '../../../seeds/routes');
const stepsOf = (id: string): readonly Step[] =>
  readRoute(parse(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')), id).steps;

/** Met on 5 July, reviewed on the 8th, published on the 11th for seven days, the first of them counted. */
const DEFAULT = stepsOf('village-representatives-then-township');
/** Published before its review, filed with the county in the end. */
const FILED = stepsOf('county-guantao');
/** What came of it hangs last, after it was carried out. */
const TWICE = stepsOf('four-deliberations-two-disclosures');
/** Filed with the county before anything is paid, and so before what came of it can hang. */
const FILED_AND_TWICE = stepsOf('village-four-deliberations');
const BARE = DEFAULT.filter(({ kind }) => kind !== 'publicity');

const on = (day: string, until: string | null = null) => ({ decidedOn: `2025-07-${day}`, untilOn: until });
const MET = on('05');
const REVIEWED = on('08');
const HUNG = on('11', '2025-07-17');

interface Wall {
  readonly up?: string;
  readonly photo?: boolean;
  readonly down?: string;
  readonly open?: number;
}

/** A sheet for seven days as it stands on a day: put up on the 11th with a photo unless said otherwise. */
function sheetOn(day: string, { up = '11', photo = true, down, open = 0 }: Wall) {
  const display = { number: 1, displayedOn: `2025-07-${up}`, place: 'gate', proven: photo };
  const taken = down === undefined ? {} : { takenDownOn: `2025-07-${down}` };
  const rule = { days: 7, firstDayCounts: true };
  return { clock: publicityClock(rule, [{ ...display, ...taken }], day), openObjections: open };
}

/** In words: what is wanted, with its figure. */
function wantsOn(
  day: string,
  plan: {
    readonly steps: readonly Step[];
    readonly passed: readonly ReturnType<typeof on>[];
    readonly wall?: Wall | undefined;
    readonly hangsBeside?: boolean;
  },
): string {
  const { steps, passed, wall, hangsBeside = false } = plan;
  const at = `2025-07-${day}`;
  const sheet = wall === undefined ? undefined : sheetOn(at, wall);
  const wants = planWants({ steps, passed, hangsBeside, sheet }, at);
  return wants.map((each) => Object.values(each).join(' ')).join(', ');
}

describe('what a decided plan wants before what it granted may be paid', () => {
  const decided = { steps: DEFAULT, passed: [MET, REVIEWED] };
  const hung = { steps: DEFAULT, passed: [MET, REVIEWED, HUNG], wall: {} };

  it.each([
    ['nothing hangs yet', '08', decided, 'publish'],
    ['the day it is put up', '11', hung, 'hangs 2025-07-17'],
    ['the last of its days', '17', hung, 'hangs 2025-07-17'],
    ['the day after', '18', hung, ''],
    ['put up two days late', '18', { ...hung, wall: { up: '13' } }, 'hangs 2025-07-19'],
    ['put up two days late, over', '20', { ...hung, wall: { up: '13' } }, ''],
    ['no photo shows it', '25', { ...hung, wall: { photo: false } }, 'photo'],
    ['taken down early', '25', { ...hung, wall: { down: '14' } }, 'tornDown 3'],
    ['objections open', '25', { ...hung, wall: { open: 2 } }, 'objections 2'],
    ['hanging and objected to', '12', { ...hung, wall: { open: 1 } }, 'hangs 2025-07-17, objections 1'],
    ['a payment of a day before its sheet', '10', hung, 'publish'],
    ['a payment of a day before the review', '07', hung, 'step 镇政府审核'],
  ] as const)('%s, on the %sth', (_what, day, plan, wants) => {
    // Of a day before it was put up no sheet is known to hang.
    expect(wantsOn(day, { ...plan, passed: [...plan.passed] })).toBe(wants);
  });

  it.each([
    ['its sheet hangs, two steps follow', '12', [MET, HUNG], {}, 'hangs 2025-07-17, step 镇政府审核'],
    ['its sheet has hung', '18', [MET, HUNG], {}, 'step 镇政府审核'],
    ['reviewed, not filed', '20', [MET, HUNG, on('19')], {}, 'step 县里备案'],
    ['filed', '20', [MET, HUNG, on('19'), on('20')], {}, ''],
    ['filed tomorrow', '20', [MET, HUNG, on('19'), on('21')], {}, 'step 县里备案'],
    ['filed, then objected to', '20', [MET, HUNG, on('19'), on('20')], { open: 1 }, 'objections 1'],
  ] as const)('where the county files last: %s', (_what, day, passed, wall, wants) => {
    expect(wantsOn(day, { steps: FILED, passed, wall })).toBe(wants);
  });

  it('where what came of it hangs in the end: shown after the payment, so nothing waits for it', () => {
    const first = [on('01'), on('02'), on('03'), on('04'), on('05', '2025-07-11')];
    const wall = { up: '05' };
    expect(wantsOn('11', { steps: TWICE, passed: first, wall })).toBe('hangs 2025-07-11, step 镇政府审核');
    expect(wantsOn('13', { steps: TWICE, passed: first, wall })).toBe('step 镇政府审核');
    const reviewed = [...first, on('13')];
    expect(wantsOn('13', { steps: TWICE, passed: reviewed, wall })).toBe('');
    expect(wantsOn('14', { steps: TWICE, passed: [...reviewed, on('14', '2025-07-20')], wall })).toBe('');
    expect(wantsOn('14', { steps: TWICE, passed: reviewed, wall: { up: '05', photo: false } })).toBe('photo');
  });

  it('where the county files before what came of it hangs: the filing holds the money', () => {
    const first = [on('01'), on('02'), on('03'), on('04'), on('05', '2025-07-11'), on('13')];
    const of = { steps: FILED_AND_TWICE, wall: { up: '05' } };
    expect(wantsOn('13', { ...of, passed: first })).toBe('step 县里备案');
    expect(wantsOn('14', { ...of, passed: [...first, on('14')] })).toBe('');
  });

  it('where nothing hangs, its last step alone', () => {
    expect(wantsOn('05', { steps: BARE, passed: [MET] })).toBe('step 镇政府审核');
    expect(wantsOn('08', { steps: BARE, passed: [MET, REVIEWED] })).toBe('');
  });

  it('a plan of before, which took meeting and review alone, its sheet where its route has one', () => {
    const before = { steps: BARE, passed: [MET, REVIEWED], hangsBeside: true };
    expect(wantsOn('09', before)).toBe('publish');
    expect(wantsOn('17', { ...before, wall: {} })).toBe('hangs 2025-07-17');
    expect(wantsOn('18', { ...before, wall: {} })).toBe('');
    expect(wantsOn('18', { ...before, wall: { photo: false } })).toBe('photo');
  });
});
