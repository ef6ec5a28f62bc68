import { heldFigures } from '../../../src/features/notices/held-figures.pages';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { codeFault } from '../../../src/features/notices/code-form.pages';
import { yuanOfHundred } from '../../../src/features/notices/money-bars.pages';
import { monthsWords, noticeTitle, publicityWords } from '../../../src/features/notices/public-words.pages';
import { PublicNoticePage } from '../../../src/features/notices/public-notice.pages';
import { VerifyPage } from '../../../src/features/notices/verify.pages';
import { LogInPage } from '../../../src/features/users/log-in.pages';
import { ErrorPage } from '../../../src/platform/views/error.pages';
import { readShortCode } from '../../../src/domain/notices/short-code';
import { REASONED_WORDS, reasonedSheet } from '../../notices/sheet-variants.fixture';
import { foundNotice, noticePageProps, OTHER_ASSETS, VERIFY_PAGE, YANGSHUWAN } from './public-pages.fixture';

/** What a person reads: the text without its marks, runs of blanks as one. */
function textOf(node: VNode): string {
  return renderToString(node)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
}

describe('the words of the public pages', () => {
  const seven = { from: '2025-07-11', to: '2025-07-17', days: 7, firstDayCounts: true };
  const fromNextDay = { from: '2025-07-10', to: '2025-07-17', days: 7, firstDayCounts: false };
  it.each([
    ['before the first day', seven, '2025-07-10', '7月11日开始公示，共7天'],
    ['on the first day, which counts', seven, '2025-07-11', '公示第1天，还剩6天'],
    ['on the fourth day', seven, '2025-07-14', '公示第4天，还剩3天'],
    ['on the last day', seven, '2025-07-17', '公示第7天，今天是最后一天'],
    ['after the last day', seven, '2025-07-18', '公示期已满（2025年7月11日至7月17日）'],
    ['on a first day that does not count', fromNextDay, '2025-07-10', '今天贴出，明天起公示7天'],
    ['on the day after it', fromNextDay, '2025-07-11', '公示第1天，还剩6天'],
  ])('tell the day of publicity %s', (_, publicity, today, words) => {
    expect(publicityWords(publicity, today)).toBe(words);
  });

  it.each([
    ['2025-06', '2025-06', '2025年6月'],
    ['2025-01', '2025-06', '2025年1至6月'],
    ['2024-12', '2025-05', '2024年12月至2025年5月'],
  ])('say the months from %s to %s', (from, to, words) => {
    expect(monthsWords(from, to)).toBe(words);
  });

  it.each([
    ['first-half', 'pv', '2025年上半年光伏收益分配'],
    ['year', 'other', '2025年度其他资产收益分配'],
    ['quarter', 'pv', '2025年第1季度光伏收益分配'],
    ['months', 'pv', '2025年1至6月光伏收益分配'],
  ] as const)('name a sheet of %s and pool %s', (periodKind, pool, title) => {
    const heading = { ...YANGSHUWAN.heading, periodKind, pool };
    expect(noticeTitle({ kind: 'distribution', heading })).toBe(title);
  });
});

describe('the parts of every hundred yuan', () => {
  it.each([
    ['where the money came from', [4914562n, 3632052n, 341266n], [55, 41, 4]],
    ['where it went', [4821227n, 1120000n, 730000n, 1200000n, 765852n, 250801n], [54, 13, 8, 13, 9, 3]],
    ['three equal parts, the odd yuan to the first', [1n, 1n, 1n], [34, 33, 33]],
    ['one part that is everything', [5n, 0n], [100, 0]],
  ])('make 100: %s', (_, amounts, parts) => {
    expect(yuanOfHundred(amounts)).toEqual(parts);
  });

  it.each([
    ['there is no money', [0n, 0n]],
    ['a part is below zero', [10n, -1n]],
  ])('are not drawn where %s', (_, amounts) => {
    expect(yuanOfHundred(amounts)).toBeUndefined();
  });
});

describe('the public page of a notice', () => {
  const html = renderToString(<PublicNoticePage {...noticePageProps(YANGSHUWAN)} />);
  const text = textOf(<PublicNoticePage {...noticePageProps(YANGSHUWAN)} />);

  it('says whether the sheet holds and how many days are left before anything else', () => {
    expect(text.indexOf('现行有效')).toBeLessThan(text.indexOf('2025年上半年光伏收益分配'));
    expect(text).toContain('没有更正过。公示第4天，还剩3天。');
  });

  it('tells the money in four sentences', () => {
    expect(text).toContain(
      '2025年1至6月，村里3个光伏电站到账 85,466.14 元。付掉土地租金、运维管理、电站保险和逆变器维修 7,658.52 元，' +
        '加上上次剩下的 3,412.66 元：这次能分81,220.28 元其中 78,712.27 元 分到4个用处，2,508.01 元 留到下期',
    );
  });

  it('gives both bars the same total and repeats every number in a table', () => {
    expect(text.match(/共 88,878\.80 元/g)).toHaveLength(2);
    for (const amount of ['49,145.62', '36,320.52', '3,412.66', '48,212.27', '7,658.52', '2,508.01']) {
      expect(html).toMatch(new RegExp(`<td><data class="money" value="[0-9.]+">${amount}</data></td>`));
    }
  });

  it('names the subsidy that has not come, with its amount', () => {
    expect(text).toContain('联村电站2024年7至12月的国家补贴还有 22,837.68 元没到账，到账后列入下期。');
  });

  it('quotes the clause of each use without the comma it was cut at', () => {
    expect(text).toContain('“开发乡村公益性岗位安置脱贫人口及监测对象务工就业”');
    expect(text).toContain('《阜阳市促进脱贫人口增收工作方案》三（二）7');
  });

  it('marks a text known at second hand as a paraphrase, never in quotation marks', () => {
    const quotes = YANGSHUWAN.clauses.quotes.map((quote) => ({ ...quote, paraphrased: true }));
    const notice = { ...YANGSHUWAN, clauses: { ...YANGSHUWAN.clauses, quotes } };
    const paraphrase = textOf(<PublicNoticePage {...noticePageProps(notice)} />);
    expect(paraphrase).toContain('大意：村级小型公益事业建设劳务支出');
    expect(paraphrase).not.toContain('“');
  });

  it('gives every cost its reckoning and voucher number', () => {
    expect(text).toContain('52.80亩×800元/亩·年×半年×6.25%；凭证 记-0015');
    expect(text).toContain('本期到账 85,466.14×2.9%（运维合同第五条）；凭证 记-0052');
    expect(text).toContain('发票1张；理由：属其他必要费用；凭证 记-0037');
  });

  it('says every reason, cap and tax that the sheet on the wall says', () => {
    const sheet = reasonedSheet();
    const said = textOf(<PublicNoticePage {...noticePageProps(sheet)} />).replace(/\s/g, '');
    for (const words of REASONED_WORDS) expect(said).toContain(words);
    expect(said).toContain('减：欠交的增值税−100.00');
  });

  it('gives every share its denominator', () => {
    expect(text).toContain('占比 = 该项金额 ÷ 可分配收益 81,220.28');
    for (const share of ['59.36%', '13.79%', '8.99%', '14.77%', '3.09%'])
      expect(text).toContain(`占${share}`);
  });

  it('says the total of the CSV, what was hidden and whom to ask', () => {
    expect(text).toContain('合计 81,220.28，与本页相同');
    expect(text).toContain('隐去的信息：');
    expect(html).toContain('href="tel:05585550107"');
  });

  it('says loudly when the stored facts no longer give the printed digest', () => {
    const props = noticePageProps(YANGSHUWAN);
    const page = <PublicNoticePage {...props} proof={{ ...props.proof, recomputedDigest: '0'.repeat(64) }} />;
    expect(textOf(page)).toContain('服务器重算的和印的不一致');
    expect(text).toContain('服务器按保存的数据重算了一遍：一致。');
  });

  it('leads from a corrected version to the one that holds', () => {
    const props = noticePageProps(YANGSHUWAN);
    const page = (
      <PublicNoticePage
        {...props}
        standing={{
          state: 'superseded',
          version: 1,
          supersededOn: '2025-07-19',
          newVersion: 2,
          newVersionHref: '/n/N4TX-83WE-QM',
        }}
      />
    );
    expect(textOf(page)).toContain('已被更正这是第1版。7月19日出了第2版，以第2版为准。');
    expect(renderToString(page)).toContain('href="/n/N4TX-83WE-QM"');
  });

  it('prints rents, a zero carried over and a use the village decided by itself', () => {
    const other = textOf(<PublicNoticePage {...noticePageProps(OTHER_ASSETS)} />);
    expect(other).toContain('村里2处资产到账 98,000.00 元。没有付掉的费用，加上上次剩下的 0.00 元');
    expect(other).toContain('果蔬保鲜冷库租金还有 40,000.00 元没到账');
    expect(other).toContain('文件没有写到，由村里定');
  });

  it('carries the banner of the demo only where the figures are made up', () => {
    const props = noticePageProps(YANGSHUWAN);
    expect(textOf(<PublicNoticePage {...props} demo />)).toContain('演示数据');
    expect(text).not.toContain('演示数据');
  });
});

describe('the check of a sheet', () => {
  it('gives the three figures and the code to hold against the paper', () => {
    const outcome = {
      kind: 'current' as const,
      notice: foundNotice(YANGSHUWAN),
      noticeHref: '/n/7K3M-92QF-XB',
      held: heldFigures(YANGSHUWAN),
    };
    const text = textOf(<VerifyPage {...VERIFY_PAGE} outcome={outcome} />);
    expect(text).toContain('可分配收益81,220.28这次共分78,712.27留到下期2,508.01验证码7K3M-92QF-XB');
  });

  it('does not show what a withdrawn sheet said', () => {
    const outcome = {
      kind: 'withdrawn' as const,
      notice: foundNotice(YANGSHUWAN),
      withdrawnOn: '2025-07-12',
      reason: '有1人的信息遮得不全。',
    };
    const text = textOf(<VerifyPage {...VERIFY_PAGE} outcome={outcome} />);
    expect(text).toContain('已撤回');
    expect(text).not.toContain('81,220.28');
  });

  it.each([
    ['', '还没有输，请看二维码旁边的那一行'],
    ['7K3M-92QF-X', '一共是10位，您输了9位，请再数一数'],
    ['7K3M-92OF-XB', '中间四位里的“O”不会出现在验证码里，请再看看纸上'],
  ])('names the part of the code "%s" that fails', (typed, sentence) => {
    const read = readShortCode(typed);
    expect(codeFault('problem' in read ? read.problem : undefined)).toBe(sentence);
  });

  it('keeps what was typed, as it was typed', () => {
    const read = readShortCode(' 7k3m-92qf-"x ');
    const outcome = { kind: 'unknown' as const, ...('problem' in read ? { problem: read.problem } : {}) };
    const page = <VerifyPage {...VERIFY_PAGE} typed={' 7k3m-92qf-"x '} outcome={outcome} />;
    expect(renderToString(page)).toContain('value=" 7k3m-92qf-&quot;x "');
  });
});

describe('the log-in page', () => {
  const props = {
    demo: false,
    action: '/login',
    csrfToken: 'token',
    demoLogIns: [{ who: '村会计', username: 'kuaiji', password: 'demo' }],
  };

  it('keeps the user name after a refusal and never shows a password back', () => {
    const html = renderToString(<LogInPage {...props} username="wang" refusal="用户名或密码不对。" />);
    expect(html).toContain('value="wang"');
    expect(html).toMatch(/<input id="password"(?![^>]*value)[^>]*>/);
  });

  it('lists the log-ins of the demo on a demo only', () => {
    expect(textOf(<LogInPage {...props} />)).not.toContain('kuaiji');
    expect(textOf(<LogInPage {...props} demo />)).toContain('kuaiji');
  });
});

describe('the error page', () => {
  it.each([
    [403, '您不能看这一页'],
    [404, '没有这一页'],
    [409, '有人先改了一步'],
    [418, '没看懂您填的内容'],
    [429, '试得太快了'],
    [500, '系统出了毛病'],
    [503, '系统出了毛病'],
  ])('says in words what %i means and what to do next', (status, title) => {
    const text = textOf(<ErrorPage demo={false} status={status} backHref="/" />);
    expect(text).toContain(title);
    expect(text).toContain('现在怎么办');
  });

  it('says the sentence of the glossary where there is one', () => {
    const page = <ErrorPage demo={false} status={409} sentence="6月已经封账。" backHref="/" />;
    expect(textOf(page)).toContain('6月已经封账。');
  });

  it('says of a page that was only asked for that it cannot be had yet, not that something was lost', () => {
    const page = <ErrorPage demo={false} status={409} isRead sentence="县里还没有选定。" backHref="/" />;
    const text = textOf(page);
    expect(text).toContain('现在还办不了');
    expect(text).toContain('县里还没有选定。');
    expect(text).not.toContain('没有保存');
  });
});
