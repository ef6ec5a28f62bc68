import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { WorkingYear } from '../../../src/domain/calendar/working-days';
import { readYuan } from '../../../src/domain/money/fen';
import { type GivenAid, type JudgedAid, judgeAid } from '../../../src/domain/uses/aid-judging';
import type { AidLine, Recipient } from '../../../src/domain/uses/aid-rows';
import type { AidTerms } from '../../../src/domain/uses/aid-terms';
import { packInForce } from '../policy/seeded';

const HOUSEHOLD_KINDS = ['household_project', 'star', 'inspire', 'industry'];
const TERMS: AidTerms = {
  ...{ equalFrom: 3, byHousehold: HOUSEHOLD_KINDS, stepsOfAcceptance: ['pay'], confirmed: false },
  runsAfter: { labour_payment: 'approve' },
  ...{ byMonth: [], withoutState: [], paidByGovernment: [] },
};
const readYears: (text: string) => { readonly years: readonly WorkingYear[] } = parse;
const { years } = readYears(readFileSync('seeds/people/working-days.yaml', 'utf8'));

export const pack = (region: string, on: string) => {
  const found = packInForce([region], on);
  if (found === undefined) throw new Error(`no document in ${region} on ${on}`);
  return found.pack;
};
const fen = (yuan: string): bigint => readYuan(yuan) ?? 0n;
export const line = (amount: string, change: Partial<AidLine> = {}): AidLine => ({
  ...{ memberId: 'm1', householdId: 'h1', standard: fen(amount), times: 1, amount: fen(amount) },
  ...{ status: undefined, ...change },
});
export const one = (status: string | undefined, perHead?: bigint): Recipient => ({
  ...{ memberId: 'm1', memberNumber: 1, name: '', householdId: 'h1', status, perHead },
});
export const before = (amount: string, change: Partial<GivenAid> = {}): GivenAid => ({
  ...{ memberId: 'm1', householdId: 'h1', kind: 'labour', on: '2018-05-02', times: 1, roundId: 'r1' },
  ...{ amount: fen(amount), ...change },
});

/** What stops or asks, as `rule outcome`; nothing of what is kept. */
export function found(
  where: {
    readonly region: string;
    readonly on: string;
    readonly local?: Readonly<Record<string, string>>;
    readonly terms?: Partial<AidTerms>;
  },
  aid: Partial<JudgedAid> & Pick<JudgedAid, 'kind' | 'lines'>,
): string[] {
  const { region, on, local = {}, terms = {} } = where;
  const judged = judgeAid(
    { on, fund: 'village', notes: new Map(), past: [], people: [one(undefined)], ...aid },
    { pack: pack(region, on), local, terms: { ...TERMS, ...terms }, years },
  );
  return judged
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ ruleId, outcome }) => `${ruleId} ${outcome}`);
}

export const notes = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given));
export const SHANGQIU = { region: '411400', on: '2018-12-20' };
export const paidBy = { pool: 'pv' as const, bucket: 'reward', left: 1_000_000n };
