import type { VNode } from 'preact';
import { AssetFormPage } from '../../../src/features/assets/asset-form.pages';
import { AssetListPage } from '../../../src/features/assets/asset-list.pages';
import { AssetPage } from '../../../src/features/assets/assets.pages';
import { formOf, villageFrame } from './gallery-frame';

/** The register of assets, by name. */
export const ASSETS_GALLERY: Readonly<Record<string, VNode>> = {
  assets: (
    <AssetListPage
      frame={villageFrame('assets')}
      newHref="#new"
      importHref="#import"
      registerHref="#register"
      withLeftHref="#all"
      on="2025-07-14"
      cardsHref="#cards"
      stocktakingsHref="#rounds"
      handoversHref="#handovers"
      tablesHref="#tables"
      mattersHref="#matters"
      coloursHref="/colours"
      watchHref="#watch"
      reviewsHref="#reviews"
      assets={[
        {
          name: '一号电站',
          href: '#1',
          kind: '村级电站',
          assetClass: '经营性',
          acquiredOn: '2017-06-30',
          capacity: { capacityKw: '100' },
          titleHolder: '村集体',
          cost: 60000000n,
        },
        {
          name: '联村电站',
          href: '#3',
          kind: '联村电站',
          assetClass: '经营性',
          acquiredOn: '2019-05-20',
          capacity: { capacityKw: '1,600', own: { sharePercent: '6.25', kw: '100' } },
          titleHolder: '十六个村共有',
          cost: 48000000n,
        },
        {
          name: '加工车间',
          href: '#4',
          standing: { flags: ['闲置 93 天'], colour: { colour: 'yellow', quarter: '2025年第2季度' } },
          kind: '帮扶车间',
          assetClass: '经营性',
          acquiredOn: '2020-10-01',
          titleHolder: '村集体',
          cost: 35000000n,
        },
      ]}
    />
  ),
  asset: (
    <AssetPage
      frame={villageFrame('assets')}
      name="联村电站"
      kind="联村电站"
      cost={48000000n}
      titledElsewhere={false}
      cardHref="#card"
      standing={{
        flags: ['闲置 93 天', '效益差：近12个月净收 1,200.00 元'],
        remedy: { text: '招租，村主任，2025-09-30 前', isOverdue: true },
        colour: { colour: 'red', quarter: '2025年第2季度' },
        review: { name: '盘活类', on: '2025-06-30' },
        ...{ watchHref: '#watch', coloursHref: '#colours' },
      }}
      photos={{ href: '#files', photos: [], count: 2, mayAdd: true }}
      particulars={{
        facts: [
          { label: '状态', text: '在用' },
          { label: '坐落', text: '村部东侧' },
          { label: '管护权', text: '柳河镇光伏管护站' },
        ],
        missing: ['标牌编号', '坐标'],
        changeHref: '#change',
        history: [
          {
            validFrom: '2024-03-01',
            changed: '管护权、管护责任岗位',
            why: '管护站接手',
            who: '周敏',
            enteredAt: '2024-03-04 09:12',
          },
          {
            validFrom: '2019-05-20',
            changed: '第一次登记',
            why: '',
            who: '周敏',
            enteredAt: '2019-06-02 09:12',
          },
        ],
      }}
      facts={[
        { label: '产权', text: '十六个村共有' },
        { label: '容量', text: '1,600千瓦' },
        { label: '电表', text: '倍率 8,000，示数四位小数' },
      ]}
      funds={[
        { level: '中央', year: 2018, amount: 30000000n },
        { level: '县级', year: 2019, amount: 18000000n },
      ]}
      shares={{
        keeper: '柳河镇',
        since: '2019-05-20',
        total: '100%',
        rows: [
          { owner: '第二村', share: '6.25%' },
          { owner: '杨树湾村', share: '6.25%', own: true },
          { owner: '其余十四村', share: '87.5%' },
        ],
      }}
    />
  ),
  'asset-form': (
    <AssetFormPage
      frame={villageFrame('assets')}
      action="/assets"
      cancelHref="#assets"
      kinds={[{ value: 'village_station', label: '村级电站' }]}
      classes={[{ value: 'operating', label: '经营性' }]}
      titleLevels={[{ value: 'village', label: '村集体' }]}
      fundLevels={[
        { value: 'central', label: '中央' },
        { value: 'county', label: '县级' },
      ]}
      fundRows={3}
      shareRows={2}
      matters={[]}
      form={formOf(
        {
          kind: 'village_station',
          name: '一号电站',
          cost: '600000',
          'funds[0][level]': 'central',
          'funds[0][year]': '二零一六',
          'funds[0][amount]': '590000',
        },
        [
          {
            code: 'assets.fundsNotCost',
            field: 'funds',
            facts: { funds: 59000000n, cost: 60000000n, difference: -1000000n },
          },
          { code: 'calendar.notAYear', field: 'funds.0.year', value: '二零一六' },
        ],
      )}
    />
  ),
};
