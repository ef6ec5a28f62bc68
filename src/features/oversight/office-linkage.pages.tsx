import type { VillageLinkage } from '../../domain/oversight/linkage-by-village';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What the tenants of a village promised for a year, and what they reported. */
export interface LinkageVillageRow extends VillageLinkage {
  readonly village: string;
}

/** A contract of which something is missing. */
export interface LinkageContractRow {
  readonly village: string;
  readonly number: string;
  readonly tenant: string;
  /** Its reports; absent for who may not open the village. */
  readonly href: string | undefined;
  readonly duties: string;
  readonly short: string;
}

/** What tenants promised besides rent in the villages below an office, those that miss something first. */
export interface OfficeLinkagePageProps {
  readonly frame: OfficeFrameProps;
  readonly year: string;
  readonly tabs: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly rows: readonly LinkageVillageRow[];
  readonly short: readonly LinkageContractRow[];
}

function headline(rows: readonly LinkageVillageRow[]): string {
  const contracts = rows.reduce((sum, row) => sum + row.contracts, 0);
  const jobsShort = rows.reduce((sum, row) => sum + row.jobsShort, 0);
  const wagesShort = rows.some((row) => row.wagesShort > 0n);
  const said = [
    ...(jobsShort > 0 ? [`少用 ${String(jobsShort)} 人`] : []),
    ...(wagesShort ? ['工资有没付够的'] : []),
  ];
  const unreported = rows.reduce((sum, row) => sum + row.unreported, 0);
  if (unreported > 0) said.push(`${String(unreported)} 份还没报全`);
  const missing = said.length === 0 ? '都做到了' : said.join('，');
  return `${String(rows.length)} 个村 ${String(contracts)} 份合同有约定，${missing}`;
}

function Villages({ rows }: Pick<OfficeLinkagePageProps, 'rows'>) {
  return (
    <DataTable
      caption="各村的用工和工资"
      captionHidden
      rows={rows}
      columns={[
        { head: '村', names: true, cell: ({ village }) => village },
        { head: '合同', numeric: true, cell: ({ contracts }) => String(contracts) },
        { head: '约定用工', numeric: true, cell: ({ promised }) => String(promised) },
        {
          head: '报的最少',
          numeric: true,
          cell: ({ jobs }) => (jobs === undefined ? '没有报' : String(jobs)),
        },
        { head: '少用', numeric: true, cell: ({ jobsShort }) => (jobsShort === 0 ? '' : String(jobsShort)) },
        { head: '付的工资', numeric: true, cell: ({ wages }) => <Money fen={wages} /> },
        {
          head: '少付',
          numeric: true,
          cell: ({ wagesShort }) => (wagesShort === 0n ? '' : <Money fen={wagesShort} />),
        },
        {
          head: '没报全',
          numeric: true,
          cell: ({ unreported }) => (unreported === 0 ? '' : `${String(unreported)} 份`),
        },
      ]}
    />
  );
}

function Short({ short }: Pick<OfficeLinkagePageProps, 'short'>) {
  if (short.length === 0) return null;
  return (
    <section>
      <h2>差什么</h2>
      <DataTable
        caption="没有做到的合同"
        captionHidden
        rows={short}
        columns={[
          { head: '村', names: true, cell: ({ village }) => village },
          {
            head: '合同',
            cell: ({ number, tenant, href }) => (
              <>
                {href === undefined ? number : <a href={href}>{number}</a>}
                <small>{tenant}</small>
              </>
            ),
          },
          { head: '约定', cell: ({ duties }) => duties },
          { head: '差', cell: (row) => row.short },
        ]}
      />
    </section>
  );
}

/** How many villages and contracts, what is missing in all, village by village, then the contracts. */
export function OfficeLinkagePage({ frame, year, tabs, rows, short }: OfficeLinkagePageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          各村联农带农<span class="hint">{`${year}年　承租方约定的用工和工资`}</span>
        </h1>
        <nav class="tabs" aria-label="年度">
          {tabs.map((tab) => (
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {`${tab.label}年`}
            </a>
          ))}
        </nav>
        {rows.length === 0 ? (
          <EmptyState sentence="这一年没有合同约定用工或者工资。" />
        ) : (
          <>
            <p>
              <b>{headline(rows)}</b>
            </p>
            <Villages rows={rows} />
            <Short short={short} />
            <p class="hint">
              用工按各次报告里最少的一次算；一份多用的不抵另一份少用的；工资等这一年过完、报全了才算差多少。
            </p>
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
