import { heldFigures } from '../../../src/features/notices/held-figures.pages';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { sha256 } from 'js-sha256';
import type { VNode } from 'preact';
import { readShortCode } from '../../../src/domain/notices/short-code';
import { noticeDigest } from '../../../src/domain/notices/digest';
import type { DistributionNotice } from '../../../src/domain/notices/distribution-notice';
import { PublicNoticePage } from '../../../src/features/notices/public-notice.pages';
import { PublicYearPlanPage } from '../../../src/features/notices/public-year-plan.pages';
import { PublicHomePage, PublicVillagePage } from '../../../src/features/notices/village-notices.pages';
import { VerifyPage } from '../../../src/features/notices/verify.pages';
import { LogInCodePage } from '../../../src/features/users/log-in-code.pages';
import { LogInPage } from '../../../src/features/users/log-in.pages';
import { SecondFactorPage } from '../../../src/features/users/second-factor.pages';
import { renderDocument } from '../../../src/platform/views/document';
import { ErrorPage } from '../../../src/platform/views/error.pages';
import { foundNotice, noticePageProps, OTHER_ASSETS, VERIFY_PAGE, YANGSHUWAN } from './public-pages.fixture';
import { longYearSheet, revisedYearSheet, yearSheet } from '../../notices/year-plan.fixture';

const ROOT = join(__dirname, '../../..');
const WRONG_CODE = '7k3m 92qf xd';

/** A sheet with everything at its longest: eight uses, long names, amounts of nine digits. */
export const LONGEST: DistributionNotice = {
  ...YANGSHUWAN,
  heading: { ...YANGSHUWAN.heading, village: '积石山保安族东乡族撒拉族自治县某某移民新村' },
  income: {
    ...YANGSHUWAN.income,
    rows: [
      { ...YANGSHUWAN.income.rows[0], asset: '易地扶贫搬迁集中安置区屋顶分布式光伏电站（二期扩建）' },
      ...YANGSHUWAN.income.rows.slice(1),
    ].filter((row): row is (typeof YANGSHUWAN.income.rows)[number] => 'receipts' in row),
  },
  sums: { ...YANGSHUWAN.sums, carriedOver: '98765432100' },
  uses: {
    ...YANGSHUWAN.uses,
    rows: [...YANGSHUWAN.uses.rows, ...YANGSHUWAN.uses.rows].map((row, index) => ({
      ...row,
      bucket: `${row.bucket}${index}`,
      amount: `1234567890${index}`,
    })),
  },
};

const FACTOR_PAGE = {
  ...{ demo: true, action: '/account/second-factor', backHref: '/account' },
  codesAction: '/account/second-factor/codes',
};

/** Every public page under the name its picture gets. */
export const PUBLIC_PAGES: Readonly<Record<string, () => VNode>> = {
  notice: () => <PublicNoticePage {...noticePageProps(YANGSHUWAN)} />,
  'notice-demo-over': () => <PublicNoticePage {...noticePageProps(YANGSHUWAN)} today="2025-09-01" demo />,
  'notice-superseded': () => (
    <PublicNoticePage
      {...noticePageProps(YANGSHUWAN)}
      standing={{
        state: 'superseded',
        version: 1,
        supersededOn: '2025-07-19',
        newVersion: 2,
        newVersionHref: '/n/2',
      }}
    />
  ),
  'notice-other': () => <PublicNoticePage {...noticePageProps(OTHER_ASSETS)} />,
  'notice-longest': () => <PublicNoticePage {...noticePageProps(LONGEST)} />,
  'notice-year': () => <PublicYearPlanPage {...noticePageProps(yearSheet())} />,
  'notice-year-revised': () => <PublicYearPlanPage {...noticePageProps(revisedYearSheet())} />,
  'notice-year-longest': () => <PublicYearPlanPage {...noticePageProps(longYearSheet(2, '98765432100'))} />,
  'verify-form': () => <VerifyPage {...VERIFY_PAGE} />,
  'verify-current': () => (
    <VerifyPage
      {...VERIFY_PAGE}
      outcome={{
        kind: 'current',
        notice: foundNotice(YANGSHUWAN),
        noticeHref: '/n/1',
        held: heldFigures(YANGSHUWAN),
      }}
    />
  ),
  'verify-superseded': () => (
    <VerifyPage
      {...VERIFY_PAGE}
      outcome={{
        kind: 'superseded',
        notice: foundNotice(YANGSHUWAN),
        supersededOn: '2025-07-19',
        newVersion: 2,
        newVersionHref: '/n/2',
        newCode: 'N4TX-83WE-QM',
        changes: [
          { name: '逆变器维修费', before: 126000n, after: 48000n },
          { name: '清渠工钱', before: 1120000n, after: 1110000n },
          { name: '留到下期', before: 250801n, after: 338801n },
        ],
        reasons: ['主板在质保期内，厂家退款', '1人多算了1个工'],
      }}
    />
  ),
  'verify-withdrawn': () => (
    <VerifyPage
      {...VERIFY_PAGE}
      outcome={{
        kind: 'withdrawn',
        notice: foundNotice(YANGSHUWAN),
        withdrawnOn: '2025-07-12',
        reason: '有1人的信息遮得不全。已重新制作，7月14日另行公示，公示天数重新算。',
        replacement: { label: '10号', href: '/n/10' },
      }}
    />
  ),
  'verify-unknown': () => {
    const read = readShortCode(WRONG_CODE);
    const outcome = { kind: 'unknown' as const, ...('problem' in read ? { problem: read.problem } : {}) };
    return <VerifyPage {...VERIFY_PAGE} demo typed={WRONG_CODE} outcome={outcome} />;
  },
  village: () => (
    <PublicVillagePage
      demo
      today="2025-07-14"
      villageName="杨树湾村"
      townshipName="柳河镇"
      contacts={VERIFY_PAGE.contacts}
      notices={[OTHER_ASSETS, YANGSHUWAN].map(({ kind, heading, publicity }, index) => ({
        href: `/n/${index}`,
        kind,
        heading,
        publicity,
        state: index === 0 ? ('current' as const) : ('superseded' as const),
      }))}
    />
  ),
  home: () => (
    <PublicHomePage
      demo
      verifyAction="/verify"
      logInHref="/login"
      townships={[
        {
          name: '柳河镇',
          villages: [
            { name: '杨树湾村', href: '/v/1', noticeCount: 2 },
            { name: '第二村', href: '/v/2', noticeCount: 0 },
          ],
        },
      ]}
    />
  ),
  'log-in': () => (
    <LogInPage
      demo
      action="/login"
      csrfToken="token"
      username="kuaiji"
      refusal="用户名或密码不对，请再试一次。"
      demoLogIns={[
        { who: '第二村会计', username: 'accountant', password: 'demo-accountant' },
        { who: '柳河镇财政所', username: 'township', password: 'demo-township' },
      ]}
    />
  ),
  'log-in-code': () => <LogInCodePage demo action="/login/code" refusal="验证码不对，请再试一次。" />,
  'second-factor': () => (
    <SecondFactorPage
      {...FACTOR_PAGE}
      refusals={['验证码不对，请再试一次。']}
      offer={{
        ...{ proposal: 'sealed', letters: ['JVGP', 'HT27', '5VDI', 'P62S', 'OORE', 'HGTT', 'BCXX', 'M5FP'] },
        picture: { size: 41, path: 'M0 0h7v7h-7z' },
      }}
    />
  ),
  'recovery-codes': () => (
    <SecondFactorPage
      {...FACTOR_PAGE}
      refusals={[]}
      since="2025年7月14日"
      codes={['k3fq-7m2x-9dpa', 'r8wt-4hcz-2nvb', 'x5je-6ysg-3uqk']}
    />
  ),
  'error-409': () => <ErrorPage demo={false} status={409} backHref="/" />,
  'error-500': () => <ErrorPage demo status={500} backHref="/" incident="01JZ8C9M2Q" />,
};

const ASSETS: Readonly<Record<string, readonly [type: string, file: string]>> = {
  '/assets/public.css': ['text/css', join(ROOT, 'templates/styles/public.css')],
  '/assets/verify.js': ['text/javascript', join(ROOT, 'templates/scripts/verify.js')],
  '/assets/sha256.js': ['text/javascript', require.resolve('js-sha256/build/sha256.min.js')],
};

/** The answer to one address; the facts of the sheet at any address that ends in `data.json`. */
function answerTo(path: string): readonly [type: string, body: string] | undefined {
  const asset = ASSETS[path];
  if (asset !== undefined) return [asset[0], readFileSync(asset[1], 'utf8')];
  if (path.endsWith('/data.json')) {
    return [
      'application/json',
      JSON.stringify({ notice: YANGSHUWAN, digest: noticeDigest(YANGSHUWAN, sha256) }),
    ];
  }
  const page = PUBLIC_PAGES[path.slice(1)];
  return page === undefined
    ? undefined
    : ['text/html', renderDocument(page(), { title: 'x', styles: 'public' })];
}

/**
 * Serves the public pages on a free port of this machine alone, under a policy that allows nothing
 * inline.
 */
export function servePublicPages(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const answer = answerTo(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('content-security-policy', "default-src 'self'");
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('content-type', `${answer?.[0] ?? 'text/plain'}; charset=utf-8`);
    response.end(answer?.[1] ?? '');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ server, origin: `http://127.0.0.1:${port}` });
    });
  });
}
