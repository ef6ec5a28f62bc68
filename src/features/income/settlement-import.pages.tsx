import type { Fen } from '../../domain/money/fen';
import { taxWords } from '../../glossary/tax-words';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option, UploadField } from '../../platform/views/field';
import { type ImportedRow, ImportRows } from '../../platform/views/import-rows';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';

/** A table of slips to choose. */
export interface SlipsUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly action: string;
  readonly backHref: string;
  readonly form: FormState;
}

/** Choosing the file; what it says is shown before anything is entered. */
export function SlipsUploadPage(page: SlipsUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>导入电费结算单</h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="结算单" />
          <FormButtons submit="先看看" cancelHref={page.backHref}>
            <span class="hint">先看再导入，这一步什么都不入账。</span>
          </FormButtons>
        </PostForm>
        <p class="small">
          供电所给的表原样导入：几个电站、几个月放在一张表里也行。单位、月份、电站照表里写的认，认不出的会问您，不会猜。
        </p>
      </div>
    </OfficeFrame>
  );
}

/** A row of the table below its heading, and what becomes of it. */
export type SlipRow = ImportedRow<'taken' | 'known' | 'passedOver' | 'leftOut' | 'waiting' | 'wrong'>;

/** A slip as it would be entered. */
export interface SlipLine {
  readonly station: string;
  readonly month: string;
  readonly kwh: string;
  readonly energyFee: Fen;
  /** What of its tax is kept back, or paid out with it; undefined where it charges none. */
  readonly tax: { readonly amount: Fen; readonly isKept: boolean } | undefined;
  readonly subsidy: Fen;
  /** The table prints none: it is owed at the price that the table or the register knows. */
  readonly isSubsidyReckoned: boolean;
  readonly postedOn: string;
  readonly isKnown: boolean;
}

/** A table of slips as it would be taken over. */
export interface SlipsPreviewPageProps {
  readonly frame: OfficeFrameProps;
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly form: FormState;
  readonly layout?: { readonly name: string; readonly confirmed: boolean } | undefined;
  readonly layouts: readonly Option[];
  /** What the table does not say itself and a person has to. */
  readonly asked: {
    readonly units?: readonly Option[] | undefined;
    readonly year: boolean;
    readonly reason: boolean;
    readonly month: boolean;
    /** Whether what nobody knows may be left out all at once. */
    readonly others: boolean;
    /** The box to choose it in, and how the table calls it. */
    readonly stations: readonly { readonly name: string; readonly named: string }[];
  };
  readonly stations: readonly Option[];
  /** Rows of stations that are somebody else's. */
  readonly leftOut: {
    readonly rows: number;
    readonly stations: number;
    readonly names: readonly string[];
  };
  readonly slipCount: number;
  /** Slips that are not there yet. */
  readonly fresh: number;
  /** The first of them. */
  readonly slips: readonly SlipLine[];
  readonly heads: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly SlipRow[];
  /** Rows that are not drawn, as there are too many. */
  readonly hidden: number;
  readonly isReady: boolean;
}

const ROW_WORDS = {
  taken: '收',
  known: '已有，不再收',
  passedOver: '合计行，不收',
  leftOut: '不是自己的，不收',
  waiting: '等上面补上',
  wrong: '要改',
};

/** What the table leaves unsaid; reading it again takes nothing over. */
function Told({ page }: { page: SlipsPreviewPageProps }) {
  const { form, asked, layout } = page;
  const hint = layout !== undefined && !layout.confirmed ? '这种格式还没有拿真的结算单核过' : undefined;
  return (
    <form method="get" action={page.action}>
      <Field form={form} name="layout" label={fieldLabel('layout')} options={page.layouts} hint={hint} />
      {asked.units !== undefined && <Field form={form} name="unit" label="单位" options={asked.units} />}
      {asked.month && <Field form={form} name="month" label="月份" kind="month" hint="例如 2025-06" />}
      {asked.year && <Field form={form} name="year" label="年份" kind="number" hint="例如 2025" />}
      {asked.reason && (
        <Field form={form} name="reason" label="少见的数，为什么" hint="写在结算单上，一直留着" />
      )}
      {asked.others && (
        <Field form={form} name="others" label={fieldLabel('others')} options={page.stations.slice(-1)} />
      )}
      {asked.stations.map(({ name, named }) => (
        <Field
          form={form}
          name={name}
          label={named === '' ? '电站' : `“${named}”是哪个电站`}
          options={page.stations}
        />
      ))}
      <p class="buttons">
        <button type="submit">照这样再读一遍</button>
      </p>
    </form>
  );
}

/** The one button, once all is well. */
function TakeOver({ page }: { page: SlipsPreviewPageProps }) {
  const { form } = page;
  if (!page.isReady) {
    return (
      <p class="buttons">
        <button type="button" class="waiting" disabled>
          导入
        </button>
        <span class="hint">
          还有要改的，什么都没有导入。改好文件<a href={page.againHref}>重新选</a>，或者在上面补上没写的。
        </span>
      </p>
    );
  }
  if (page.fresh === 0) {
    return (
      <p class="buttons">
        <a href={page.againHref}>选别的表</a>
        <span class="hint">这张表里没有新的结算单，不用导入。</span>
      </p>
    );
  }
  const hidden = Object.entries(form.values).filter(([name]) =>
    /^(layout|unit|year|month|reason|others|stations\[)/.test(name),
  );
  return (
    <PostForm action={page.action} entry>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field
        form={form}
        name="postedOn"
        label={fieldLabel('postedOn')}
        kind="day"
        hint="不填就按各张单子：发电次月的最后一天，还没到的记今天"
      />
      <FormButtons submit="导入" cancelHref={page.againHref} />
    </PostForm>
  );
}

function Slips({ slips }: { slips: readonly SlipLine[] }) {
  return (
    <ScrollBox label="读到的结算单">
      <table class="data">
        <caption class="read-aloud">读到的结算单</caption>
        <thead>
          <tr>
            <th scope="col">电站</th>
            <th scope="col">发电月份</th>
            <th scope="col" class="n">
              上网电量（度）
            </th>
            <th scope="col" class="n">
              电费
            </th>
            <th scope="col" class="n">
              补贴
            </th>
            <th scope="col">记账日期</th>
          </tr>
        </thead>
        <tbody>
          {slips.map((slip) => (
            <tr class={slip.isKnown ? 'is-known' : undefined}>
              <th scope="row">{slip.station}</th>
              <td>{monthText(slip.month)}</td>
              <td class="n">{slip.kwh}</td>
              <td class="n">
                <Money fen={slip.energyFee} />
                {slip.tax !== undefined && <small>{taxWords.ofSlip(slip.tax.amount, slip.tax.isKept)}</small>}
              </td>
              <td class="n">
                <Money fen={slip.subsidy} />
                {slip.isSubsidyReckoned && <small>表里没有金额，按单价算</small>}
              </td>
              <td class="word">{slip.isKnown ? '已有，不再收' : slip.postedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The table as it would be taken over: the slips it makes, every bad cell, and one button. */
export function SlipsPreviewPage(page: SlipsPreviewPageProps) {
  const { slips, slipCount, fresh, leftOut } = page;
  const known = slipCount - fresh;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          看看对不对
          <span class="hint">{page.fileName === '' ? '粘贴的表格' : page.fileName}　金额单位：元</span>
        </h1>
        <ErrorSummary form={page.form} />
        {slips.length > 0 && (
          <p class="verdict">
            {`读到 ${slipCount} 张结算单`}
            {known > 0 && `，其中 ${known} 张已经有了，不再收`}。
          </p>
        )}
        {leftOut.rows > 0 && (
          <p>
            {`不是自己的不收：${leftOut.names.join('、')}`}
            {leftOut.stations > leftOut.names.length && `等 ${leftOut.stations} 个`}
            {`，共 ${leftOut.rows} 行。`}
          </p>
        )}
        <Told page={page} />
        <TakeOver page={page} />
        {slips.length > 0 && <Slips slips={slips} />}
        {slipCount > slips.length && <p class="small">{`另有 ${slipCount - slips.length} 张没有列出。`}</p>}
        {page.rows.length > 0 && (
          <ImportRows label="表里的各行" heads={page.heads} rows={page.rows} words={ROW_WORDS} />
        )}
        {page.hidden > 0 && <p class="small">{`另有 ${page.hidden} 行没有列出。`}</p>}
      </div>
    </OfficeFrame>
  );
}
