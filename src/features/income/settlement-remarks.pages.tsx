/** Where else a person goes about a slip, and whose money it is. */
export interface SettlementRemarksProps {
  readonly meterHref: string;
  readonly pricesHref: string;
  /** A joint station: from when the share table in force is. */
  readonly joint?: { readonly since: string } | undefined;
  /** A station that is kept for its owners: nothing of it is income here. */
  readonly kept?: boolean | undefined;
}

/** What else can be done about a slip, and what it books. */
export function SettlementRemarks(page: SettlementRemarksProps) {
  return (
    <p class="small">
      换了表、归了零、是估的或者抄错了，先在<a href={page.meterHref}>电表档案</a>
      里记一笔；价格变了，记在
      <a href={page.pricesHref}>电价档案</a>。{bookedAs(page)}
      {page.joint !== undefined && `联村电站按${page.joint.since}起的份额表分到本村，零头下次补平。`}
    </p>
  );
}

function bookedAs({ kept }: SettlementRemarksProps): string {
  return kept === true
    ? '会记一张凭证：借 应收款，贷 内部往来，再按份额记到各村账上。填了到账的，再记一张：借 银行存款，贷 应收款。'
    : '会记一张凭证：借 应收款，贷 经营收入，电费和国家补贴各一行。填了到账的，再记一张：借 银行存款，贷 应收款。';
}
