import { yuanText } from '../domain/money/fen';
import { APPLIES_WORDS, DECIDER_WORDS, FACT_WORDS, UNIT_WORDS } from './terms-policy';
import { labelOf } from './terms';

/** What of a document a question is about, where the fact alone does not say it. */
const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  asset: '',
  asset_year: '',
  income_right: '收益权：',
  contract: '合同：',
  operator: '经营主体：',
  workshop: '车间：',
  workshop_year: '车间一年里：',
  project: '项目：',
  relief_project: '以工代赈：',
  industry_project: '产业项目：',
  subsidy: '奖补：',
};

const LIST_WORDS: Readonly<Record<string, string>> = {
  resource: '是文件说的哪种资源',
  idle_kind: '是文件说的哪种闲置资产',
  contract_kind: '是文件说的哪种合同',
};

/** A question of a document in words: `asset.land`, `applies.relief_project`, `list.resource`. */
export function questionText(question: string): string {
  const dot = question.indexOf('.');
  const [area, name] = [question.slice(0, dot), question.slice(dot + 1)];
  if (area === 'applies') return APPLIES_WORDS[`applies_${name}`] ?? name;
  if (area === 'list') return LIST_WORDS[name] ?? name;
  if (area === 'reason') return `不照 ${name} 办的理由`;
  return `${SUBJECT_WORDS[area] ?? ''}${FACT_WORDS[name] ?? name}`;
}

/** What stands for none of the document's words, and for nothing written. */
export const NONE_WORDS = { ofThese: '文件说的都不是', written: '没有' };

/** A value in words. @param words the document's own words by their codes */
export function answerText(
  value: string,
  {
    kind,
    words,
    unit,
  }: { readonly kind: string; readonly words: ReadonlyMap<string, string>; readonly unit?: string },
): string {
  if (value === '') return NONE_WORDS.written;
  if (kind === 'flag') return value === 'yes' ? '是' : '否';
  if (kind === 'word' || kind === 'words')
    return value
      .split(', ')
      .map((word) => wordText(word, words))
      .join('、');
  if (kind === 'amount') return `${yuanText(BigInt(value.replace('.', '')))} 元`;
  if (kind === 'need') return `${value}${UNIT_WORDS[unit ?? ''] ?? ''}`;
  return value;
}

function wordText(word: string, words: ReadonlyMap<string, string>): string {
  if (word === 'none_of_these') return NONE_WORDS.ofThese;
  if (word === 'none') return NONE_WORDS.written;
  const own = words.get(word);
  if (own !== undefined) return own;
  const kind = labelOf(`assetKind.${word}`);
  if (kind !== `assetKind.${word}`) return kind;
  return OWNER_WORDS[word] ?? word;
}

const OWNER_WORDS: Readonly<Record<string, string>> = {
  collective: '村集体',
  household: '农户',
  township: '乡镇',
  county: '县',
};

/** Where a fact is known from: the books, or an answer with its day and paper. */
export function sourceText(answer: { readonly fromOn: string; readonly paper: string } | undefined): string {
  if (answer === undefined) return '台账';
  const paper = answer.paper === '' ? '' : `，${answer.paper}`;
  return `${answer.fromOn} 起${paper}`;
}

/** Which lines wait for an answer: the first, and how many more. */
export function waitingText(lines: readonly string[]): string {
  const [first = ''] = lines;
  return lines.length > 1 ? `${first}，等 ${String(lines.length)} 条` : first;
}

/** A number that a document leaves open and nobody has settled. */
export function missingNumberText({
  says,
  decidedBy,
}: {
  readonly says: string;
  readonly decidedBy: string;
}): string {
  return `${DECIDER_WORDS[decidedBy] ?? ''}还没有定：${says}`;
}
