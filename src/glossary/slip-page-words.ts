import type { LineStanding } from '../domain/payouts/line-results';
import type { PayChannel } from '../domain/payouts/pay-list';
import type { TracedSource } from '../domain/payouts/traced-sources';
import type { RoundedPart } from '../domain/uses/rounded-part';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { listText } from './payout-words';
import { labelOf } from './terms';

/** How one line of a list ended, as far as its household is told. */
interface EndedLine {
  readonly state: LineStanding;
  readonly endedOn: string | undefined;
  readonly returnKind: string;
  readonly again: { readonly year: number; readonly number: number } | undefined;
}

/** Words of the slip that a household opens by the code on its pay advice. */
export const slipPageWords = {
  state: (line: EndedLine, list: { readonly channel: PayChannel; readonly sentOn: string }): string => {
    const on = line.endedOn === undefined ? '' : fullDayText(line.endedOn);
    const isCash = list.channel === 'cash';
    if (line.state === 'confirmed') return isCash ? `${on}领走了。` : `${on}银行付到账户了。`;
    if (line.state === 'open') {
      const sent = fullDayText(list.sentOn);
      return isCash ? `${sent}开始发，还没有记领走。` : `${sent}送银行了，还没有付到的消息。`;
    }
    if (line.state === 'dropped') return '这张清单作废了，这笔钱没有付。请联系会计。';
    const why = line.returnKind === '' ? '' : `，原因是${labelOf(`returnKind.${line.returnKind}`)}`;
    const again = line.again === undefined ? '请联系会计。' : `已经列在${listText(line.again)}里再发。`;
    if (line.state === 'takenBack') return `原来记成付了，${on}冲销了，这一笔不算付过。${again}`;
    return `${on}银行没有付成，钱还欠着您${why}。${again}`;
  },
  /** Where money came from: asset, stream, month; what is not known is left out. */
  source: ({
    asset,
    stream,
    month,
    cameOn,
    isOpening,
  }: TracedSource & { readonly asset: string }): string => {
    if (cameOn === undefined) return '还没有到账，先算给您的';
    const of = [
      asset,
      month === undefined ? '' : yearMonthText(month),
      stream === undefined ? '' : labelOf(`stream.${stream}`),
    ].filter((each) => each !== '');
    if (of.length === 0) return isOpening ? '开账以前村里结存的' : '村里的其他收入';
    return of.join(' ');
  },
  came: (day: string): string => `${fullDayText(day)}到村账上`,
  rounded: ({ cut, up }: RoundedPart): string =>
    up ? `算到分还余${cut}分，满半分，进成1分。` : `算到分还余${cut}分，不满半分，舍掉。`,
  when: (when: string): string => (when.length === 7 ? yearMonthText(when) : fullDayText(when)),
};
