import { compareRatios, ratio, readRatio, shareText } from '../domain/money/ratio';
import { readYuan, yuanText } from '../domain/money/fen';
import type { LocalNumber } from '../domain/policy/local-standard';
import type { PackChoice } from '../domain/policy/choose-pack';
import type { PackConfirmation, PackStanding } from '../domain/policy/confirmation';
import type { Need, PackSource, PackValidity, PackValue, PolicyPack } from '../domain/policy/pack';
import type { EnterableNumber } from '../domain/policy/pack-by-clause';
import { type Unit, UNITS } from '../domain/policy/pack-words';
import type { Facts } from '../domain/shared/domain-error';
import { localTime } from '../platform/clock/clock';
import { widePunctuation } from '../platform/text/wide-punctuation';
import { fullDayText } from '../platform/views/day-text';
import { groupedDecimal } from '../platform/views/decimal-text';
import { DECIDER_WORDS, UNIT_WORDS } from './terms-policy';

/** How well the text of a document is known. */
export const SOURCE_KIND_WORDS: Readonly<Record<PackSource['kind'], string>> = {
  full_text: '正文照录',
  news_summary: '报道照录',
  second_hand: '转述，未见原文',
};

/** How hard a rule presses, in a word. */
export const FORCE_SHORT: Readonly<Record<string, string>> = {
  block: '不许',
  warn: '写理由',
  target: '只看',
};

/** A number of a pack as people write it: 60%, 1,260.00元, 90天, 2025年7月11日. */
export function numberText(value: string, unit: Unit): string {
  if (unit === 'day') return fullDayText(value);
  if (unit === 'share') return shareText(readRatio(value));
  const fen = unit === 'yuan' ? readYuan(value) : undefined;
  const digits = fen === undefined ? value : wholeYuan(value, yuanText(fen));
  return `${digits}${UNIT_WORDS[unit] ?? ''}`;
}

/** `0.045` of the unit `share` is 4.5%; what is of no unit has its thousands apart. */
export function numberInUnit(text: string, unit: Facts[string] | undefined): string {
  const known = UNITS.find((each) => each === unit);
  return known === undefined ? groupedDecimal(text) : numberText(text, known);
}

/** A whole sum of yuan without its zeros. */
function wholeYuan(value: string, text: string): string {
  const { numerator, denominator } = readRatio(value);
  const isWhole = compareRatios(ratio(numerator % denominator, denominator), ratio(0n, 1n)) === 0;
  return isWhole ? text.replace(/\.00$/, '') : text;
}

/** The paper of a local number: 《县实施细则》县农〔2025〕3号，县农业农村局2025年6月20日印发. */
export function paperText(paper: NonNullable<LocalNumber['paper']>): string {
  return `《${paper.title}》${paper.number ?? ''}，${paper.issuer}${fullDayText(paper.issuedOn)}印发`;
}

/** From when to when a pack holds. */
export function validityText({ from, to }: PackValidity): string {
  return `${fullDayText(from)}起，${to === undefined ? '没写到哪天' : `到${fullDayText(to)}`}`;
}

/** From when a local number holds, and its paper. */
export function basisText({ paper, from }: Pick<LocalNumber, 'paper' | 'from'>): string {
  const since = `${fullDayText(from)}起`;
  return paper === undefined ? since : `${since}，${paperText(paper)}`;
}

/** A number the document gives, with its days where it has some. */
export function givenText({ value, unit, from, to }: PackValue): string {
  const days = [from, to].map((day) => (day === undefined ? '' : fullDayText(day)));
  const span = from === undefined && to === undefined ? '' : `（${days.join('到')}）`;
  return `文件给的：${numberText(value, unit)}${span}`;
}

/** A number the document gives, and what asks for it. */
export function valueText({ value, unit }: PackValue, says: string | undefined): string {
  const number = numberText(value, unit);
  return says === undefined ? number : `${number}（${widePunctuation(says)}）`;
}

/** A number the document leaves open. */
export function leftOpenText({ says }: Need): string {
  return `文件没有给：${widePunctuation(says)}`;
}

/** Who would fill it. */
export function notFilledText({ decidedBy }: Need): string {
  return decidedBy === 'village' ? '由村里决定' : `还没定：由${DECIDER_WORDS[decidedBy] ?? ''}定`;
}

/** Where a village decides a number that its document leaves to it. */
export function villageDecidesText(asked: {
  readonly onDraft: boolean;
  readonly byMatters: boolean;
}): string {
  if (asked.onDraft) return '村里决定：起草方案时填，随方案表决';
  return asked.byMatters ? '村里决定：在“资产”的“对照文件”里填' : '村里决定：现在还没有哪一步要用';
}

/** A local number in the place of one that is open, or of a looser one. */
export function localText(
  local: LocalNumber,
  about: { readonly unit: Unit; readonly isGiven: boolean },
): string {
  const who = about.isGiven ? '本地更严' : `${DECIDER_WORDS[local.decidedBy] ?? ''}定`;
  return `${who}：${numberText(local.value, about.unit)}，${basisText(local)}`;
}

/** Who issued a document, under which number, when. */
export function sourceText({ issuer, documentNumber, issuedOn, publishedOn }: PackSource): string {
  const published = publishedOn === undefined ? '印发的日子没有见到' : `${fullDayText(publishedOn)}发布`;
  const on = issuedOn === undefined ? published : `${fullDayText(issuedOn)}印发`;
  return [widePunctuation(issuer), documentNumber ?? '没有文号', on].join('　');
}

/** That nobody has confirmed a pack, or who did, until when and why. */
export function standingText(standing: PackStanding, names: ReadonlyMap<string, string>): string {
  if (standing.kind === 'notNeeded') return '';
  if (standing.kind === 'missing')
    return `过了${fullDayText(standing.after)}，还没有人确认它仍然有效。请县里问清楚再照它办。`;
  const { by, on, until, reason, paper } = standing.confirmation;
  const basis = paper === undefined ? '' : `根据《${paper}》，`;
  return `${names.get(by) ?? by}${fullDayText(on)}确认到${fullDayText(until)}：${basis}${reason}`;
}

/** That nobody has confirmed the policy of a plan, and who has to. */
export function unconfirmedText({ after }: { readonly after: string }): string {
  return `这份文件过了${fullDayText(after)}，还没有人确认仍然有效，请县里的主管部门在“政策”里确认`;
}

/** Which office confirmed the policy of a plan, when, and on what paper. */
export function confirmedText(standing: {
  readonly confirmation: PackConfirmation;
  readonly office: string;
}): string {
  const { on, until, paper } = standing.confirmation;
  const basis = paper === undefined ? '' : `，根据《${paper}》`;
  return `${standing.office}${fullDayText(on)}确认这份文件仍然有效，到${fullDayText(until)}${basis}`;
}

/** What of a pack asks for somebody, in few words. */
export function wantingText(wants: { readonly isUnconfirmed: boolean; readonly open: number }): string {
  return [
    ...(wants.isUnconfirmed ? ['还没有人确认仍然有效'] : []),
    ...(wants.open > 0 ? [`${String(wants.open)} 个数县里还没定`] : []),
  ].join('，');
}

/** How a pack stands in the list. */
export const PACK_STATE_WORDS = { used: '现在用这份', inForce: '有效', notNow: '这天不用' } as const;

/**
 * A pack by its document, as it is named beside others: whose, its title and number, and from which day it is
 * in force, which tells two editions of one document apart.
 */
export function packOptionText({ source, region, valid }: PolicyPack): string {
  const facts = [source.documentNumber, `${fullDayText(valid.from)}起`].filter((each) => each !== undefined);
  return `${region.name}《${widePunctuation(source.title)}》（${facts.join('，')}）`;
}

/** A number to choose from: what it is, who decides it or which way it may be changed. */
export function enterableText({ says, unit, decidedBy, given }: EnterableNumber): string {
  const wider = given?.direction === 'higher' ? '高' : '低';
  const hint =
    given === undefined
      ? `${DECIDER_WORDS[decidedBy] ?? ''}定`
      : `文件给 ${numberText(given.value, unit)}，只能更${wider}`;
  return `${widePunctuation(says)}（${hint}）`;
}

/** What a document itself says of a number. */
export function documentGivesText(number: EnterableNumber | undefined): string {
  return number?.given === undefined ? '没有给' : numberText(number.given.value, number.unit);
}

/** Who withdrew a standard, and why. */
export function withdrawnText(who: string, at: string, reason: string): string {
  return `${who} ${localTime(at)} 撤销：${reason}`;
}

/** From when a choice holds and why it was made. */
export function choiceText(who: string, { from, reason }: PackChoice): string {
  return `${who}选定，${fullDayText(from)}起：${reason}`;
}

/** The words of a dry run: what is chosen, and who says an amount under the pack that is tried. */
export const dryRunWords = {
  pack: '照哪一份',
  other: '和哪一份比',
  noOther: '不比，只试一份',
  pool: '哪类资金',
  year: '哪一年',
  by: {
    document: '文件定的',
    rest: '其余归它',
    agreement: '按协议',
    village: '村里原来定的',
    unknown: '这份文件没有这个用途',
  },
  called: (name: string, by: string): string => `叫“${name}”，${by}`,
} as const;
