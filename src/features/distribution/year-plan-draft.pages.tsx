import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { CheckCounts, CheckList } from '../../platform/views/check-result';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, Field } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import {
  DraftActions,
  type DraftActionsProps,
  DraftReasons,
  type DraftReasonsProps,
} from './draft-actions.pages';
import { DraftNumbers, type DraftNumber } from './draft-numbers.pages';
import { CameBack, PlanRevisions, type RevisionsView } from './plan-revisions.pages';
import { type YearFloorRow, YearFloors } from './year-floors.pages';
import { YearGiven, type YearGivenView } from './year-months.pages';
import {
  FromProposal,
  UnspentBefore,
  UseBefore,
  UsesHead,
  type YearBeforeView,
  YearEquation,
  type YearPlanPageHead,
  YearPlanTitle,
  YearTotals,
} from './year-plan-parts.pages';

/** A figure of expected money to be typed, with what the books propose. */
export interface DraftMoneyRow {
  readonly code: string;
  readonly name: string;
  readonly isCost: boolean;
  readonly from: string;
  readonly proposed: Fen | undefined;
  /** What stands in its box by default: the proposal as typed. */
  readonly suggestion: string;
}

/** A use to be typed, with the places of its rows in the form. */
export interface DraftYearUse {
  readonly bucket: string;
  readonly name: string;
  readonly clause: Clause | undefined;
  readonly amount: Fen;
  readonly rows: readonly number[];
}

/** A yearly plan being drafted. */
export interface YearPlanDraftPageProps extends YearPlanPageHead, DraftReasonsProps, DraftActionsProps {
  /** Fields: pool, year, `money[i][…]`, `uses[i][…]`, reserve, reserveFor, changeWhy. */
  readonly form: FormState;
  readonly saveAction: string;
  readonly money: readonly DraftMoneyRow[];
  readonly uses: readonly DraftYearUse[];
  /** The floors and caps over the year as they stand with it. */
  readonly floors: readonly YearFloorRow[];
  /** What each use was planned and given a year before. */
  readonly before?: YearBeforeView | undefined;
  /** What became of each use, where the year gave anything already. */
  readonly given?: YearGivenView | undefined;
  readonly numbers: readonly DraftNumber[];
  /** Whether a plan of the year was decided, so that a reason is asked for. */
  readonly isRevision: boolean;
  readonly savedAt?: string | undefined;
  /** From which keeper's proposal it is drafted, in words. */
  readonly proposed?: string | undefined;
  /** What of a proposal the village has figures of its own for, in words: they stay. */
  readonly keptOwn?: readonly string[];
  /** What is different from the draft before it, where one was submitted. */
  readonly revisions?: RevisionsView | undefined;
}

type UsePart = 'forWhat' | 'postPeople' | 'postStandard' | 'postMonths' | 'amount';

/** Each box of a use, with the place it takes in its row. */
const PARTS: readonly (readonly [part: UsePart, place: string])[] = [
  ['forWhat', 'forWhat'],
  ['postPeople', 'beneficiaries'],
  ['postStandard', 'amount'],
  ['postMonths', 'unit'],
  ['amount', 'amount'],
];

function UseRow({ page, use, index }: { page: YearPlanDraftPageProps; use: DraftYearUse; index: number }) {
  const nameOf = (part: UsePart): string => `uses[${String(index)}][${part}]`;
  return (
    <tr class="claim">
      <td colSpan={2}>
        <input type="hidden" name={`uses[${String(index)}][bucket]`} value={use.bucket} />
        <div class="claim-row">
          {PARTS.map(([part, place]) => (
            <span class={`claim-${place}`}>
              <label for={fieldId(nameOf(part))}>
                <span class="read-aloud">{`${use.name} `}</span>
                {fieldLabel(part)}
              </label>
              <Control form={page.form} name={nameOf(part)} kind={part === 'forWhat' ? 'text' : 'number'} />
            </span>
          ))}
          {PARTS.map(([part]) => (
            <FieldErrors form={page.form} name={nameOf(part)} />
          ))}
        </div>
      </td>
    </tr>
  );
}

function Uses({ page }: { page: YearPlanDraftPageProps }) {
  return (
    <table class="uses">
      <UsesHead />
      {page.uses.map((use) => (
        <tbody class="use">
          <tr>
            <th scope="rowgroup">
              {use.name}
              {use.clause !== undefined && <Citation clause={use.clause} />}
              <UseBefore before={page.before} use={use.bucket} />
              <button type="submit" name="moreRows" value={use.bucket} class="link">
                再加一行
              </button>
            </th>
            <td class="n amount whole" data-live={`use ${use.bucket}`}>
              <Money fen={use.amount} />
            </td>
          </tr>
          {use.rows.map((index) => (
            <UseRow page={page} use={use} index={index} />
          ))}
        </tbody>
      ))}
      <YearTotals figures={page.head.figures} columns={2} />
    </table>
  );
}

function MoneyRows({ page }: { page: YearPlanDraftPageProps }) {
  const nameOf = (row: DraftMoneyRow, part: string): string =>
    `money[${String(page.money.indexOf(row))}][${part}]`;
  const box = (row: DraftMoneyRow, part: 'amount' | 'why') => (
    <>
      <label for={fieldId(nameOf(row, part))} class="read-aloud">
        {`${row.name} ${fieldLabel(part)}`}
      </label>
      {part === 'amount' ? (
        <Control form={page.form} name={nameOf(row, part)} kind="number" suggestion={row.suggestion} />
      ) : (
        <Control form={page.form} name={nameOf(row, part)} />
      )}
      <FieldErrors form={page.form} name={nameOf(row, part)} />
    </>
  );
  return (
    <DataTable
      caption="预计的收入和费用"
      class="stacked"
      rows={page.money}
      columns={[
        {
          head: '哪一项',
          names: true,
          cell: (row) => (
            <>
              {`${row.isCost ? '减：' : ''}${row.name}`}
              <input type="hidden" name={nameOf(row, 'moneyCode')} value={row.code} />
            </>
          ),
        },
        {
          head: '账上算的',
          numeric: true,
          cell: (row) => (
            <>
              {row.proposed === undefined ? '没有' : <Money fen={row.proposed} />}
              <small>{row.from}</small>
            </>
          ),
        },
        { head: '改成，不改就空着', cell: (row) => box(row, 'amount') },
        { head: '为什么不一样', cell: (row) => box(row, 'why') },
      ]}
    />
  );
}

/** What is typed of a year, with what stands under it in the same form. */
export function YearDraftForm(props: {
  readonly page: YearPlanDraftPageProps;
  /** What Enter does, and whether the form is a draft or only tried. */
  readonly entry?: { readonly submits: string; readonly tryOut: 'draft' | 'keep' };
  readonly children?: ComponentChildren;
}) {
  const { page, entry = { submits: '存草稿', tryOut: 'draft' }, children } = props;
  const { form } = page;
  return (
    <PostForm action={page.saveAction} id="draft" enterSubmits={entry.submits} entry tryOut={entry.tryOut}>
      <input type="hidden" name="pool" value={form.values.pool ?? ''} />
      <input type="hidden" name="year" value={form.values.year ?? ''} />
      <input type="hidden" name="proposal" value={form.values.proposal ?? ''} />
      <h2>
        用到哪里
        <span class="hint">岗位填人数、每人每月、月数，金额自动算；别的用途只填金额</span>
        {page.before?.note !== undefined && <span class="hint">{page.before.note}</span>}
      </h2>
      <Uses page={page} />
      <section class="short-fields">
        <Field form={form} name="reserve" label={fieldLabel('reserve')} kind="number" unit="元" />
        <Field form={form} name="reserveFor" label={fieldLabel('reserveFor')} hint="预留了就要写" />
        {page.isRevision && (
          <Field
            form={form}
            name="changeWhy"
            label={fieldLabel('changeWhy')}
            hint="定了的计划一直算数，到新的一稿定了为止"
          />
        )}
      </section>
      <section>
        <h2>
          预计的钱从哪里来
          <span class="hint">空着就照账上算的；改了要写为什么</span>
        </h2>
        <MoneyRows page={page} />
      </section>
      <DraftNumbers form={form} numbers={page.numbers} />
      <DraftReasons form={form} reasons={page.reasons} />
      {children}
    </PostForm>
  );
}

/** The checks on what stands in the form, over the whole year. */
export function YearChecks({ page }: { page: YearPlanDraftPageProps }) {
  return (
    <section data-live="checks">
      <h2>
        边填边查 <CheckCounts checks={page.checks} />
      </h2>
      {page.checks.length === 0 ? (
        <p class="word">填了就查：按全年预计的数，查比例、最低和最高。</p>
      ) : (
        <CheckList checks={page.checks} />
      )}
    </section>
  );
}

/** The year's equation on the left, what is typed on the right, checks below, the way onward at the foot. */
export function YearPlanDraftPage(page: YearPlanDraftPageProps) {
  const note = page.keptAt === undefined ? page.savedAt : `${page.keptAt} 自动存，还不是草稿`;
  return (
    <OfficeFrame frame={page.frame}>
      <YearPlanTitle head={page.head} note={note} />
      <div class="plan">
        <YearEquation head={page.head} />
        <div class="work">
          <CameBack returned={page.revisions?.returned} />
          <ErrorSummary form={page.form} />
          <FromProposal proposed={page.proposed} />
          {(page.keptOwn ?? []).map((sentence) => (
            <p class="note">{sentence}</p>
          ))}
          <section>
            <YearDraftForm page={page} />
          </section>
          <YearGiven given={page.given} live="given" />
          <UnspentBefore before={page.before} />
          <PlanRevisions
            view={page.revisions && { ...page.revisions, returned: undefined }}
            live="revisions"
          />
          <YearFloors floors={page.floors} heading="全年的最低和最高，照这份" />
          <YearChecks page={page} />
        </div>
      </div>
      <DraftActions {...page} />
      <script src="/assets/try-out.js" defer />
    </OfficeFrame>
  );
}
