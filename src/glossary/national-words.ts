import { type Fen, yuanText } from '../domain/money/fen';

/** Words of what is entered in the national information system. */
export const nationalWords = {
  file: (kind: string): string => `发放情况-录入系统用.${kind}`,
  figures: ({ amount, lines }: { amount: Fen; lines: number }): string =>
    `${yuanText(amount)} 元 ${String(lines)} 笔`,
  standing: {
    waits: '还没录入',
    overdue: '该录入了，还没有',
    same: '和录入的一样',
    differs: '和录入的不一样',
    nothingPaid: '没有付过',
  },
  difference: (amount: Fen, lines: number): string =>
    `现在付的比录入的${amount < 0n ? '少' : '多'} ${yuanText(amount < 0n ? -amount : amount)} 元、` +
    `${lines < 0 ? '少' : '多'} ${String(Math.abs(lines))} 笔`,
  forms: [
    { value: 'xlsx', label: 'Excel 表格' },
    { value: 'csv', label: 'CSV（UTF-8）' },
    { value: 'gb18030', label: 'CSV（GB18030）' },
  ],
};
