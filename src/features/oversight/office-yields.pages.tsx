import { groupedDecimal } from '../../platform/views/decimal-text';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A station's month beside the others of the township. */
export interface OfficeYieldRow {
  readonly holder: string;
  readonly name: string;
  readonly href: string;
  readonly kwh: string;
  readonly perKw: string;
  /** The middle of the others' and the per cent of it; undefined where too few others are known. */
  readonly middle: string | undefined;
  readonly percent: string | undefined;
  /** Why somebody should look; empty where nothing asks for it. */
  readonly says: readonly string[];
}

/** What the stations of a township gave to a kW in a month. */
export interface OfficeYieldsPageProps {
  readonly frame: OfficeFrameProps;
  readonly monthName: string;
  readonly tabs: readonly { readonly name: string; readonly href: string; readonly isShown: boolean }[];
  /** The one that gave least to its kW first. */
  readonly rows: readonly OfficeYieldRow[];
  /** Stations without a slip of the month. */
  readonly unsettled: readonly Pick<OfficeYieldRow, 'holder' | 'name' | 'href'>[];
  readonly rules: readonly string[];
  readonly homeHref: string;
}

function headline({ rows, unsettled }: OfficeYieldsPageProps): string {
  const toLook = rows.filter(({ says }) => says.length > 0).length;
  const looked = rows.length === 0 ? '还没有结算单' : `${String(rows.length)} 个电站有结算单`;
  return [
    looked,
    ...(rows.length === 0 ? [] : [toLook === 0 ? '没有要去看的' : `${String(toLook)} 个要去看`]),
    ...(rows.length === 0 || unsettled.length === 0 ? [] : [`${String(unsettled.length)} 个还没有`]),
  ].join('，');
}

function Says({ says }: { says: OfficeYieldRow['says'] }) {
  if (says.length === 0) return <>没有要去看的</>;
  return (
    <>
      {says.map((sentence) => (
        <div>
          <StateGlyph state="attention" /> {sentence}
        </div>
      ))}
    </>
  );
}

function Stations({ rows }: { rows: readonly OfficeYieldRow[] }) {
  return (
    <DataTable
      caption="各电站每千瓦发电"
      rows={rows}
      columns={[
        {
          head: '电站',
          names: true,
          cell: ({ name, href, holder }) => (
            <>
              <a href={href}>{name}</a> <small>{holder}</small>
            </>
          ),
        },
        { head: '发电（度）', numeric: true, cell: ({ kwh }) => groupedDecimal(kwh) },
        { head: '每千瓦（度）', numeric: true, cell: ({ perKw }) => perKw },
        { head: '别的居中（度）', numeric: true, cell: ({ middle }) => middle ?? '不比' },
        {
          head: '是居中的',
          numeric: true,
          cell: ({ percent }) => (percent === undefined ? '不比' : `${percent}%`),
        },
        { head: '说明', cell: ({ says }) => <Says says={says} /> },
      ]}
    />
  );
}

/** How many ask for a look, the stations, the lowest first, those without a slip, and how it is reckoned. */
export function OfficeYieldsPage(page: OfficeYieldsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          各村发电<span class="hint">{`${page.monthName}　每千瓦发得少的在前`}</span>
          <a class="aside" href={page.homeHref}>
            各村
          </a>
        </h1>
        <nav class="tabs" aria-label="月份">
          {page.tabs.map(({ name, href, isShown }) => (
            <a href={href} aria-current={isShown ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {page.rows.length + page.unsettled.length === 0 ? (
          <EmptyState sentence="这个月没有整月在网的电站。" />
        ) : (
          <p>
            <b>{headline(page)}</b>
          </p>
        )}
        {page.rows.length > 0 && <Stations rows={page.rows} />}
        {page.unsettled.length > 0 && (
          <section>
            <h2>还没有这个月的结算单</h2>
            <ul>
              {page.unsettled.map(({ holder, name, href }) => (
                <li>
                  <a href={href}>{name}</a> <small>{holder}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
        {page.rules.map((rule) => (
          <p class="small">{rule}</p>
        ))}
      </div>
    </OfficeFrame>
  );
}
