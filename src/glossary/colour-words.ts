import { type Fen, yuanText } from '../domain/money/fen';
import { shareText, readRatio } from '../domain/money/ratio';
import { labelOf } from './terms';

type Facts = Readonly<Record<string, string | number | bigint | readonly string[]>>;

/** `2025年第2季度`. */
export function quarterText(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${quarter.slice(6)}季度`;
}

/** Why an indicator stands as it does, in a sentence. */
export function indicatedText({ why, facts }: { readonly why: string; readonly facts: Facts }): string {
  return (WHY[why] ?? (() => ''))(facts);
}

/** How a colour comes about, and that nobody confirmed it where nobody did. */
export function colourRule(bounds: {
  readonly confirmed: boolean;
  readonly yellowFrom: number;
  readonly redFrom: number;
  readonly yieldLeast: string;
  readonly yieldOf: string;
}): string {
  const { confirmed, yellowFrom, redFrom, yieldLeast, yieldOf } = bounds;
  const said = `${String(yellowFrom)} 项异常是黄，${String(redFrom)} 项以上是红，六项都正常是绿；有一项不知道就不判绿。`;
  const share = `近十二个月${labelOf(`yieldOf.${yieldOf}`)}要占原值的 ${yieldLeast} 以上。`;
  return `${said}${share}${confirmed ? '' : '这些数没有文件核实过，由县里确定。'}`;
}

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const yuan = (facts: Facts, name: string): string => {
  const fen = facts[name];
  return typeof fen === 'bigint' ? yuanText(fen) : '';
};

const WHY: Readonly<Record<string, (facts: Facts) => string>> = {
  noted: (facts) => `台账上登记为${labelOf(`condition.${text(facts, 'condition')}`)}`,
  earned: (facts) => `这个季度收入 ${yuan(facts, 'earned')} 元`,
  earnedInYear: (facts) => `近十二个月收入 ${yuan(facts, 'earned')} 元`,
  underContract: (facts) => `这个季度没有入账的收入，合同 ${text(facts, 'contract')} 在执行`,
  quarterNotWhole: () => '这个季度没有收入，但还没有过完，或者中途才取得',
  yearNotWhole: () => '近十二个月没有收入，但取得不满十二个月，或者这个季度还没有过完',
  nothingInYear: () => '近十二个月没有收入，也没有合同在执行',
  nothingEarned: () => '这个季度没有收入，也没有合同在执行',
  inForce: (facts) => `合同 ${text(facts, 'contract')} 到 ${text(facts, 'day')}`,
  ownRun: () => '村里自己经营，不用签',
  runWithoutContract: (facts) => `由${text(facts, 'body')}经营，台账上没有在执行的合同`,
  contractEnded: (facts) => `最后一份合同 ${text(facts, 'day')} 到期，没有新的`,
  operatorNotNoted: () => '台账上没有合同，也没有写由谁经营',
  inGrace: (facts) =>
    `过了约定的日子 ${text(facts, 'days')} 天，欠 ${yuan(facts, 'outstanding')} 元，村里宽限 ${text(facts, 'grace')} 天`,
  late: (facts) => `逾期 ${text(facts, 'days')} 天，欠 ${yuan(facts, 'outstanding')} 元`,
  nothingLet: () => '没有在执行的租赁合同',
  nothingLate: () => '到期的都付了',
  noCost: () => '没有原值，算不出收益率',
  notAYear: () => '不满十二个月，或者这个季度还没有过完',
  booksBeganLater: (facts) => `账从 ${text(facts, 'day')} 才开始，以前的收入账上没有，判不了`,
  keptForOthers: () => '代管的电站，收入归各村，不进代管方的账，账上判不了',
  yieldReached: yieldText,
  yieldBelow: yieldText,
  nothingToSplit: () => '还没有收入可分',
  split: (facts) => `已分配到 ${text(facts, 'day')}`,
  splitLongAgo: (facts) => `只分配到 ${text(facts, 'day')}，超过 ${text(facts, 'months')} 个月`,
  notSplitYet: (facts) => `还没有分配过，有收入不到 ${text(facts, 'months')} 个月`,
  neverSplit: (facts) => `${text(facts, 'month')} 起有收入，${text(facts, 'months')} 个月以上没有分配过`,
  noKeeper: () => '没有写由谁管护',
  keeper: (facts) => text(facts, 'body'),
  careNotNoted: () => '台账上没有登记管护',
  marked: (facts) => `${text(facts, 'reason')}（${text(facts, 'day')} 看，${text(facts, 'paper')}）`,
};

/** `近十二个月收入 6,000.00 元，占原值 100,000.00 元的 6.00%，要 6% 以上`. */
function yieldText(facts: Facts): string {
  const [brought, cost] = [fenOf(facts['brought']), fenOf(facts['cost'])];
  const of = labelOf(`yieldOf.${text(facts, 'yieldOf')}`);
  const share = downToHundredths(brought, cost);
  const least = shareText(readRatio(text(facts, 'least')));
  return `近十二个月${of} ${yuanText(brought)} 元，占原值 ${yuanText(cost)} 元的 ${share}，要 ${least} 以上`;
}

function fenOf(value: Facts[string] | undefined): Fen {
  return typeof value === 'bigint' ? value : 0n;
}

/** Rounded down, so that what is below a bound never reads as if it reached it. */
function downToHundredths(part: Fen, whole: Fen): string {
  if (whole <= 0n) return '';
  const scaled = (part * 10_000n) / whole - ((part * 10_000n) % whole < 0n ? 1n : 0n);
  const [sign, digits] = scaled < 0n ? ['-', -scaled] : ['', scaled];
  return `${sign}${String(digits / 100n)}.${String(digits % 100n).padStart(2, '0')}%`;
}
