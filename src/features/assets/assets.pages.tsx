import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import type { AssetRow } from './asset-list.pages';
import { PhotoStrip, type PhotoStripProps } from './asset-files.pages';
import { type CorrectionsProps, CorrectionsSection } from './asset-corrections.pages';
import { Shares, type SharesProps } from './asset-shares.pages';
import { StandingFacts, type StandingProps } from './asset-standing.pages';
import { type ParticularsProps, ParticularsSection } from './asset-particulars.pages';

/** One asset: what it is, whose money built it, who shares it, what it has earned. */
export interface AssetPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly kind: string;
  /** Further facts as label and text, in reading order: title, operator, capacity, meter, contract. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly cost: Fen;
  /** The day it left and how; undefined while it stands. */
  readonly left?: AssetRow['left'];
  /** How it loses its value and leaves the books; of fixed assets of the village alone. */
  readonly depreciationHref?: string | undefined;
  /** How it leaves the books, of a stake and of what lives. */
  readonly lifeHref?: string | undefined;
  /** How it leaves the register, of what stands in no books. */
  readonly departureHref?: string | undefined;
  /** Its meters and its prices by date, of a station whose slips are entered here. */
  readonly meterHref?: string | undefined;
  readonly pricesHref?: string | undefined;
  /** Its contracts with the grid, of a station alone. */
  readonly gridHref?: string | undefined;
  /** The owner's agreement, of what may be kept or run for another. */
  readonly custodyHref?: string | undefined;
  /** Its card, to be printed, signed and filed. */
  readonly cardHref: string;
  /** What the document in force says of it; of what stands alone. */
  readonly mattersHref?: string | undefined;
  /** The title lies with an office above: cost and funds stand in its register. */
  readonly titledElsewhere: boolean;
  /** Money that built it, by level and year; adds up to the cost. */
  readonly funds: readonly { readonly level: string; readonly year: number; readonly amount: Fen }[];
  readonly particulars: ParticularsProps;
  readonly photos: PhotoStripProps;
  /** Its class, its colour, what is wrong with it and what is done about that. */
  readonly standing: StandingProps;
  /** What was entered wrongly and put right. */
  readonly corrections?: CorrectionsProps;
  /** The dated share table of a joint station. */
  readonly shares?: SharesProps | undefined;
}

function Funds({ page }: { page: AssetPageProps }) {
  return (
    <section>
      <h2>
        钱从哪里来<span class="hint">各级加起来等于原值</span>
      </h2>
      <DataTable
        caption="资金来源"
        rows={page.funds}
        columns={[
          { head: '哪一级', names: true, cell: (fund) => fund.level, total: '合计' },
          { head: '年度', cell: (fund) => String(fund.year) },
          {
            head: '金额（元）',
            numeric: true,
            cell: (fund) => <Money fen={fund.amount} />,
            total: <Money fen={page.funds.reduce((sum, fund) => sum + fund.amount, 0n)} />,
          },
        ]}
      />
    </section>
  );
}

/** Its name, and where the books and the document in force speak of it. */
function Heading({ page }: { page: AssetPageProps }) {
  return (
    <h1>
      {page.name}
      <span class="hint">{page.kind}</span>
      <span class="aside">
        {page.depreciationHref !== undefined && <a href={page.depreciationHref}>折旧和处置</a>}
        {page.lifeHref !== undefined && <a href={page.lifeHref}>处置</a>}
        {page.departureHref !== undefined && <a href={page.departureHref}>离开台账</a>}
        {page.meterHref !== undefined && <a href={page.meterHref}>电表档案</a>}
        {page.pricesHref !== undefined && <a href={page.pricesHref}>电价档案</a>}
        {page.gridHref !== undefined && <a href={page.gridHref}>购售电合同</a>}
        {page.custodyHref !== undefined && <a href={page.custodyHref}>代管</a>}
        {page.mattersHref !== undefined && <a href={page.mattersHref}>对照文件</a>}
        <a href={page.cardHref}>打印卡片</a>
      </span>
    </h1>
  );
}

/** The facts of an asset, its funds, and for a joint station its share table. */
export function AssetPage(page: AssetPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <Heading page={page} />
        {page.left !== undefined && (
          <p>
            <b>{`${fullDayText(page.left.on)}${page.left.disposed ? '已处置' : '离开台账'}（${page.left.how}）`}</b>
            ，从那天起不在台账的合计里。
          </p>
        )}
        <dl class="facts">
          <dt>{page.left?.disposed === true ? '处置前原值' : '原值'}</dt>
          <dd>{page.titledElsewhere ? '记在产权单位的台账上' : <Money fen={page.cost} />}</dd>
          <StandingFacts standing={page.standing} />
          {page.facts.map((fact) => (
            <>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </>
          ))}
        </dl>
        {page.titledElsewhere ? (
          <p class="small">产权不在本村，村里登记的是收益权：没有原值，也没有资金来源。</p>
        ) : (
          <Funds page={page} />
        )}
        <PhotoStrip {...page.photos} />
        <ParticularsSection {...page.particulars} />
        {page.corrections !== undefined && <CorrectionsSection {...page.corrections} />}
        {page.shares !== undefined && <Shares {...page.shares} />}
      </div>
    </OfficeFrame>
  );
}
