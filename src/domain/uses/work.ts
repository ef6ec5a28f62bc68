import { type Fen, plainYuan, readYuan, sumFen } from '../money/fen';
import type { PlainFacts } from '../policy/subjects';
import type { Problem } from '../shared/problem';
import { namedAs } from '../shared/plain-name';
import { privateNumberProblems } from '../shared/private-number';
import { readAmount } from '../shared/typed-fields';

/** The use that packs name for labour of small public works. */
export const LABOUR_USE = 'labour';

/** Uses that are owed in ways of their own, and so never by a labour sheet. */
const OTHERWISE_OWED = [
  ...['posts', 'reward', 'subsidy', 'industry', 'agreed', 'member', 'dividend', 'cadre', 'hardship'],
  'relief',
];

/**
 * Whether a use may pay labour of small public works: the one its document names for that; where it names
 * none, any that is not owed in a way of its own.
 */
export function paysLabour(use: string, uses: readonly string[]): boolean {
  return uses.includes(LABOUR_USE) ? use === LABOUR_USE : !OTHERWISE_OWED.includes(use);
}

/** A small public work as typed: which claim of an approved plan pays its labour. */
export interface WorkForm {
  readonly claimId: string;
  readonly workName: string;
  /** For work for relief: what it costs, and what of it two levels of funds pay; else blank. */
  readonly workInvestment: string;
  readonly workCentral: string;
  readonly workRegion: string;
  /** The project of construction that it is part of, where it builds something lasting; else blank. */
  readonly projectId: string;
}

/** What a project of work for relief costs, and what of it central and regional funds pay. Fen. */
export interface ReliefFunds {
  readonly investment: Fen;
  readonly central: Fen;
  readonly region: Fen;
}

/** A small public work. */
export interface Work {
  readonly claimId: string;
  readonly name: string;
  /** Absent where it is no work for relief. */
  readonly relief: ReliefFunds | undefined;
  /** The project whose cost its labour becomes; absent where it forms no asset. */
  readonly projectId: string | undefined;
}

/**
 * Reads a work. Where the investment is given it is work for relief, and its funds are told, too: a share of
 * them may have to be paid for labour.
 * @param given the claims for labour of approved plans and the projects that are being built, by id
 * @returns problems `form.missing`, `form.privateNumber`, `money.*`, `works.claimUnknown`, `works.nameTaken`,
 *   `works.fundsWithoutInvestment`, `works.fundsAboveInvestment`, `works.projectUnknown`
 */
export function readWork(
  form: WorkForm,
  given: {
    readonly claims: readonly string[];
    readonly namesTaken: readonly string[];
    readonly projects: readonly string[];
  },
): { readonly work: Work; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const name = form.workName.trim();
  if (form.claimId.trim() === '') problems.push({ code: 'form.missing', field: 'claimId' });
  else if (!given.claims.includes(form.claimId))
    problems.push({ code: 'works.claimUnknown', field: 'claimId' });
  if (name === '') problems.push({ code: 'form.missing', field: 'workName' });
  const standing = namedAs(name, given.namesTaken);
  if (standing !== undefined)
    problems.push({ code: 'works.nameTaken', field: 'workName', value: name, facts: { standing } });
  problems.push(...privateNumberProblems({ workName: name }));
  const projectId = form.projectId.trim() === '' ? undefined : form.projectId;
  if (projectId !== undefined && !given.projects.includes(projectId))
    problems.push({ code: 'works.projectUnknown', field: 'projectId' });
  const relief = readRelief(form, problems);
  return { work: { claimId: form.claimId, name, relief, projectId }, problems };
}

function readRelief(form: WorkForm, problems: Problem[]): ReliefFunds | undefined {
  const { workInvestment, workCentral, workRegion } = form;
  const isGiven = [workInvestment, workCentral, workRegion].some((text) => text.trim() !== '');
  if (!isGiven) return undefined;
  if (workInvestment.trim() === '') {
    problems.push({ code: 'works.fundsWithoutInvestment', field: 'workInvestment' });
    return undefined;
  }
  const investment =
    readAmount({ field: 'workInvestment', value: workInvestment }, 'aboveZero', problems) ?? 0n;
  const central = readFund('workCentral', workCentral, problems);
  const region = readFund('workRegion', workRegion, problems);
  if (problems.length === 0 && central + region > investment) {
    const facts = { funds: central + region, investment };
    problems.push({ code: 'works.fundsAboveInvestment', field: 'workCentral', facts });
  }
  return { investment, central, region };
}

/** A level that gave nothing may be left blank. */
function readFund(field: string, value: string, problems: Problem[]): Fen {
  if (value.trim() === '') return 0n;
  return readAmount({ field, value }, 'zero', problems) ?? readYuan('0') ?? 0n;
}

/** A line of an accepted sheet, as far as a work's figures need it. */
export interface PaidLine {
  readonly memberId: string;
  readonly amount: Fen;
  readonly status: string | undefined;
}

/** What a work paid for labour, and how much of it went to those who are to be helped. */
export interface WorkFigures {
  readonly labour: Fen;
  readonly toHelped: Fen;
  readonly workers: number;
  readonly helped: number;
}

/** The figures of a work from its accepted sheets: everybody is counted once. */
export function workFigures(lines: readonly PaidLine[]): WorkFigures {
  const helped = lines.filter(({ status }) => status !== undefined);
  const persons = (of: readonly PaidLine[]): number => new Set(of.map(({ memberId }) => memberId)).size;
  return {
    labour: sumFen(lines.map(({ amount }) => amount)),
    toHelped: sumFen(helped.map(({ amount }) => amount)),
    workers: persons(lines),
    helped: persons(helped),
  };
}

/** What a document may say of work for relief. Source: DC-21d, GX-2-7a. */
export function reliefFacts({ labour, workers, helped }: WorkFigures, funds: ReliefFunds): PlainFacts {
  return {
    labour_pay: plainYuan(labour),
    investment: plainYuan(funds.investment),
    central: plainYuan(funds.central),
    region: plainYuan(funds.region),
    workers: String(workers),
    target_workers: String(helped),
  };
}

/** What the works of a claim cost together, where one of them is work for relief. */
export interface ClaimFunds {
  readonly funds: ReliefFunds;
  /** How many of them say what they cost. */
  readonly count: number;
  /** The names of those that do not say it: the share of labour cannot be told without them. */
  readonly missing: readonly string[];
}

/**
 * The funds of all works of a claim: its labour is judged together, so that no work beside it thins out or
 * hides the share. Undefined where none is work for relief. Source: DC-21d, GX-2-7a.
 */
export function claimFunds(works: readonly Pick<Work, 'name' | 'relief'>[]): ClaimFunds | undefined {
  const told = works.flatMap(({ relief }) => (relief === undefined ? [] : [relief]));
  if (told.length === 0) return undefined;
  const funds = {
    investment: sumFen(told.map(({ investment }) => investment)),
    central: sumFen(told.map(({ central }) => central)),
    region: sumFen(told.map(({ region }) => region)),
  };
  const missing = works.filter(({ relief }) => relief === undefined).map(({ name }) => name);
  return { funds, count: told.length, missing };
}

/**
 * Works of one claim all say what they cost, or none does. Codes `works.totalMissing` for a new one beside
 * works for relief, `works.totalsMissing` for a work for relief beside others (with their names).
 */
export function togetherProblems(
  { name, relief }: Pick<Work, 'name' | 'relief'>,
  others: readonly Pick<Work, 'name' | 'relief'>[],
): Problem[] {
  const field = 'workInvestment';
  const { missing = [] } = claimFunds([...others, { name, relief }]) ?? {};
  if (missing.includes(name)) return [{ code: 'works.totalMissing', field }];
  return missing.length === 0 ? [] : [{ code: 'works.totalsMissing', field, facts: { works: missing } }];
}
