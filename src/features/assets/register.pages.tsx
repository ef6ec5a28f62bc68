import type { NamedElsewhere } from '../../domain/assets/register-owner';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, UploadField } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { NothingTaken, RowsRead, type RowsReadProps } from '../../platform/views/rows-read';
import { DataTable } from '../../platform/views/table';

/** Where a county's register is sent in. */
export interface RegisterUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  /** An empty register in each form there is. */
  readonly templates: readonly { readonly name: string; readonly href: string }[];
  /** The headings that cannot be done without, and the others. */
  readonly needed: readonly string[];
  readonly further: readonly string[];
}

/** The upload of a county's register, with its templates. */
export function RegisterUploadPage(page: RegisterUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>导入资产台账</h1>
        <ErrorSummary form={page.form} />
        <p>
          把县里的资产台账一次导入。已经登记过的资产照样留着，不会改。模板：
          {page.templates.map(({ name, href }) => (
            <a href={href}>{name}</a>
          ))}
          。
        </p>
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="资产台账" />
          <FormButtons submit="读入并核对" cancelHref={page.cancelHref} />
        </PostForm>
        <p class="hint">读入后先核对，确认前不登记。</p>
        <section>
          <h2>表头</h2>
          <p>{`一定要有：${page.needed.join('、')}。`}</p>
          <p>{`可以有：${page.further.join('、')}。`}</p>
          <p class="hint">
            金额按元写；按万元写的，在表头写“（万元）”，或在表上方写“单位：万元”。资金跨年度的，另起一行，只填名称、资金年度和各级金额。
          </p>
        </section>
      </div>
    </OfficeFrame>
  );
}

/** The assets of one class that will be entered. */
export interface ClassTotal {
  readonly name: string;
  readonly count: number;
  readonly cost: Fen;
}

/** The preview of a register: what was read, what is wrong with it, what will be entered. */
export interface RegisterPreviewPageProps extends RowsReadProps {
  readonly frame: OfficeFrameProps;
  /** Empty where the table was pasted. */
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly classes: readonly ClassTotal[];
  /** How many stand in the register already, word for word. */
  readonly standing: number;
  /** What of it names another village, which is asked about. */
  readonly elsewhere: readonly NamedElsewhere[];
  /** Headings of columns that nothing was read from. */
  readonly unread: readonly string[];
  /** Whether the file says the unit of its amounts. */
  readonly unitSaid: boolean;
  /** The columns of money read in units of ten thousand yuan, and whether that is all of them. */
  readonly inWan: readonly string[];
  readonly allInWan: boolean;
}

/** Where it is refused nothing is said of how it was read. */
const UNREAD_UNITS = ['register.unitTwice', 'register.unitUnknown'];

/** In what unit the amounts of the file were read. */
function unitRead({ unitSaid, inWan, allInWan }: RegisterPreviewPageProps): string {
  if (!unitSaid) return '表里没有写金额单位，按元读的';
  if (inWan.length === 0) return '金额按元读的';
  return allInWan ? '金额按万元读的，登记时折成元' : `${inWan.join('、')}按万元读的，登记时折成元；其余按元`;
}

/** Marks every bad cell and offers no confirmation until all is well. */
export function RegisterPreviewPage(page: RegisterPreviewPageProps) {
  const sound = page.form.problems.every(({ field }) => field === 'importReason');
  const source = page.fileName === '' ? '粘贴的表格' : page.fileName;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          资产台账核对<span class="hint">{`${source}　${page.rowCount} 行`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        {!page.form.problems.some(({ code }) => UNREAD_UNITS.includes(code)) && (
          <p>{`${unitRead(page)}。`}</p>
        )}
        {sound ? <Sound page={page} /> : <NothingTaken href={page.againHref} />}
        {page.unread.length > 0 && <p class="import-note">{`这些列没有读：${page.unread.join('、')}。`}</p>}
        <RowsRead {...page} />
      </div>
    </OfficeFrame>
  );
}

function Sound({ page }: { page: RegisterPreviewPageProps }) {
  const count = page.classes.reduce((sum, row) => sum + row.count, 0);
  return (
    <>
      {page.standing > 0 && <p>{`有 ${page.standing} 项已经登记过，和表里一样，不再登记。`}</p>}
      {count > 0 && (
        <DataTable
          caption="将要登记"
          rows={page.classes}
          columns={[
            { head: '资产类别', names: true, cell: (row) => row.name, total: '合计' },
            { head: '项数', numeric: true, cell: (row) => String(row.count), total: String(count) },
            {
              head: '原值（元）',
              numeric: true,
              cell: (row) => <Money fen={row.cost} />,
              total: <Money fen={page.classes.reduce((sum, row) => sum + row.cost, 0n)} />,
            },
          ]}
        />
      )}
      {count === 0 ? (
        <p>
          表里没有新的资产，不用再登记。<a href={page.againHref}>换一张表</a>
        </p>
      ) : (
        <PostForm action={page.action}>
          {page.elsewhere.length > 0 && <Elsewhere page={page} />}
          <div class="buttons">
            <button type="submit" class="primary">{`确认，登记 ${count} 项`}</button>
            <a href={page.againHref}>重新上传</a>
          </div>
        </PostForm>
      )}
    </>
  );
}

/** A register that names another village may be that one's: an asset in two registers counts twice. */
function Elsewhere({ page }: { page: RegisterPreviewPageProps }) {
  const others = [...new Set(page.elsewhere.map(({ other }) => other))].join('、');
  const texts = page.elsewhere.slice(0, 3).map(({ text }) => `“${text}”`);
  return (
    <>
      {page.form.problems.length === 0 && (
        <p class="verdict is-wrong">
          {`表里写的是${others}：${texts.join('、')}。别村的台账不要登到这里，县里会算两遍。`}
        </p>
      )}
      <Field
        form={page.form}
        name="importReason"
        label={fieldLabel('importReason')}
        hint="为什么写着别的村，比如并村前的旧名"
      />
    </>
  );
}
