import type { VNode } from 'preact';
import { TrialBalancePage } from '../../../src/features/ledger/ledger.pages';
import { VoucherListPage } from '../../../src/features/ledger/voucher-list.pages';
import { VoucherPage } from '../../../src/features/ledger/voucher.pages';
import { formOf, villageFrame } from './gallery-frame';

const NONE = {
  openingDebit: 0n,
  openingCredit: 0n,
  debit: 0n,
  credit: 0n,
  closingDebit: 0n,
  closingCredit: 0n,
};

/** Vouchers and the trial balance, by name. */
export const LEDGER_GALLERY: Readonly<Record<string, VNode>> = {
  vouchers: (
    <VoucherListPage
      frame={villageFrame('vouchers')}
      from="2025-06-01"
      through="2025-06-30"
      older={{ month: '2025-05', href: '#older' }}
      count={2}
      total={370863n}
      links={[
        { label: '填一张凭证', href: '#new' },
        { label: '凭证草稿 1 张', href: '#drafts' },
      ]}
      printHref="#print"
      reviewing={{ action: '#review', month: '2025-06', count: 1 }}
      filter={{ action: '#', from: '2025-06', to: '2025-06', account: '', text: '', unsigned: false }}
      vouchers={[
        {
          number: '记-0049',
          href: '#49',
          postedOn: '2025-06-20',
          aboutPeriod: '2025-05',
          summary: '二号电站5月电费',
          amount: 244863n,
          reviewed: true,
        },
        {
          number: '记-0047',
          href: '#47',
          postedOn: '2025-06-12',
          aboutPeriod: '2025-06',
          summary: '逆变器维修',
          amount: 126000n,
          reversal: 'reversed',
          reviewed: false,
        },
      ]}
    />
  ),
  voucher: (
    <VoucherPage
      frame={villageFrame('vouchers')}
      collective="杨树湾村股份经济合作社"
      number="记-0048"
      postedOn="2025-06-20"
      aboutPeriod="2025-05"
      bookedAt="2025-06-21 10:42"
      hands={{ prepared: '周会计', reviewed: '孙所长', cashier: undefined, posted: '周会计' }}
      attachments={2}
      printHref="#print"
      signing={{ action: '#sign', parts: ['cashier'], form: formOf({}, []) }}
      source="电费结算单 2025-05"
      chainPosition={48}
      chainDigest="9c1f 22d0 7b3e 58aa"
      summary="一号电站5月电费"
      lines={[
        {
          accountCode: '112',
          accountName: '应收款',
          dimensions: ['光伏收益', '一号电站', '电费', '2025年5月'],
          debit: 413653n,
          credit: 0n,
        },
        {
          accountCode: '501',
          accountName: '经营收入',
          dimensions: ['光伏收益', '一号电站', '电费', '2025年5月'],
          debit: 0n,
          credit: 413653n,
        },
      ]}
      isShort={[]}
      reversing={{
        willBeShort: [],
        action: '/vouchers/48/reverse',
        reasons: [
          { value: 'amount', label: '金额记错' },
          { value: 'twice', label: '记了两次' },
        ],
        form: formOf({}, [{ code: 'reversal.reasonUnknown', field: 'reason' }]),
      }}
    />
  ),
  'trial-balance': (
    <TrialBalancePage
      frame={villageFrame('books')}
      from="2025-01-01"
      through="2025-06-30"
      chart="农村集体经济组织会计制度（2023）"
      rows={[
        {
          ...NONE,
          code: '102',
          name: '银行存款',
          openingDebit: 341266n,
          debit: 8546614n,
          credit: 4786352n,
          closingDebit: 4101528n,
        },
        { ...NONE, code: '112', name: '应收款', openingDebit: 5163318n, debit: 3383296n, credit: 8546614n },
        { ...NONE, code: '322', name: '收益分配', openingCredit: 5504584n, closingCredit: 5504584n },
        { ...NONE, code: '501', name: '经营收入', credit: 3383296n, closingCredit: 3383296n },
        { ...NONE, code: '502', name: '经营支出', debit: 765852n, closingDebit: 765852n },
        { ...NONE, code: '514', name: '公益支出', debit: 4020500n, closingDebit: 4020500n },
      ]}
    />
  ),
};
