import type { Facts } from '../domain/shared/domain-error';
import { yuanText } from '../domain/money/fen';
import type { Problem } from '../domain/shared/problem';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { ASSET_LIFE_SENTENCES } from './sentences-asset-life';
import { ASSET_FILE_SENTENCES } from './sentences-asset-files';
import { BANK_SENTENCES } from './sentences-bank';
import { BOOKS_SENTENCES } from './sentences-books';
import { FILES_SENTENCES } from './sentences-files';
import { YEAR_END_SENTENCES } from './sentences-yearend';
import { LEASE_SENTENCES } from './sentences-leases';
import { JOINT_SENTENCES } from './sentences-joint';
import { IMPORT_SENTENCES } from './sentences-import';
import { VOUCHER_SENTENCES } from './sentences-vouchers';
import { RECORD_SENTENCES } from './sentences-records';
import { REGISTER_SENTENCES } from './sentences-register';
import { REPORT_SENTENCES } from './sentences-reports';
import { MONTHS_SENTENCES } from './sentences-months';
import { CHECK_SENTENCES } from './sentences-check';
import { SLIP_SENTENCES } from './sentences-slips';
import { TAX_SENTENCES } from './sentences-tax';
import { ASSET_MATTER_SENTENCES } from './sentences-asset-matters';
import { HANDOVER_SENTENCES } from './sentences-handover';
import { IDLE_SENTENCES } from './sentences-idle';
import { COLOUR_SENTENCES } from './sentences-colours';
import { GOAL_SENTENCES } from './sentences-goals';
import { RESERVE_SENTENCES } from './sentences-reserves';
import { STOCKTAKING_SENTENCES } from './sentences-stocktaking';
import { SPLIT_SENTENCES } from './sentences-split';
import { PAY_FILE_SENTENCES } from './sentences-pay-files';
import { PEOPLE_SENTENCES } from './sentences-people';
import { POLICY_SENTENCES } from './sentences-policy';
import { POLICY_REGISTER_SENTENCES } from './sentences-policy-register';
import { numberInUnit } from './policy-register-texts';
import { placeText, spokenFacts } from './place-text';
import { labelOf } from './terms';
import { AID_SENTENCES } from './sentences-aid';
import { WORKS_SENTENCES } from './sentences-works';
import { USER_SENTENCES } from './sentences-users';
import { PLAN_SENTENCES } from './sentences-plans';
import { ACT_SENTENCES } from './sentences-acts';
import { PAYOUT_SENTENCES } from './sentences-payouts';
import { YEAR_PLAN_SENTENCES } from './sentences-year-plans';
import { APPROVAL_SENTENCES } from './sentences-approvals';
import { NOTICE_SENTENCES } from './sentences-notices';

/**
 * A sentence per code: what is wrong, by how much, and what would be right. `{fact}` prints a fact: fen as
 * yuan, a day or month as people say it, `{value}` as it was typed; `{fact:area}` its word in the glossary,
 * `{fact:typed}` a day or month as a box wants it, `{fact:number}` a number in its `unit`, if any, which is
 * the fact beside it, `{fact:spoken}` days or months as people say them; `{field}` the field's name.
 */
export const SENTENCES: Readonly<Record<string, string>> = {
  'form.problems': '有 {count} 处要改，什么都没有保存。',
  'form.missing': '{field}没有填。',
  'form.tooLong': '{field}太长，最多 {max} 个字。',
  'form.privateNumber': '{field}里有身份证号、手机号或银行卡号，记到账上就删不掉了，请去掉号码。',
  'form.notAllowed': '{field}只能从列出的里面选。',
  'form.unknownField': '表单里没有“{field}”这一项。',
  'form.invalid': '{field}的格式不对。',
  'form.controlCharacters': '{field}里有看不见的控制字符，请重新输入。',
  'form.tooManyFields': '一次提交的项目太多，最多 {max} 项。',
  'form.notAKey': '提交编号要用 8 到 100 个字母、数字、横线或下划线。',
  'form.notAQuantity': '{field}要填不小于零的数字，不带单位。',
  'form.notPositive': '{field}“{value}”要大于零。',
  'form.notACount': '{field}要填整数。',
  'calendar.notADay': '{field}“{value}”不是日期，要写成 2025-07-11 这样。',
  'calendar.notAMonth': '{field}“{value}”不是月份，要写成 2025-07 这样。',
  'calendar.notAYear': '{field}“{value}”不是年份，要写成 2025 这样。',
  'calendar.reversed': '{field}早于开始的日期，请对一下先后。',
  'money.notAnAmount': '{field}“{value}”不是金额，要按元填，最多两位小数，例如 1260.00。',
  'money.notPositive': '{field}“{value}”要大于零。',
  'money.negative': '{field}“{value}”不能小于零。',
  'money.tooLarge': '{field}“{value}”太大，记不下。请核对数字和单位。',
  'money.notARatio': '“{value}”不是比例，要写成 1.5625% 或 0.015625 这样。',

  'http.notFound': '没有这个地址。',
  'http.badRequest': '没看懂您发来的内容，什么都没有保存。',
  'http.tooLarge': '发来的内容太大。',
  'http.mediaType': '只收表单或 JSON。',
  'http.tooManyRequests': '短时间内次数太多，请过 {minutes} 分钟再试。',
  'http.failure': '系统出了毛病，这次的提交没有保存，账没有变。',

  'command.outcomeUnknown': '数据库中途断开，不知道这次有没有存上。请刷新页面核对，没有再重新提交。',
  'database.unavailable':
    '数据库暂时连不上，请过几分钟再试。刚才提交过的，先核对有没有存上，没有再重新提交。',
  'command.keyReused': '同一个提交编号已经办过另一件事，这次没有保存。请重新打开这一页再填。',

  'config.missing': '没有给出 {name}。',
  'config.notAllowed': '{name} 是“{value}”，只能是 {allowed} 之一。',
  'config.notANumber': '{name} 是“{value}”，要填 {min} 到 {max} 的整数。',
  'config.notAnAddress': '{name} 是“{value}”，要写成 https://books.example 这样，后面不带路径。',
  'config.notADatabase': '{name} 要写成 postgres://用户:密码@主机/库名 这样。',
  'config.tooShort': '{name} 太短，至少 {min} 个字符。',
  'config.demoUnfinished':
    '上次装演示数据时中断了，只装了一半。请删除数据文件夹（或换一个空的数据库）再启动。',
  'config.demoDatabase': '这个数据库装的是演示数据，不能当正式账用。请换一个空的数据库。',
  'config.demoNotLoopback':
    '演示数据的密码是公开的，只能在本机看。请把 HOST 设成 127.0.0.1，或者换一个空的数据库并去掉 DEMO=true。',
  'config.noFile': '{name} 是“{value}”，读不到这个文件。请核对路径和权限。',
  'config.noFolder': '{name} 是“{value}”，读不到这个文件夹。请核对路径和权限。',
  'config.noDataFolder': '{name} 是“{value}”，建不了这个文件夹，或者不能往里写。请换一个地方，或者改权限。',
  'config.demoInProduction': '正式使用（NODE_ENV=production）时不能装演示数据，请去掉 DEMO=true。',

  'collective.unknown': '没有这个村或单位的账。',
  'collective.withoutOffice': '{collective}没有登记所属的镇，公示写不出审核单位。',
  'shares.keyTwice': '份额表里“{value}”出现了两次，每户或每村只能有一行。',
  'shares.notAPercentage': '份额“{value}”不是百分比，要写成 1.5625% 这样。',
  'shares.notWhole': '各行份额合计 {total}，要正好是 100%。',
  'shares.ownRowMissing': '份额表里没有本村的一行“{value}”。',
  'shares.noneInForce': '{month} 还没有起用的份额表，请先登记份额表。',

  'settlement.beforeAsset': '{value} 在电站取得日期 {acquiredOn} 之前，请核对发电月份。',
  'settlement.notYetGenerated': '{value} 还没有过完，结算单要等这个月之后才有。',
  'settlement.monthTwice': '{value} 的结算单已经登记过，要改请先冲销原来的凭证。',
  'settlement.meterBackwards': '本期示数 {value} 小于上期示数 {readingFrom}，电表不会倒走，请核对。',
  'settlement.readingGap': '{field} {value} 和前后单子上的示数 {adjoining} 接不上，两数要相等。',
  'settlement.energyNotMetered':
    '电量 {value} 千瓦时，按示数差和倍率算是 {metered} 千瓦时，相差不能超过 1 千瓦时。',
  'settlement.moreThanSun': '电量 {value} 千瓦时，这个容量一个月最多发 {most} 千瓦时，请核对电量和单位。',
  'settlement.amountNotReckoned': '{field} {value} 元，按电量乘单价是 {reckoned} 元，相差 {difference} 元。',
  'settlement.priceNotTariff': '{field}每千瓦时 {value} 元，资产登记的是 {registered} 元，两数要相等。',
  'settlement.noStation': '村里还没有登记电站，先登记资产。',
  'settlement.notAStation': '“{asset}”不是光伏电站，没有电费结算单。',
  'receipt.partsNotWhole': '各项合计 {parts} 元，和到账金额相差 {difference} 元，两数要相等。',
  'receipt.notOpen': '这一笔应收款已经收齐，或者不在账上。',
  'receipt.aboveOutstanding': '这一笔还差 {outstanding} 元，填的多了 {excess} 元。',
  'receipt.beforeBooked': '到账日期早于这笔应收款的记账日期 {bookedOn}。',
  'income.coversLaterYear': '所属期到了记账日期的下一年，请把跨年的部分分开登记。',
  'income.beforeAsset': '所属期从 {value} 起，这项资产 {acquiredOn} 才取得。',
  'income.coversTwice': '这项资产 {from} 至 {to} 的同类收入已经登记过，不能再记；那一笔记错了的，先冲销它。',
  'income.alreadyReceived': '这一笔已经有到账，要冲销请先冲销到账的凭证。',
  'deductions.reasonMissing': '其他必要费用要写明理由。',
  'deductions.notAsContracted': '按合同应是 {due} 元，相差 {difference} 元。',
  'deductions.alreadyCharged': '这份合同这一期该付的已经付过了，不能再记。',
  'deductions.abovePool': '要付 {amount} 元，{day} 账上这笔钱只有 {undistributed} 元，差 {excess} 元。',
  'deductions.aboveCap': '加上这一笔，全年超过合同上限 {cap} 元，多出 {excess} 元。',
  'deductions.contractUnknown': '没有这份合同。',

  ...REGISTER_SENTENCES,
  ...ASSET_FILE_SENTENCES,
  ...STOCKTAKING_SENTENCES,
  ...ASSET_MATTER_SENTENCES,
  ...HANDOVER_SENTENCES,
  ...IDLE_SENTENCES,
  ...COLOUR_SENTENCES,
  ...GOAL_SENTENCES,
  ...RESERVE_SENTENCES,
  ...WORKS_SENTENCES,
  ...AID_SENTENCES,
  ...ASSET_LIFE_SENTENCES,
  ...LEASE_SENTENCES,
  ...BANK_SENTENCES,
  ...BOOKS_SENTENCES,
  ...FILES_SENTENCES,
  ...YEAR_END_SENTENCES,
  ...VOUCHER_SENTENCES,
  ...JOINT_SENTENCES,
  ...IMPORT_SENTENCES,
  ...REPORT_SENTENCES,
  ...CHECK_SENTENCES,
  ...RECORD_SENTENCES,
  ...SLIP_SENTENCES,
  ...TAX_SENTENCES,
  ...SPLIT_SENTENCES,
  ...PAY_FILE_SENTENCES,
  ...PEOPLE_SENTENCES,
  ...POLICY_SENTENCES,
  ...POLICY_REGISTER_SENTENCES,
  ...MONTHS_SENTENCES,

  'uses.namesSomebody':
    '{field}里写了村民名册上的“{name}”。公示人人看得到，写进去就一直留着，不写谁的姓名；不是说这个人的，换个说法。',
  'uses.nobody': '按人或按户的，至少要有一个。',
  'uses.bucketUnknown': '这份政策里没有“{value}”这种用途。',
  'uses.groupNotListed': '这份政策的帮扶对象里没有这一类，请选 {known}、其他人或还没弄清。',
  'uses.withoutGroups': '没有文件写明帮扶对象是哪些人，请选“其他人”或“还没弄清”。',
  'shortCode.empty': '请填验证码，印在公示右下角二维码下面。',
  'shortCode.length': '验证码有 10 个字，您填了 {characters} 个。',
  'shortCode.character': '验证码里没有“{character}”这个字，第 {group} 组请再看一遍。',
  'shortCode.check': '验证码有字抄错了，请对着纸再看一遍。',

  'pdf.characterWithoutGlyph': '字库里没有“{character}”这个字，印不出来，请换字体文件。',

  ...USER_SENTENCES,
  ...PLAN_SENTENCES,
  ...ACT_SENTENCES,
  ...PAYOUT_SENTENCES,
  ...YEAR_PLAN_SENTENCES,
  ...APPROVAL_SENTENCES,
  ...NOTICE_SENTENCES,
};

/**
 * The sentence of a code with its facts; the code itself where there is none. Amounts in fen (bigint)
 * read as yuan.
 */
export function sentenceFor(code: string, facts: Facts = {}): string {
  const template = SENTENCES[code];
  return template === undefined ? code : filled(template, facts);
}

function filled(template: string, facts: Facts): string {
  // What is said in characters stands among them without a blank.
  const said = template.replace(/ ?\{(\w+)\} ?/g, (hole, name: string) =>
    name !== 'value' && isCalendar(facts[name]) ? spokenDay(factText(facts[name])) : hole,
  );
  return said.replace(/\{(\w+)(?::(\w+))?\}/g, (_hole, name: string, area = 'typed') => {
    const text = factText(facts[name]);
    if (area === 'typed') return text;
    if (area === 'spoken') return text.split('、').map(spokenDay).join('、');
    if (area === 'number') return numberInUnit(text, facts['unit']);
    if (area === 'sheetNumber') return sheetNumberText(text);
    const codes = text === NONE ? [] : text.split('、');
    return codes.length === 0 ? NONE : codes.map((code) => labelOf(`${area}.${code}`)).join('、');
  });
}

/** A sentence of whose facts some were kept: what was said of the others is left out. */
export function sentenceOfKept(code: string, { field, ...kept }: Facts): string {
  const place = typeof field === 'string' ? { field: placeText({ code, field, facts: kept }) } : {};
  const facts: Facts = { ...kept, ...place };
  const said = (SENTENCES[code] ?? code)
    .replace(/^\{field\} ?/, (hole) => ('field' in place ? hole : '有一栏'))
    .replace(/\{(\w+)[^}]*\}/g, (hole, name: string) => (name in facts ? hole : '…'));
  return filled(said, facts);
}

const NONE = '无';

function isCalendar(fact: Facts[string] | undefined): boolean {
  return typeof fact === 'string' && /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(fact);
}

/** `2025-07` is 2025年7月, `2025-07-11` is 2025年7月11日. */
function spokenDay(text: string): string {
  return text.length === 7 ? yearMonthText(text) : fullDayText(text);
}

/** `2025-7` is the sheet 〔2025〕7号. */
function sheetNumberText(text: string): string {
  return text.replace(/(\d{4})-(\d+)/g, '〔$1〕$2号');
}

/** The sentence of a problem: its facts, what was typed, and the field by its name. */
export function problemSentence(problem: Problem): string {
  return sentenceFor(problem.code, spokenFacts(problem));
}

function factText(fact: Facts[string] | undefined): string {
  if (fact === undefined) return '';
  if (typeof fact === 'bigint') return yuanText(fact);
  if (typeof fact === 'string' || typeof fact === 'number') return String(fact);
  return fact.length === 0 ? NONE : fact.join('、');
}
