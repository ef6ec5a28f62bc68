import type { Problem } from '../domain/shared/problem';
import { problemSentence } from './sentences';

/** What the program says on the operator's screen when it has started. */
export interface StartUp {
  readonly address: string;
  /** Whether the figures are made up. */
  readonly demo: boolean;
  /** The log-ins everyone may know; empty without a demo. */
  readonly logIns: readonly { readonly who: string; readonly username: string; readonly password: string }[];
}

/** The text printed once the service answers: where it is, and on a demo who may log in. */
export function startUpText({ address, demo, logIns }: StartUp): string {
  const rows = logIns.map(({ who, username, password }) => `  ${who}：用户名 ${username}，密码 ${password}`);
  const lines = [
    `村账已启动，请在浏览器打开：${address}`,
    ...(demo ? ['这里装的是演示数据，不是真实账目。', ...rows] : []),
    '要停下来，请按 Ctrl C。数据会留着。',
  ];
  return `\n${lines.join('\n')}\n\n`;
}

/** The text printed when everything is sealed under another key. */
export function keysRotatedText(told: {
  readonly sealed: number;
  readonly keyId: string;
  readonly own: boolean;
}): string {
  const then = told.own ? '' : '旧钥匙可以从 PERSONAL_KEYS 里去掉了；以前的备份还要用旧钥匙，收好。\n';
  return `成员的 ${String(told.sealed)} 条登记已换成钥匙 ${told.keyId} 加密。\n${then}`;
}

/** The text printed before a demo is told into an empty database. */
export function demoBeginsText(): string {
  return '\n正在装入演示数据：两年的账一笔一笔记，要一会儿。装完之前请不要停。\n';
}

/** The text printed when the settings are wrong and the program does not start: each by its name. */
export function wrongSettingsText(problems: readonly Problem[]): string {
  return ['设置不对，没有启动：', ...problems.map((problem) => `  ${problemSentence(problem)}`), ''].join(
    '\n',
  );
}

/** The text printed when another program already listens at the address. */
export function addressTakenText(address: string): string {
  return `没有启动：${address} 已经有别的程序在用。请先停掉它，或者用 PORT 换一个端口。\n`;
}

/** The text printed when the database does not answer at start. */
export function noDatabaseText(): string {
  return '没有启动：数据库连不上，或者正被别的程序占着。请核对 DATABASE_URL，以及数据库是否在运行。';
}

/** The text printed when files the program reads at start are wrong: each problem with its file and place. */
export function brokenFilesText(problems: readonly Problem[]): string {
  const lines = problems.map((problem) => {
    const file = problem.facts?.['file'];
    const place = [typeof file === 'string' ? file : '', problem.field].filter((part) => part !== '');
    return `  ${place.join('  ')}：${problemSentence(problem)}`;
  });
  return ['读入的文件不对，没有启动：', ...lines].join('\n');
}
