import { AssetColoursPage, ColoursPage } from '../../../src/features/oversight/colours.pages';
import { OfficeColoursPage } from '../../../src/features/oversight/office-colours.pages';
import { OfficeYieldsPage } from '../../../src/features/oversight/office-yields.pages';
import { formOf, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';

const QUARTERS = ['2025年第1季度', '2025年第2季度'];
const TABS = QUARTERS.map((name, place) => ({ name, href: `#${String(place)}`, isShown: place === 1 }));
const COUNTS = { red: 1, yellow: 1, grey: 1, green: 2 };
const RULE = '1 项异常是黄，2 项以上是红，六项都正常是绿；有一项不知道就不判绿。';
const LATE = { name: '租金支付', why: '逾期 20 天，欠 6,000.00 元' };
const ENDED = { name: '合同签订', why: '最后一份合同 2025-06-29 到期，没有新的' };

/** The pages over six indicators and three colours. */
export const OVERSIGHT_GALLERY = {
  colours: (
    <ColoursPage
      frame={villageFrame('assets')}
      quarter="2025-Q2"
      quarterName="2025年第2季度"
      asOf="2025-06-30"
      isRunning={false}
      rule={RULE}
      tabs={TABS}
      counts={COUNTS}
      rows={[
        { name: '冷库', href: '#1', colour: 'red', abnormal: [LATE, ENDED], unknown: [] },
        {
          ...({ name: '村级电站', href: '#2', colour: 'grey', abnormal: [] } as const),
          unknown: [{ name: '合同签订', why: '台账上没有合同，也没有写由谁经营' }],
        },
        { name: '加工车间', href: '#3', colour: 'green', abnormal: [], unknown: [] },
      ]}
      kept={{
        ...{ day: '2025-07-05', by: '李会计', digest: '5b1f0c2a9d3e' },
        changes: [{ name: '冷库', before: '黄', after: '红', indicators: '合同签订' }],
      }}
      action="#keep"
      form={formOf({}, [])}
      assetsHref="#assets"
    />
  ),
  'asset-colours': (
    <AssetColoursPage
      frame={villageFrame('assets')}
      name="冷库"
      colour="yellow"
      quarter="2025-Q2"
      quarterName="2025年第2季度"
      asOf="2025-06-30"
      tabs={TABS}
      rows={[
        { name: '租金支付', standing: '异常', isWrong: true, why: LATE.why },
        { name: '管护责任', standing: '正常', isWrong: false, why: '村民委员会' },
      ]}
      marks={[{ on: '2025-06-20', said: '管护责任正常：到现场看过', paper: '六月检查', by: '李会计' }]}
      indicators={[{ value: 'care', label: '管护责任' }]}
      words={[{ value: 'normal', label: '正常' }]}
      form={formOf({ markedOn: '2025-07-05' }, [])}
      action="#mark"
      listHref="#list"
      assetHref="#asset"
    />
  ),
  'office-yields': (
    <OfficeYieldsPage
      frame={TOWNSHIP_FRAME}
      monthName="2025年6月"
      tabs={[
        { name: '2025年5月', href: '#5', isShown: false },
        { name: '2025年6月', href: '#6', isShown: true },
      ]}
      rows={[
        {
          ...{ holder: '石桥村', name: '村级电站', href: '#1', kwh: '3120', perKw: '52', middle: '108.5' },
          percent: '47.92',
          says: [
            '发电很低：3,120 度，这里一般 5,616 到 9,000 度，比最少的还少 2,496 度（44.44%）。' +
              '请到现场看看，可能坏了一部分。',
            '不到别的电站居中的 80%：请到现场看看。',
          ],
        },
        {
          ...{ holder: '柳河镇政府', name: '杨树湾联村电站', href: '#2', kwh: '108000', perKw: '108' },
          ...{ middle: undefined, percent: undefined, says: [] },
        },
      ]}
      unsettled={[{ holder: '董寨村', name: '村级电站', href: '#3' }]}
      rules={['每千瓦发的电是结算单上的电量除以装机容量。']}
      homeHref="#home"
    />
  ),
  'office-colours': (
    <OfficeColoursPage
      frame={TOWNSHIP_FRAME}
      quarterName="2025年第2季度"
      tabs={TABS}
      counts={COUNTS}
      villages={[
        { village: '杨树湾村', href: '#v', counts: COUNTS, keptOn: '2025-07-05', changed: 1 },
        { village: '王楼村', href: undefined, counts: COUNTS, keptOn: undefined, changed: 0 },
      ]}
      assets={[
        { village: '杨树湾村', name: '冷库', href: '#1', colour: 'red', abnormal: [LATE, ENDED] },
        { village: '王楼村', name: '车间', href: undefined, colour: 'yellow', abnormal: [LATE] },
      ]}
      rule={RULE}
      workbookHref="#xlsx"
    />
  ),
};
