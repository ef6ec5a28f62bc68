import type { Problem } from '../domain/shared/problem';
import { problemSentence } from './sentences';

export function importUsageText(): string {
  return [
    '用法：npm run import-books -- --collective 编号或村名 --by 会计的用户名 文件.jsonl',
    '文件里一行一张凭证，格式见 README。',
    '',
  ].join('\n');
}

/** There is no file at the place that was named. */
export function noSuchFileText(file: string): string {
  return `没有找到文件“${file}”，一张凭证都没有导入。\n`;
}

/** Nobody of that name keeps these books. */
export function notBookkeeperText(username: string, collective: string): string {
  return `“${username}”不是${collective}的会计，不能导入。\n`;
}

/** What was taken over. */
export function importedText(
  collective: string,
  taken: { readonly booked: number; readonly repeated: number },
): string {
  const twice = taken.repeated === 0 ? '' : `，文件里有 ${String(taken.repeated)} 张写了两遍，只记一次`;
  return `${collective}：导入 ${String(taken.booked)} 张凭证${twice}。还没有人复核，请复核后封账。\n`;
}

/** What is said where the same file was taken over before: nothing was booked again. */
export function takenBeforeText(collective: string, taken: { readonly booked: number }): string {
  return `${collective}：这份文件以前导入过（${String(taken.booked)} 张凭证），这次什么都没有再记。\n`;
}

/** Everything that is wrong with a file, by its lines; nothing of it was booked. */
export function wrongFileText(problems: readonly Problem[]): string {
  const said = problems.map((problem) => {
    const [, line, field] = /^line\.(\d+)\.?(.*)$/.exec(problem.field) ?? [];
    const sentence = problemSentence(field === undefined ? problem : { ...problem, field });
    return line === undefined ? sentence : `第 ${line} 行：${sentence}`;
  });
  return [`文件有 ${String(problems.length)} 处要改，一张凭证都没有导入：`, ...said, ''].join('\n');
}
