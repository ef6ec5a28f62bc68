import type { Colour } from '../../domain/assets/asset-quarter';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText, fullDayText } from '../../platform/views/day-text';
import { ColourChip } from '../../platform/views/colour-chip';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A quarter that may be looked at. */
export interface QuarterTab {
  readonly name: string;
  readonly href: string;
  readonly isShown: boolean;
}

/** An indicator that is abnormal or not known, in words. */
export interface ToldIndicator {
  readonly name: string;
  readonly why: string;
}

/** An asset with its colour. */
export interface ColourRow {
  readonly name: string;
  readonly href: string;
  readonly colour: Colour;
  readonly abnormal: readonly ToldIndicator[];
  readonly unknown: readonly ToldIndicator[];
}

/** What a later look finds otherwise than was kept. */
export interface ColourChangeRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly indicators: string;
}

/** What was kept of a quarter, and what has changed since. */
export interface KeptColours {
  readonly day: string;
  readonly by: string;
  readonly digest: string;
  readonly changes: readonly ColourChangeRow[];
}

/** The assets of a village in a quarter. */
export interface ColoursPageProps {
  readonly frame: OfficeFrameProps;
  readonly quarter: string;
  readonly quarterName: string;
  readonly asOf: string;
  readonly isRunning: boolean;
  /** How a colour comes about here, and whether somebody confirmed it. */
  readonly rule: string;
  readonly tabs: readonly QuarterTab[];
  readonly counts: Readonly<Record<Colour, number>>;
  readonly rows: readonly ColourRow[];
  readonly kept: KeptColours | undefined;
  /** Where the quarter is kept; absent where nothing is to be kept. */
  readonly action?: string | undefined;
  readonly form: FormState;
  readonly assetsHref: string;
}

/** The quarters, the one that is shown among them. */
export function QuarterTabs({ tabs }: { readonly tabs: readonly QuarterTab[] }) {
  return (
    <nav class="tabs" aria-label="季度">
      {tabs.map(({ name, href, isShown }) => (
        <a href={href} aria-current={isShown ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** How many of each colour, in one line, the red ones first. */
export function countsText(counts: Readonly<Record<Colour, number>>): string {
  const { red, yellow, grey, green } = counts;
  return `红 ${String(red)}　黄 ${String(yellow)}　没判 ${String(grey)}　绿 ${String(green)}`;
}

function Told({ row }: { row: ColourRow }) {
  if (row.abnormal.length + row.unknown.length === 0) return <>都正常</>;
  return (
    <>
      {row.abnormal.map(({ name, why }) => (
        <div>
          <b>{name}</b>
          {`　${why}`}
        </div>
      ))}
      {row.unknown.map(({ name, why }) => (
        <div>{`${name}（不知道）　${why}`}</div>
      ))}
    </>
  );
}

function Kept({ kept, isRunning }: { kept: KeptColours | undefined; isRunning: boolean }) {
  if (kept === undefined)
    return (
      <p class="small">{isRunning ? '这个季度还没有过完，过完了再记结果。' : '这个季度的结果还没有记下。'}</p>
    );
  return (
    <section>
      <h2>
        记下的结果
        <span class="hint">{`${fullDayText(kept.day)}${kept.by}记下　校验码 ${kept.digest.slice(0, 12)}`}</span>
      </h2>
      {kept.changes.length === 0 ? (
        <p>和现在看到的一样。</p>
      ) : (
        <DataTable
          caption="记下以后变了的"
          rows={kept.changes}
          columns={[
            { head: '资产', names: true, cell: ({ name }) => name },
            { head: '记下时', narrow: true, cell: ({ before }) => before },
            { head: '现在', narrow: true, cell: ({ after }) => after },
            { head: '哪几项变了', cell: ({ indicators }) => indicators },
          ]}
        />
      )}
    </section>
  );
}

/** How many of each colour first, the assets with the worst first, then what was kept. */
export function ColoursPage(page: ColoursPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          三色监测
          <span class="hint">{`${page.quarterName}　看到${dayText(page.asOf)}`}</span>
          <a class="aside" href={page.assetsHref}>
            资产台账
          </a>
        </h1>
        <QuarterTabs tabs={page.tabs} />
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? (
          <EmptyState sentence="这个季度台账上没有经营性资产。" />
        ) : (
          <>
            <p>
              <b>{countsText(page.counts)}</b>
            </p>
            <DataTable
              caption="各处资产"
              captionHidden
              rows={page.rows}
              columns={[
                { head: '颜色', narrow: true, cell: ({ colour }) => <ColourChip colour={colour} /> },
                { head: '资产', names: true, cell: ({ name, href }) => <a href={href}>{name}</a> },
                { head: '异常和不知道的', cell: (row) => <Told row={row} /> },
              ]}
            />
            <Kept kept={page.kept} isRunning={page.isRunning} />
            {page.action !== undefined && (
              <PostForm action={page.action}>
                <input type="hidden" name="quarter" value={page.quarter} />
                <p>
                  <button type="submit">记下这个季度的结果</button>
                </p>
              </PostForm>
            )}
          </>
        )}
        <p class="small">{page.rule}</p>
      </div>
    </OfficeFrame>
  );
}

/** One of the six, with how it stands and why. */
export interface IndicatorRow {
  readonly name: string;
  readonly standing: string;
  readonly isWrong: boolean;
  readonly why: string;
}

/** What somebody saw of the asset. */
export interface MarkRow {
  readonly on: string;
  readonly said: string;
  readonly paper: string;
  /** Who noted it. */
  readonly by: string;
}

/** One asset in a quarter: its six indicators, what was marked, the form of a mark. */
export interface AssetColoursPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly colour: Colour;
  readonly quarter: string;
  readonly quarterName: string;
  readonly asOf: string;
  readonly tabs: readonly QuarterTab[];
  readonly rows: readonly IndicatorRow[];
  readonly marks: readonly MarkRow[];
  readonly indicators: readonly Option[];
  readonly words: readonly Option[];
  readonly form: FormState;
  /** Where a mark is noted; absent for who keeps the books. */
  readonly action: string | undefined;
  readonly listHref: string;
  readonly assetHref: string;
}

function MarkFormSection({ page }: { page: AssetColoursPageProps }) {
  const { form, action } = page;
  if (action === undefined)
    return <p class="small">现场情况由乡镇来看、来记：记账的人不给自己记的账作判断。</p>;
  return (
    <section>
      <h2>
        记看到的情况<span class="hint">账上不知道的，或者账上看着正常、实际不正常的</span>
      </h2>
      <PostForm action={action} enterSubmits="记下" entry>
        <input type="hidden" name="quarter" value={page.quarter} />
        <Field form={form} name="indicator" label={fieldLabel('indicator')} options={page.indicators} />
        <Field form={form} name="mark" label={fieldLabel('mark')} options={page.words} />
        <Field form={form} name="markedOn" label={fieldLabel('markedOn')} kind="day" />
        <Field form={form} name="markReason" label={fieldLabel('markReason')} kind="area" />
        <Field form={form} name="paper" label="依据" hint="哪次检查，或者文号" />
        <FormButtons submit="记下" cancelHref={page.listHref} />
      </PostForm>
    </section>
  );
}

/** The colour, the six and why, what was marked, then the form. */
export function AssetColoursPage(page: AssetColoursPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">{`${page.quarterName}　看到${dayText(page.asOf)}`}</span>
          <a class="aside" href={page.listHref}>
            三色监测
          </a>
        </h1>
        <QuarterTabs tabs={page.tabs} />
        <p>
          <ColourChip colour={page.colour} />
        </p>
        <ErrorSummary form={page.form} />
        <DataTable
          caption="六项指标"
          captionHidden
          rows={page.rows}
          columns={[
            { head: '指标', names: true, cell: ({ name }) => name },
            {
              head: '情况',
              narrow: true,
              cell: ({ standing, isWrong }) => (isWrong ? <b>{standing}</b> : standing),
            },
            { head: '为什么', cell: ({ why }) => why },
          ]}
        />
        {page.marks.length > 0 && (
          <DataTable
            caption="看过的记录"
            rows={page.marks}
            columns={[
              { head: '哪天看的', narrow: true, cell: ({ on }) => on },
              { head: '看到什么', names: true, cell: ({ said }) => said },
              { head: '依据', cell: ({ paper }) => paper },
              { head: '谁记的', narrow: true, cell: ({ by }) => by },
            ]}
          />
        )}
        <MarkFormSection page={page} />
      </div>
    </OfficeFrame>
  );
}
