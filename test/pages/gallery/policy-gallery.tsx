import type { VNode } from 'preact';
import { DryRunPage } from '../../../src/features/oversight/dry-run.pages';
import { PackComparisonPage } from '../../../src/features/policy/pack-comparison.pages';
import { PackListPage } from '../../../src/features/policy/pack-list.pages';
import { type PackLine, PackPage } from '../../../src/features/policy/pack.pages';
import { StandardsPage } from '../../../src/features/policy/standards.pages';
import type { OfficeFrameProps } from '../../../src/platform/views/office-frame';
import { formOf, fuyangClause } from './gallery-frame';

/** The frame of the county's officer. */
const COUNTY_FRAME: OfficeFrameProps = {
  place: '颍禾县',
  placeHref: '/county',
  sections: [{ key: 'packs', href: '/county/packs', current: true }],
  person: '钱科长',
  role: '县主管部门',
  logOutAction: '/log-out',
  demo: true,
};

const TITLE = '阜阳市促进脱贫人口增收工作方案';
const PAPER = '《颍禾县收益分配实施细则》颍农〔2024〕12号，颍禾县农业农村局2024年12月20日印发';

const line = (says: string, wish: Partial<PackLine> = {}): PackLine => ({
  ...{ part: '规定', says, force: 'warn', forceWord: '写理由', numbers: [] },
  ...{ note: 'FY-07c　流程里已经在判' },
  ...wish,
});

const NUMBERS = [
  { value: 'main_use.floor', label: '“主要用于”四类用途，最低占多少（县里定）' },
  { value: 'aid.growth', label: '农村低保标准增幅不低于4.5%（文件给 4.5%，只能更高）' },
];

const NO_BASIS = { missing: undefined, bound: undefined, clauses: [] };

/** What the rules say, for the county's office, by name. */
export const POLICY_GALLERY: Readonly<Record<string, VNode>> = {
  'packs-choice': (
    <PackListPage
      frame={COUNTY_FRAME}
      today="2025年7月14日"
      goesBy={undefined}
      choice={{
        options: [
          { value: '341299/2024-01-01', label: '颍禾县《收益分配办法》2024-01-01起' },
          { value: '341299/2025-01-01', label: '颍禾县《收益分配细则》2025-01-01起' },
        ],
        action: '#choose',
        made: undefined,
      }}
      rows={[
        {
          ...{ title: TITLE, href: '#pack', region: '安徽省阜阳市', kind: '正文照录' },
          ...{ period: '2023年9月21日起，没写到哪天', state: '有效' },
          wanting: '还没有人确认仍然有效，4 个数县里还没定',
        },
      ]}
      form={formOf({ from: '2025-07-14', reason: '新' }, [
        { code: 'form.missing', field: 'chosen' },
        { code: 'policy.reasonTooShort', field: 'reason', value: '新', facts: { least: 4 } },
      ])}
      standardsHref="#standards"
      accountsHref="#accounts"
      dryRunHref="#dry-run"
      comparisonHref="#comparison"
    />
  ),
  pack: (
    <PackPage
      frame={COUNTY_FRAME}
      title={TITLE}
      region="安徽省阜阳市"
      source="阜阳市巩固拓展脱贫攻坚成果专项小组办公室　没有文号　2023年9月21日印发"
      period="2023年9月21日起，没写到哪天"
      basis="自印发之日起；2023年以后沿用须有人确认仍然有效"
      kind="正文照录"
      isParaphrase={false}
      digest="a10ab5e63daf548a"
      confirmation={{ isMissing: true, text: '过了2023年12月31日，还没有人确认它仍然有效。' }}
      confirmAction="#confirm"
      confirmableUntil="2027-07-14"
      form={formOf({})}
      needs={[
        {
          ...{ says: '“主要用于”四类用途，最低占多少', decidedBy: '县里', value: '60%' },
          ...{ paper: `2025年1月1日起，${PAPER}`, href: '#fill' },
        },
        {
          ...{ says: '资产空着多少天算闲置', decidedBy: '村里', value: undefined },
          ...{ paper: undefined, href: undefined },
        },
      ]}
      clauses={[
        {
          at: '三（二）7',
          text: fuyangClause('').text,
          lines: [
            line('公益性岗位工资', { part: '用途', force: undefined, forceWord: '', note: '' }),
            line('各项用途合计不超过可分配收益', { force: 'block', forceWord: '不许' }),
            line('这次分配主要用于文件写明的四类用途', {
              numbers: [
                {
                  text: '文件没有给：“主要用于”四类用途，最低占多少',
                  local: `县里定：60%，2025年1月1日起，${PAPER}`,
                  open: undefined,
                },
              ],
            }),
          ],
        },
        {
          at: '三（四）18',
          text: '防止闲置浪费，督促市场主体及时足额支付租金、兑现分红',
          lines: [
            line('防止资产闲置浪费', {
              numbers: [{ text: '文件没有给：空着多少天算闲置', local: undefined, open: '由村里决定' }],
            }),
          ],
        },
      ]}
      listHref="#packs"
      comparisonHref="#comparison"
    />
  ),
  standards: (
    <StandardsPage
      frame={COUNTY_FRAME}
      rows={[
        {
          ...{ says: '“主要用于”四类用途，最低占多少', document: '没有给', value: '60%', region: '颍禾县' },
          ...{ from: '2025年1月1日', paper: PAPER, entered: '钱科长 2025-01-02 09:12' },
          ...{ why: '', withdrawn: undefined, withdrawHref: '#withdraw' },
        },
        {
          ...{ says: '农村低保标准增幅不低于4.5%', document: '4.5%', value: '5.5%', region: '颍禾县' },
          ...{ from: '2025年1月1日', paper: PAPER, entered: '钱科长 2025-01-02 09:20' },
          ...{ why: '', withdrawn: '钱科长 2025-01-03 10:02 撤销：百分数抄错了', withdrawHref: undefined },
        },
      ]}
      numbers={NUMBERS}
      regions={[{ value: '341299', label: '颍禾县 341299' }]}
      form={formOf({ region: '341299', numberId: 'main_use.floor', value: '60' }, [
        { code: 'policy.notInUnit', field: 'value', value: '60', facts: { unit: 'share' } },
        { code: 'form.missing', field: 'paperTitle' },
      ])}
      action="#keep"
      withdrawing={undefined}
      listHref="#packs"
      cancelHref="#packs"
    />
  ),
  'dry-run': (
    <DryRunPage
      frame={COUNTY_FRAME}
      action="/county/dry-run"
      choices={[
        {
          ...{ name: 'pack', label: '照哪一份', chosen: 'b' },
          options: [{ value: 'b', label: '内蒙古自治区赤峰市敖汉旗《光伏收益分配》2020-01-01起' }],
        },
      ]}
      tried={{
        pack: '内蒙古自治区赤峰市敖汉旗《光伏收益分配》2020-01-01起',
        sections: [
          {
            ...{ title: '2025年1月1日至6月30日', planHref: '#plan', distributable: 8122028n },
            rows: [
              {
                ...{ name: '公益岗位', by: '村里原来定的', decided: 4821227n, wouldBe: 4821227n },
                clause: fuyangClause('①'),
              },
              {
                ...{ name: '奖励补助', by: '这份文件没有这个用途', decided: 730000n, wouldBe: 0n },
                clause: undefined,
              },
            ],
            ...{ decidedLeft: 2570801n, left: 3300801n, problems: ['岗位要了 10.00，只剩 5.00。'] },
            checks: [
              { outcome: 'blocked', title: '80%用于公益岗位、劳务和困难救助：差 2,833.82' },
              { outcome: 'passed', title: '各项用途合计不超过可分配收益' },
            ],
          },
        ],
      }}
      listHref="#packs"
    />
  ),
  'dry-run-two': (
    <DryRunPage
      frame={COUNTY_FRAME}
      action="/county/dry-run"
      choices={[]}
      compared={{
        one: '安徽省阜阳市《阜阳市促进脱贫人口增收工作方案》2023-09-21起',
        other: '内蒙古自治区赤峰市敖汉旗《光伏收益分配》2020-01-01起',
        textsHref: '#texts',
        year: {
          rows: [
            {
              ...{ name: '公益岗位', decided: 9_642_454n, one: 9_642_454n, other: undefined },
              difference: undefined,
            },
          ],
          total: { decided: 9_642_454n, one: 9_642_454n, other: undefined, difference: undefined },
        },
        sections: [
          {
            ...{ title: '2025年1月1日至6月30日', planHref: '#plan', distributable: 8_122_028n },
            rows: [
              {
                name: '公益岗位',
                decided: 4_821_227n,
                one: {
                  ...{ amount: 4_821_227n, by: '村里原来定的', missing: undefined },
                  ...{ bound: { side: 'floor', amount: 4_873_217n }, clauses: [fuyangClause('①')] },
                },
                other: {
                  ...{ amount: 8_322_028n, by: '叫“岗位工资”，文件定的', missing: undefined },
                  ...{ bound: { side: 'exact', amount: 8_322_028n }, clauses: [fuyangClause('②')] },
                },
                difference: 3_500_801n,
              },
              {
                name: '按协议分红',
                decided: 0n,
                one: { amount: 0n, by: '这份文件没有这个用途', ...NO_BASIS },
                other: {
                  ...{ amount: undefined, by: '按协议', bound: undefined, clauses: [] },
                  missing: '还没写清按协议应付的分红有多少。',
                },
                difference: undefined,
              },
            ],
            left: { decided: 3_300_801n, one: 3_300_801n, other: -200_000n, difference: -3_500_801n },
            problems: { one: [], other: ['岗位要了 10.00，只剩 5.00。'] },
            differing: [
              {
                one: {
                  check: { outcome: 'blocked', title: '岗位不低于60%：差 519.90' },
                  bounds: [{ side: 'floor', amount: 4_873_217n }],
                },
                other: {
                  check: { outcome: 'passed', title: '岗位不低于50%', clause: fuyangClause('①') },
                  bounds: [{ side: 'floor', amount: 4_061_014n }],
                },
              },
            ],
            alike: ['各项用途合计不超过可分配收益'],
            only: {
              one: { uses: ['奖励补助'], checks: [] },
              other: { uses: [], checks: [{ outcome: 'undecided', title: '村里优先照顾的户：定不了' }] },
            },
          },
        ],
      }}
      listHref="#packs"
    />
  ),
  'pack-comparison': (
    <PackComparisonPage
      frame={COUNTY_FRAME}
      action="/county/pack-comparison"
      options={[
        { value: 'a', label: '安徽省阜阳市《阜阳市促进脱贫人口增收工作方案》2023-09-21起' },
        { value: 'b', label: '云南省昆明市东川区《东川区脱贫人口持续增收三年行动方案》2022-09-19起' },
      ]}
      left={{ id: 'a', title: TITLE }}
      right={{ id: 'b', title: '东川区脱贫人口持续增收三年行动方案（2022—2024年）' }}
      parts={[
        {
          part: '用途',
          isOpen: true,
          rows: [
            {
              left: { says: '公益性岗位工资', forceWord: undefined, clause: fuyangClause('') },
              right: undefined,
            },
          ],
        },
      ]}
      listHref="#packs"
    />
  ),
};
