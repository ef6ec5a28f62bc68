import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Control, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** An act in words. */
export interface ActRow {
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly place: string;
  readonly what: string;
  /** Which plan and step, and how that ended; empty where it tells nothing of it. */
  readonly about: string;
  /** Why it was refused; absent where it was carried out. */
  readonly refused?: readonly string[] | undefined;
  /** Page or program, and the machine. */
  readonly way: string;
}

/** Who did what in the villages below an office. */
export interface ActsPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly action: string;
  readonly places: readonly Option[];
  readonly people: readonly Option[];
  readonly outcomes: readonly Option[];
  readonly rows: readonly ActRow[];
  readonly newerHref?: string | undefined;
  readonly olderHref?: string | undefined;
}

const ASKED = [
  ['actBooks', '哪个村'],
  ['actPerson', '谁'],
  ['from', '从'],
  ['to', '到'],
  ['actResult', '结果'],
] as const;

function Asked({ page }: { readonly page: ActsPageProps }) {
  const options = { actBooks: page.places, actPerson: page.people, actResult: page.outcomes };
  return (
    <form method="get" action={page.action} class="filter">
      {ASKED.map(([name, label]) => (
        <label>
          {label}{' '}
          {name === 'from' || name === 'to' ? (
            <Control form={page.form} name={name} kind="day" />
          ) : (
            <Control form={page.form} name={name} options={options[name]} />
          )}
        </label>
      ))}
      <button type="submit">查</button>
    </form>
  );
}

function Outcome({ row }: { readonly row: ActRow }) {
  if (row.refused === undefined) return <StateChip state="done">办成</StateChip>;
  return (
    <>
      <StateChip state="blocked">没办成</StateChip>
      {row.refused.map((why) => (
        <small>{why}</small>
      ))}
    </>
  );
}

/** The register of acts, the newest first. */
export function ActsPage(page: ActsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>谁办了什么</h1>
        <ErrorSummary form={page.form} />
        <Asked page={page} />
        {page.rows.length === 0 ? (
          <EmptyState sentence="这些天里没有这样的操作。" />
        ) : (
          <DataTable
            caption="操作"
            captionHidden
            rows={page.rows}
            columns={[
              { head: '时间', narrow: true, cell: (row) => row.at },
              {
                head: '谁',
                names: true,
                cell: (row) => (
                  <>
                    {row.person}
                    {row.role !== '' && <small>{row.role}</small>}
                  </>
                ),
              },
              { head: '哪里的账', cell: (row) => row.place },
              {
                head: '办什么',
                cell: (row) => (
                  <>
                    {row.what}
                    {row.about !== '' && <small>{row.about}</small>}
                  </>
                ),
              },
              { head: '结果', cell: (row) => <Outcome row={row} /> },
              { head: '从哪里', cell: (row) => row.way },
            ]}
          />
        )}
        <p class="small">
          {page.newerHref !== undefined && <a href={page.newerHref}>较新的</a>}
          {'　'}
          {page.olderHref !== undefined && <a href={page.olderHref}>更早的</a>}
        </p>
      </div>
    </OfficeFrame>
  );
}
