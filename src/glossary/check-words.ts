import { type CheckResult, factsOf, type LastSeal } from '../domain/ledger/check-pass';
import { sentenceFor } from './sentences';
import { labelOf } from './terms';

/**
 * What a check found of one collective, a line each: the head and the last seal to hold against paper, every
 * pass, what was found.
 */
export function checkText(checked: {
  readonly name: string;
  readonly collectiveId: string;
  readonly printedHead: (hash: string) => string;
  readonly printedSeal: (seal: LastSeal) => string;
  readonly result: CheckResult;
}): string {
  const { name, collectiveId, printedHead, printedSeal, result } = checked;
  const { head, lastSeal, passes, breaks } = result;
  const records = passes.find(({ pass }) => pass === 'records')?.head;
  const broken = passes.reduce((sum, pass) => sum + pass.broken, 0);
  return [
    `${name}  ${collectiveId}`,
    `  链上第 ${String(head.position)} 号，链头 ${printedHead(head.hash)}`,
    `  全文 ${head.hash}`,
    ...(lastSeal === undefined
      ? []
      : [`  最后封账的封账码 ${printedSeal(lastSeal)}`, `  全文 ${lastSeal.digest}`]),
    ...(records === undefined
      ? []
      : [`  登记记录到第 ${String(records.position)} 条，全文 ${String(records.position)}:${records.hash}`]),
    ...passes.map((pass) => `  ${pass.broken === 0 ? '对得上' : '对不上'}  ${passText(pass)}`),
    ...breaks.map((each, index) => `  第 ${String(index + 1)} 处：${sentenceFor(each.code, factsOf(each))}`),
    ...(broken > 1 ? [`  一共 ${String(broken)} 处对不上。`] : []),
    '',
  ].join('\n');
}

/** Books that could not be checked at all, and why. */
export function uncheckedText(of: {
  readonly name: string;
  readonly collectiveId: string;
  readonly says: string;
}): string {
  return `${of.name}  ${of.collectiveId}\n  查不了：${of.says}\n`;
}

/** The last line of a run over several collectives. */
export function checkedText(counts: { readonly checked: number; readonly broken: number }): string {
  return counts.broken === 0
    ? `${String(counts.checked)} 本账都对得上。\n`
    : `${String(counts.checked)} 本账里有 ${String(counts.broken)} 本对不上。\n`;
}

export function checkUsageText(): string {
  return [
    '用法：npm run check-books -- [--collective 编号或村名]',
    '  [--head 编号=号数:链头 …] [--seal 编号=月份:封账码 …] [--records 编号=条数:全文 …]',
    '例如：npm run check-books -- --collective 石桥村 --head 石桥村=42:0123456789ab --seal 石桥村=2025-06:0123456789ab',
    '纸上印的“2025-06:01234567 89abcdef…01234567”可以照抄，整个放在引号里。',
    '',
  ].join('\n');
}

/** No books are kept of what was named. */
export function noSuchBooksText(asked: string): string {
  return `没有“${asked}”的账，请核对编号或名称。\n`;
}

function passText(pass: CheckResult['passes'][number]): string {
  const broken = pass.broken === 0 ? '' : `，${String(pass.broken)} 处`;
  const words = `${labelOf(`checkPass.${pass.pass}`)}：${labelOf(`checkPassSays.${pass.pass}`)}`;
  return `${words}，看了 ${String(pass.looked)}${broken}`;
}

export function auditUsageText(): string {
  return '用法：npm run audit-file -- --collective 编号或村名 --year 2025 --to 文件.zip\n';
}

/** The audit file is written. */
export function writtenText(name: string, file: { readonly year: number; readonly to: string }): string {
  return `${name} ${String(file.year)}年的审计文件已写到 ${file.to}，解开以后用 node check.mjs 核对。\n`;
}
