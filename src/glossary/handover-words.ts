import { isCounterpartyWord } from '../domain/ledger/counterparty';
import { STREAMS } from '../domain/ledger/manual-lines';
import { requireYuan, yuanText } from '../domain/money/fen';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { labelOf } from './terms';

/** A line of a handover as it is kept. */
interface ToldLine {
  readonly part: string;
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** How a handover says what it keeps in codes and days. */
export const handoverWords = {
  unsigned: '签了字的移交表还没有存进来：双方签了字，拍下来存到“签了字的移交表”。',
  /** How many there are, where that is worth saying. */
  count: (part: string, count: number): string => {
    if (count === 0) return '没有';
    return part === 'assets' || part === 'assetNet'
      ? `${String(count)} 处`
      : part === 'contracts'
        ? `${String(count)} 份`
        : '';
  },
  /** What a line is called, and what else it says. */
  line: ({ part, key, label, text }: ToldLine): { readonly name: string; readonly said: string } => {
    if (part === 'contracts') return { name: label, said: contractDays(text) };
    if (part === 'assetNet') return { name: label, said: netSaid(text) };
    if (part === 'debtors' || part === 'creditors')
      return { name: partyName(label), said: owedAs(part, text) };
    if (part === 'booked') return { name: labelOf('handover.booked'), said: `${text} 张` };
    if (part === 'vouchers') return { name: labelOf(`handover.${key}`), said: `${text} 张` };
    if (part !== 'books') return { name: label, said: text };
    const name = labelOf(`handover.${key}`);
    if (key === 'chainLength') return { name, said: `${text} 张` };
    if (key === 'chainHead') return { name, said: text.slice(0, 16) };
    return { name, said: text === '' ? '还没有' : yearMonthText(text) };
  },
};

/** An account and whom its lines name. */
function partyName(label: string): string {
  const [account = '', ...party] = label.split(' ');
  if (party.length === 0) return `${label} 没写对方`;
  const named = party.join(' ');
  return isCounterpartyWord(named) ? `${account} ${labelOf(`counterparty.${named}`)}` : label;
}

/** What a debt is, and of which asset. What the books say nothing more of is told by its side. */
function owedAs(part: string, text: string): string {
  const [kind = '', ...asset] = text.split(' ');
  const what = labelOf(
    kind === 'other'
      ? `owedAs.other.${part}`
      : STREAMS.some((stream) => stream === kind)
        ? `stream.${kind}`
        : `owedAs.${kind}`,
  );
  return [what, asset.join(' ')].filter((each) => each !== '').join('　');
}

/** From what the value of an asset follows: what the books have of its cost, and what it has lost. */
function netSaid(text: string): string {
  const [cost = '0', lost = '0'] = text.split(' ').map((yuan) => yuanText(requireYuan(yuan)));
  return `原值 ${cost}，折旧减值 ${lost}`;
}

function contractDays(text: string): string {
  const [first = '', last] = text.split(' ');
  return last === undefined ? `${fullDayText(first)}起` : `${fullDayText(first)}至${fullDayText(last)}`;
}
