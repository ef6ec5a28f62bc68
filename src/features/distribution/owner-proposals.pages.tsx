import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** An owner of a station, with what of the proposal is his and how far his own plan is. */
export interface ProposedOwnerRow {
  readonly owner: string;
  readonly share: string;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** His own plan, for who may look into it. */
  readonly planHref: string | undefined;
}

/** What was last proposed for a station and a year. */
export interface ProposalShown {
  readonly station: string;
  readonly year: number;
  readonly tableFrom: string;
  readonly proposedOn: string;
  readonly uses: readonly { readonly name: string; readonly forWhat: string; readonly amount: Fen }[];
  readonly owners: readonly ProposedOwnerRow[];
  /** Proposes it anew, for who keeps the books. */
  readonly againHref: string | undefined;
}

/** What an office proposes to the owners of the stations it keeps. */
export interface OwnerProposalsPageProps {
  readonly frame: OfficeFrameProps;
  readonly proposals: readonly ProposalShown[];
  readonly newHref: string | undefined;
  readonly keptHref: string;
}

/** A use in which something may be proposed, with the places of its rows in the form. */
export interface ProposedUseRow {
  readonly bucket: string;
  readonly name: string;
  readonly clause: Clause | undefined;
  readonly rows: readonly number[];
}

/** The form of a proposal. */
export interface NewOwnerProposalPageProps {
  readonly frame: OfficeFrameProps;
  /** Fields: assetId, year, `uses[i][bucket]`, `uses[i][forWhat]`, `uses[i][amount]`. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly stations: readonly Option[];
  readonly uses: readonly ProposedUseRow[];
}

/** Every proposal with its owners: who has drafted, who has decided. */
export function OwnerProposalsPage({ frame, proposals, newHref, keptHref }: OwnerProposalsPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          给各村拟的年度计划
          <span class="hint">按份额分到各村；照不照它、改多少，各村照自己的程序定</span>
          {newHref !== undefined && (
            <a class="button aside" href={newHref}>
              拟一年的
            </a>
          )}
        </h1>
        {proposals.length === 0 ? (
          <EmptyState
            sentence="还没有给各村拟过年度计划。"
            action={newHref === undefined ? undefined : { href: newHref, label: '拟一年的。' }}
          />
        ) : (
          proposals.map((proposal) => <Proposal proposal={proposal} />)
        )}
        <p class="small">
          <a href={keptHref}>代管的联村电站</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

function Proposal({ proposal }: { proposal: ProposalShown }) {
  const { station, year, uses, owners, againHref } = proposal;
  const title = `${station} ${String(year)}年`;
  return (
    <section>
      <h2>
        {title}
        <span class="hint">{`${proposal.proposedOn}拟，按${fullDayText(proposal.tableFrom)}起的份额表`}</span>
        {againHref !== undefined && (
          <a class="aside" href={againHref}>
            重拟
          </a>
        )}
      </h2>
      <DataTable
        caption={`${title}拟的用途`}
        class="stacked"
        rows={uses}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name, total: '合计' },
          { head: '做什么', cell: (row) => row.forWhat },
          {
            head: '各村一共（元）',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={uses.reduce((sum, row) => sum + row.amount, 0n)} />,
          },
        ]}
      />
      <Owners title={title} owners={owners} />
    </section>
  );
}

/** Whose part is how much, and how far his own plan is. */
function Owners({ title, owners }: { title: string; owners: readonly ProposedOwnerRow[] }) {
  return (
    <DataTable
      caption={`${title}各村`}
      class="stacked"
      rows={owners}
      columns={[
        { head: '哪个村', names: true, cell: (row) => row.owner, total: '合计' },
        { head: '份额', numeric: true, cell: (row) => row.share },
        {
          head: '分到（元）',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={owners.reduce((sum, row) => sum + row.amount, 0n)} />,
        },
        {
          head: '村里的计划',
          cell: ({ state, stateWord, planHref }) => (
            <StateChip state={state}>
              {planHref === undefined ? stateWord : <a href={planHref}>{stateWord}</a>}
            </StateChip>
          ),
        },
      ]}
    />
  );
}

function UseRow({
  page,
  use,
  index,
}: {
  page: NewOwnerProposalPageProps;
  use: ProposedUseRow;
  index: number;
}) {
  const nameOf = (part: 'bucket' | 'forWhat' | 'amount'): string => `uses[${String(index)}][${part}]`;
  return (
    <tr class="claim">
      <td colSpan={2}>
        <input type="hidden" name={nameOf('bucket')} value={use.bucket} />
        <div class="claim-row">
          {(['forWhat', 'amount'] as const).map((part) => (
            <span class={`claim-${part}`}>
              <label for={fieldId(nameOf(part))}>
                <span class="read-aloud">{`${use.name} `}</span>
                {fieldLabel(part)}
              </label>
              <Control form={page.form} name={nameOf(part)} kind={part === 'forWhat' ? 'text' : 'number'} />
            </span>
          ))}
          <FieldErrors form={page.form} name={nameOf('bucket')} />
          <FieldErrors form={page.form} name={nameOf('forWhat')} />
          <FieldErrors form={page.form} name={nameOf('amount')} />
        </div>
      </td>
    </tr>
  );
}

/** One sum for each use, of all owners together; it is split when it is kept. */
export function NewOwnerProposalPage(page: NewOwnerProposalPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          给各村拟一年的计划
          <span class="hint">填各村一共多少，存的时候按份额分到分；各村另照自己的程序定</span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} entry>
          <section class="short-fields">
            <Field form={page.form} name="assetId" label="电站" options={page.stations} />
            <Field form={page.form} name="year" label={fieldLabel('year')} hint="今年或者明年" />
          </section>
          <table class="uses">
            {page.uses.map((use) => (
              <tbody class="use">
                <tr>
                  <th scope="rowgroup" colSpan={2}>
                    {use.name}
                    {use.clause !== undefined && <Citation clause={use.clause} />}
                  </th>
                </tr>
                {use.rows.map((index) => (
                  <UseRow page={page} use={use} index={index} />
                ))}
              </tbody>
            ))}
          </table>
          <FormButtons submit="拟给各村" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
