import type { ShareStep } from '../domain/assets/own-cost';
import { type Fen, yuanText } from '../domain/money/fen';
import { fullDayText } from '../platform/views/day-text';

/** A line of the voucher that brings an owner's cost to the table. */
interface SaidLine {
  readonly account: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
}

const STEPS: Readonly<Record<Exclude<ShareStep, 'voucher'>, string>> = {
  none: '台账、账上和份额表一样，没有要做的。',
  leave: '份额没有了：整处移交出去，账上有的记移交凭证，账上没有的办离开台账。',
  return: '这处资产已经离开台账，现在又有了份额：撤销当时的离开，或者重新登记。',
  depreciation: '先把变动当月为止的折旧记了，再记份额划转。',
  register: '把台账的原值和资金来源改成份额表的数。',
  terms: '原值已经变了：从下个月起换折旧条件，以后按新的原值提。',
};

/** What is said where a new share table changed an owner's part of a station. */
export const shareWords = {
  task: (station: string): string => `${station}：原值跟着份额走`,
  step: (
    step: ShareStep,
    of: {
      readonly entered: Fen;
      readonly byTable: Fen;
      readonly lines: readonly SaidLine[];
      /** What the books have above the register's cost where nothing is to be done. */
      readonly improved?: Fen;
    },
  ): string => {
    const { improved = 0n } = of;
    const own =
      step === 'none' && improved > 0n ? `账上多的 ${yuanText(improved)} 元是改良，不跟份额走。` : '';
    const said = step === 'voucher' ? `记份额划转${linesText(of.lines)}` : `${STEPS[step]}${own}`;
    return of.entered === of.byTable
      ? said
      : `台账原值 ${yuanText(of.entered)}，按份额表 ${yuanText(of.byTable)}。${said}`;
  },
  summary: (station: string, move: { readonly since: string }): string =>
    `${station}份额划转，份额表${move.since}起`,
  takenBack: (move: { readonly happenedOn: string }): string => `冲销${move.happenedOn}的份额划转`,
  paper: (since: string): string => `代管单位份额表，${fullDayText(since)}起`,
};

/** `：借 152 累计折旧 5.00；贷 151 固定资产 5.00`; nothing more where the lines stand elsewhere. */
function linesText(lines: readonly SaidLine[]): string {
  if (lines.length === 0) return '。';
  const told = lines.map(
    ({ side, account, amount }) => `${side === 'debit' ? '借' : '贷'} ${account} ${yuanText(amount)}`,
  );
  return `：${told.join('；')}`;
}
