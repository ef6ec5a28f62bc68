import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareFigures } from '../src/cli/compare-figures';
import { loadDemoWhenEmpty } from '../src/cli/demo-data';
import { DemoLogInsOfStory } from '../src/cli/demo-log-ins';
import { demoStory } from '../src/cli/demo-story';
import { loadCase } from '../src/cli/load-case';
import { differencesOf } from '../src/cli/run-case';
import { openThrowawayApp } from '../src/cli/throwaway-app';
import { FormProblems } from '../src/domain/shared/problem';
import { Clock, localTime } from '../src/platform/clock/clock';
import { Database } from '../src/platform/database/database';
import { CASES_FOLDER, casesComeOutOn, tellCase } from './cases.fixture';
import { freshSettings } from './support/engines';
import { tempFolder } from './support/temp-folder';

const SEEDS = join(__dirname, '..', 'seeds');

casesComeOutOn('sqlite');

/** A copy of a case with some of its words replaced, beside a copy of the stories it tells. */
function spoilt(name: string, from: string, to: string): string {
  const folder = tempFolder('case');
  mkdirSync(join(folder, 'stories'));
  const story = readFileSync(join(CASES_FOLDER, 'stories', 'village.yaml'), 'utf8');
  writeFileSync(join(folder, 'stories', 'village.yaml'), story);
  const text = readFileSync(join(CASES_FOLDER, name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, name), text.replace(from, to));
  return join(folder, name);
}

describe('a case with something wrong in it', () => {
  it.each<[what: string, name: string, from: string, to: string, at: string]>([
    ['a figure', 'a21-fenxi.yaml', "deducted: '6,900.00'", "deducted: '6,900.01'", 'surplus.deducted'],
    ['a balance', 'a21-fenxi.yaml', "'511': '6,900.00'", "'511': '6,900.01'", 'ledger.accounts.511'],
    ['an account nobody booked', 'a21-fenxi.yaml', "'511': '6", "'519': '6", 'ledger.accounts.519'],
    ['a figure nobody knows', 'a21-fenxi.yaml', "deducted: '6", "deduced: '6", 'surplus.deduced'],
    [
      'a part of a payout',
      'payouts.yaml',
      "gives: { '01': 0.34",
      "gives: { '01': 0.35",
      'payouts.acts.1.gives.01',
    ],
    [
      'what a use gets',
      'splits.yaml',
      "industry: '20,112.00'",
      "industry: '20,112.01'",
      'split.uses.industry',
    ],
    [
      'where a year stands',
      'splits-published.yaml',
      "short: '5,141,000.00', s",
      "short: '5,141,000.01', s",
      'year.short',
    ],
    ['a row too few', 'b3-yongji.yaml', "['0.00', '82.92']", "['0.00']", 'left_overs.each (rows)'],
    [
      'the code of a refusal',
      'refused-pack.yaml',
      'policy.unknownKey',
      'policy.misfiled',
      'books.0.events.0',
    ],
    ['a refusal that does not come', 'a22-anyuan.yaml', '6000.01', '6000.00', 'books.0.events.0'],
    [
      'a refusal nobody expected',
      'a22-anyuan.yaml',
      'refused: deductions.aboveCap, ',
      '',
      'books.0.events.0',
    ],
  ])('names %s', async (_what, name, from, to, at) => {
    const { settings } = await freshSettings('sqlite');
    const differences = differencesOf(await tellCase(spoilt(name, from, to), settings));
    expect(differences.map((difference) => difference.at)).toContain(at);
  });

  it.each<[what: string, from: string, to: string, field: string, code: string]>([
    ['an unknown key', 'pool: pv, from', 'pol: pv, from', 'expect.0.surplus.pol', 'policy.unknownKey'],
    ['an unknown verb', 'settlement: {', 'settle: {', 'books.0.events.0.settle', 'policy.unknownKey'],
    ['a day that is not', '2025-03-31 }', '2025-02-30 }', 'expect.0.surplus.to', 'policy.impossibleDate'],
    ['an expectation of nothing', 'distributable: ', 'distributable', 'expect.0.is', 'policy.wrongType'],
    ['a line that is not YAML', 'title:', 'title: [', '', 'policy.notYaml'],
  ])('is refused for %s, with its place', (_what, from, to, field, code) => {
    const file = spoilt('a21-fenxi.yaml', from, to);
    const problems = problemsOf(() => loadCase(file));
    expect(problems.map((problem) => [problem.field, problem.code])).toContainEqual([field, code]);
  });
});

function problemsOf(read: () => unknown) {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof FormProblems) return error.problems;
    throw error;
  }
}

describe('the demo', () => {
  it('is loaded into an empty database once, stands on its days, and goes on from the last', async () => {
    const { settings } = await freshSettings('sqlite');
    const story = demoStory(SEEDS, 'demo.yaml');
    const day = story.standsOn;
    expect(day).toBe('2025-07-14');
    const { app, close } = await openThrowawayApp({ day, demo: true, database: settings });
    expect([await loadDemoWhenEmpty(app, story), await loadDemoWhenEmpty(app, story)]).toEqual([true, false]);
    const clock = app.get(Clock);
    expect(clock.today()).toBe(day);
    const entries = await app
      .get(Database)
      .reader.query<{ posted: string; booked: string }[]>(
        'SELECT posted_on AS posted, booked_at AS booked FROM ledger_entries',
      );
    expect(entries.length).toBeGreaterThan(80);
    const offTheirDays = entries.filter(
      ({ posted, booked }) => localTime(booked).slice(0, 10) < posted || booked > clock.now(),
    );
    expect(offTheirDays).toEqual([]);
    await close();
  });

  it('lists its log-ins, and none without a demo', () => {
    expect(new DemoLogInsOfStory(demoStory(SEEDS, 'demo.yaml')).list.map(({ username }) => username)).toEqual(
      ['zhou', 'he', 'wu', 'sun', 'qian'],
    );
    expect(new DemoLogInsOfStory(undefined).list).toEqual([]);
  });
});

describe('an expected figure', () => {
  it.each<[rule: string, expected: string, got: string, same: boolean]>([
    ['is the same number however its thousands are set', '49,236', '49236', true],
    ['is the same number with or without its zeros', '1,680.00', '1680', true],
    ['differs by one fen', '1,680.00', '1680.01', false],
    ['differs by its sign', '-59,412.27', '59412.27', false],
    ['of words is the same words', 'approved', 'returned', false],
    ['that is empty says that there is none', '', '', true],
  ])('%s', (_rule, expected, got, same) => {
    expect(compareFigures({ figure: expected }, { figure: got }, 'at').differences).toHaveLength(
      same ? 0 : 1,
    );
  });

  it('is counted once, found or not', () => {
    const expected = { lines: ['1', '2'], sum: '3' };
    expect(compareFigures(expected, { lines: ['1', '2'], sum: '3' }, 'at').compared).toBe(3);
    expect(compareFigures(expected, { lines: ['1', '2'], sum: '4' }, 'at').compared).toBe(3);
  });
});
