import type { Facts } from '../domain/shared/domain-error';
import { fullDayText } from '../platform/views/day-text';
import { bodyName } from './bodies';
import { yearPlanName } from './periods';
import { sentenceOfKept } from './sentences';
import { labelOf } from './terms';

/** What was done or refused, by its command. */
interface Did {
  readonly outcome: 'accepted' | 'refused';
  readonly command: string;
  readonly asked?: string | undefined;
}

type Told = Readonly<Record<string, string | number>>;

/** Words of the register of acts. */
export const actWords = {
  any: { value: '', label: '全部' },
  /**
   * What was done, or tried: by the name of its command; what was refused before it began by its address,
   * where a form of a page stands, or one of a program.
   */
  what: (act: Did): string => {
    const name = act.outcome === 'accepted' ? act.command : act.asked;
    return name === undefined ? (triedOn(act.command) ?? triedBy(act.command)) : labelOf(`command.${name}`);
  },
  /** Why it was refused, with what of its sentence was kept. */
  why: ({ code, facts }: { readonly code: string; readonly facts: Facts }): string =>
    sentenceOfKept(code, facts),
  /**
   * Which plan, in which of its drafts, or which sheet, which step of it or objection to it, and how that
   * ended; or for whom, and as what.
   */
  about: (told: Told, nameOf: (userId: string) => string): string =>
    [planText(told), sheetText(told), stepText(told), objectionText(told), whomText(told, nameOf)]
      .filter((each) => each !== '')
      .join('：'),
};

/** What is done with a plan, by the last part of its address. */
const ON_PLANS: Readonly<Record<string, string>> = {
  submit: 'submit',
  meeting: 'step',
  steps: 'step',
  review: 'review',
};

/** What is done with a sheet on the wall, by the end of its address. */
const ON_SHEETS: readonly (readonly [RegExp, string])[] = [
  [/\/notices\/:\w+\/displays$/, 'display'],
  [/\/displays\/:\w+\/takedown$/, 'takedown'],
  [/\/villages\/:\w+\/objections$/, 'objection'],
  [/\/villages\/:\w+\/objections\/:\w+\/answer$/, 'answer'],
];

function triedOn(command: string): string | undefined {
  const [, onSheet] = ON_SHEETS.find(([address]) => address.test(command)) ?? [];
  if (onSheet !== undefined) return labelOf(`command.notices.${onSheet}`);
  const [, kind = '', act = ''] = /\/(year-plans|plans)\/:\w+\/([a-z]+)$/.exec(command) ?? [];
  const name = ON_PLANS[act];
  if (name === undefined) return undefined;
  return labelOf(`command.${kind === 'plans' ? 'distribution' : 'yearPlan'}.${name}`);
}

/** Doors of a log-in, of a page or a program; a code is asked for beside the password. */
const DOORS = new Set(['POST /login', 'POST /login/code', 'POST /api/sessions']);

function triedBy(command: string): string {
  if (DOORS.has(command)) return '登录';
  return command.includes(' /api/') ? '程序交来的操作' : '网页上填的一张表';
}

function planText({ pool = '', from = '', to = '', year = 0, revision = 0 }: Told): string {
  if (pool === '') return '';
  const money = labelOf(`pool.${String(pool)}`);
  // By its days: one that was moved by a day is another plan.
  const days = `${fullDayText(String(from))}至${fullDayText(String(to))}`;
  const name = year === 0 ? `${days}${money}方案` : yearPlanName(Number(year), money);
  return `${name}第${String(revision)}稿`;
}

function sheetText({ sheet = '' }: Told): string {
  return sheet === '' ? '' : `${numberOf(sheet, '')}公示`;
}

function objectionText({ objection = '' }: Told): string {
  return objection === '' ? '' : `意见${numberOf(objection, '第')}`;
}

/** The number of a sheet or an objection, told as its year and number. */
function numberOf(told: string | number, ordinal: string): string {
  const [year = '', number = ''] = String(told).split('-');
  return `〔${year}〕${ordinal}${number}号`;
}

function whomText({ userId = '', role = '' }: Told, nameOf: (userId: string) => string): string {
  if (userId === '') return '';
  return [nameOf(String(userId)), role === '' ? '' : labelOf(`role.${String(role)}`)].join(' ').trim();
}

const ENDED: Readonly<Record<string, string>> = {
  ...{ refused: '没有通过', returned: '退回' },
  ...{ signed: '签名', takenBack: '收回签名' },
};

function stepText({ step = '', outcome = '', body = '' }: Told): string {
  if (step === '') return '';
  const known = bodyName(String(body));
  const who = body === '' || known === body || String(step).includes(known) ? '' : `（${known}）`;
  return `“${String(step)}”${who}${ENDED[outcome] ?? (body === '' ? '办了' : '通过')}`;
}
