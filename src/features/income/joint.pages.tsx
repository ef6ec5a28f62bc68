import type { Fen } from '../../domain/money/fen';
import { jointWords } from '../../glossary/joint-words';
import { yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { OwnersTaken } from '../../platform/views/owners-taken';
import { DataTable } from '../../platform/views/table';

/** A slip of a kept station in the list. */
export interface KeptSlipRow {
  readonly generationMonth: string;
  readonly href: string;
  readonly kwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  /** It is what of the month's slip was split by itself. */
  readonly isAlone: boolean;
  /** How many owners' books have taken their parts, of how many. */
  readonly taken: number;
  readonly owners: number;
  /** Owners whose books are not kept here. */
  readonly elsewhere: number;
}

/** The joint stations that this office keeps for their owners. */
export interface KeptStationsPageProps {
  readonly frame: OfficeFrameProps;
  readonly stations: readonly {
    readonly name: string;
    readonly href: string;
    readonly newSlipHref?: string | undefined;
    /** Owners whose books are not kept here, by name. */
    readonly elsewhere: readonly string[];
    readonly slips: readonly KeptSlipRow[];
  }[];
  /** What came for owners and is not yet paid to them. */
  readonly owed: readonly { readonly owner: string; readonly owed: Fen }[];
  /** What was too little for a fen to each owner, and waits for the next slip. */
  readonly waiting: readonly {
    readonly station: string;
    readonly month: string;
    readonly stream: 'energyFee' | 'subsidy';
    readonly amount: Fen;
    readonly href: string;
  }[];
  readonly payHref?: string | undefined;
  /** Opens the costs that were paid for the owners. */
  readonly costsHref?: string | undefined;
  /** Opens what of the subsidy did not come. */
  readonly cutHref?: string | undefined;
  /** Opens what was proposed to the owners for whole years. */
  readonly plansHref: string;
  readonly newStationHref: string;
}

/** What came and waits to be passed on first, then every station's slips. */
export function KeptStationsPage(page: KeptStationsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          代管的联村电站<span class="hint">结算单录一次，按份额记到各村账上　金额单位：元</span>
        </h1>
        {page.stations.length === 0 ? (
          <EmptyState
            sentence="这里没有代管的电站。"
            action={{ href: page.newStationHref, label: '登记一座。' }}
          />
        ) : (
          <OwedTable page={page} />
        )}
        {page.waiting.map((each) => (
          <p>
            {`${each.station} ${yearMonthText(each.month)}的${each.stream === 'subsidy' ? '补贴' : '电费'} `}
            <Money fen={each.amount} />
            {' 元太少，不够每家分一分钱，留着和下一张结算单一起分。'}
            <a href={each.href}>看这张结算单，或者现在就分</a>
          </p>
        ))}
        {page.stations.map((station) => (
          <section>
            <h2>
              <a href={station.href}>{station.name}</a>
              {station.newSlipHref !== undefined && (
                <a class="button aside" href={station.newSlipHref}>
                  录结算单
                </a>
              )}
            </h2>
            <Elsewhere owners={station.elsewhere} />
            <SlipTable slips={station.slips} />
          </section>
        ))}
        {page.stations.length > 0 && <PlansLink href={page.plansHref} />}
        {page.cutHref !== undefined && page.stations.length > 0 && (
          <p class="small">
            国家补贴被通知核减的，<a href={page.cutHref}>在这里记一次</a>，按份额分到各村账上。
          </p>
        )}
      </div>
    </OfficeFrame>
  );
}

function PlansLink({ href }: { href: string }) {
  return (
    <p class="small">
      一年的钱怎么用，可以<a href={href}>给各村拟一份计划</a>，按份额分到各村，由各村自己定。
    </p>
  );
}

function OwedTable({ page }: { page: KeptStationsPageProps }) {
  const rows = page.owed.filter(({ owed }) => owed !== 0n);
  return (
    <section>
      <h2>
        要转付给各村的钱
        {page.costsHref !== undefined && (
          <a class="button aside" href={page.costsHref}>
            替各村付费用
          </a>
        )}
        {rows.length > 0 && page.payHref !== undefined && (
          <a class="button aside" href={page.payHref}>
            转付
          </a>
        )}
      </h2>
      {rows.length === 0 ? (
        <p>到账的钱都转付了。</p>
      ) : (
        <DataTable
          caption="要转付给各村的钱"
          rows={rows}
          columns={[
            { head: '谁的', names: true, cell: (row) => row.owner, total: '合计' },
            {
              head: '还没转付',
              numeric: true,
              cell: (row) => <Money fen={row.owed} />,
              total: <Money fen={rows.reduce((sum, row) => sum + row.owed, 0n)} />,
            },
          ]}
        />
      )}
    </section>
  );
}

/** Said at once: nobody's books get what an owner written wrongly has. */
function Elsewhere({ owners }: { owners: readonly string[] }) {
  return owners.length === 0 ? null : <p class="small">{jointWords.elsewhere(owners)}</p>;
}

function SlipTable({ slips }: { slips: readonly KeptSlipRow[] }) {
  if (slips.length === 0) return <p>还没有结算单。</p>;
  return (
    <DataTable
      caption="结算单"
      rows={slips}
      columns={[
        {
          head: '发电月份',
          names: true,
          cell: (row) => (
            <a href={row.href}>{`${yearMonthText(row.generationMonth)}${row.isAlone ? '，单独分' : ''}`}</a>
          ),
        },
        { head: '电量（度）', numeric: true, cell: (row) => (row.isAlone ? '' : row.kwh) },
        { head: '电费', numeric: true, cell: (row) => <Money fen={row.energyFee} /> },
        { head: '补贴', numeric: true, cell: (row) => <Money fen={row.subsidy} /> },
        {
          head: '各村入账',
          cell: (row) => <OwnersTaken row={row} />,
        },
      ]}
    />
  );
}
