import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText, yearMonthText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';

/** A record that stands. */
export interface MeterRecordRow {
  readonly id: string;
  readonly on: string;
  readonly kind: string;
  readonly readingWas: string;
  readonly readingIs: string;
  /** `× 40`, a meter's number, the reason. */
  readonly note: string;
}

/** A slip of the station, and on what its energy was reckoned. */
export interface MeteredSlipRow {
  readonly month: string;
  readonly readings: string;
  readonly multiplier: string;
  readonly kwh: string;
  /** The records of the meter that it was reckoned on; undefined where it kept none. */
  readonly records: readonly string[] | undefined;
  readonly href?: string | undefined;
}

/** The records of one station's meter. */
export interface MeterPageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  /** Somebody else keeps the station, and enters its slips and whatever happens to its meter. */
  readonly isKeptElsewhere: boolean;
  readonly action: string;
  readonly withdrawal: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly kinds: readonly Option[];
  readonly records: readonly MeterRecordRow[];
  /** The newest first. */
  readonly slips: readonly MeteredSlipRow[];
  /** Slips that still stand and do not go with a record: each is reversed and entered again. */
  readonly toRedo: readonly { readonly month: string; readonly href?: string | undefined }[];
}

/** Said where a station's keeper enters what there is to enter. */
export const KEPT_ELSEWHERE = '这个电站由代管单位录入，这里只能看。';

function Records({ records }: { records: readonly MeterRecordRow[] }) {
  if (records.length === 0) return <p>还没有记过什么：表一直照常走。</p>;
  return (
    <ScrollBox label="电表档案">
      <table class="data">
        <caption class="read-aloud">电表档案</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">什么事</th>
            <th scope="col" class="n">
              原来的示数
            </th>
            <th scope="col" class="n">
              新的示数
            </th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr>
              <th scope="row">{record.on}</th>
              <td>{record.kind}</td>
              <td class="n">{record.readingWas === '' ? '—' : record.readingWas}</td>
              <td class="n">{record.readingIs}</td>
              <td class="word">{record.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Each slip with what it was reckoned on, so that its figure can be explained years later. */
function Slips({ slips }: { slips: readonly MeteredSlipRow[] }) {
  if (slips.length === 0) return null;
  return (
    <section>
      <h2>每张结算单按什么算的</h2>
      <ScrollBox label="结算单的示数">
        <table class="data">
          <caption class="read-aloud">结算单的示数</caption>
          <thead>
            <tr>
              <th scope="col">发电月份</th>
              <th scope="col">起码—止码</th>
              <th scope="col" class="n">
                倍率
              </th>
              <th scope="col" class="n">
                度数
              </th>
              <th scope="col">依据的电表记录</th>
            </tr>
          </thead>
          <tbody>
            {slips.map(({ month, href, readings, multiplier, kwh, records }) => (
              <tr>
                <th scope="row">
                  {href === undefined ? yearMonthText(month) : <a href={href}>{yearMonthText(month)}</a>}
                </th>
                <td>{readings === '' ? '没有印示数' : readings}</td>
                <td class="n">{multiplier}</td>
                <td class="n">{kwh}</td>
                <td class="word">{groundOf(records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function groundOf(records: MeteredSlipRow['records']): string {
  if (records === undefined) return '登记得早，没有留下依据，查账时不重算';
  return records.length === 0 ? '照常走表' : records.join('、');
}

function ToRedo({ slips }: { slips: MeterPageProps['toRedo'] }) {
  if (slips.length === 0) return null;
  return (
    <p class="returned">
      {'和电表档案对不上，要冲销重填：'}
      {slips.map(({ month, href }, place) => (
        <>
          {place > 0 && '、'}
          {href === undefined ? monthText(month) : <a href={href}>{monthText(month)}</a>}
        </>
      ))}
      。先冲销后面的月份，再从前往后重填；也可以不冲销，后一张从更正后的示数起，电量扣掉多记的度数。
    </p>
  );
}

/** The wrong record is named with its reason; both stay. */
function Withdraw({ page }: { page: MeterPageProps }) {
  if (page.records.length === 0) return null;
  const options = page.records.map(({ id, on, kind }) => ({ value: id, label: `${on} ${kind}` }));
  return (
    <section>
      <h2>撤掉一笔记错的</h2>
      <PostForm action={page.withdrawal}>
        <Field form={page.form} name="recordId" label="哪一笔" options={options} />
        <Field form={page.form} name="withdrawalReason" label="原因" hint="原来的一笔和原因都留着" />
        <p class="buttons">
          <button type="submit">撤掉</button>
        </p>
      </PostForm>
    </section>
  );
}

/** The form for the next thing that happened. */
function NoteForm({ page }: { page: MeterPageProps }) {
  const { form } = page;
  const box = (name: string, hint: string) => (
    <Field form={form} name={name} label={fieldLabel(name)} kind="number" hint={hint} />
  );
  return (
    <section>
      <h2>记一笔</h2>
      <PostForm action={page.action} entry>
        <Field form={form} name="kind" label="什么事" options={page.kinds} />
        <Field
          form={form}
          name="on"
          label={fieldLabel('on')}
          kind="day"
          hint="估读、抄错的，填那个月抄表的日子"
        />
        {box('readingWas', '旧表的止码、归零前的数、抄错的数；估读不用填')}
        {box('readingIs', '新表的起码、归零后的数、估的数、正确的数')}
        {box('multiplier', '换表而且倍率变了才填')}
        <Field form={form} name="meterNumber" label={fieldLabel('meterNumber')} hint="换表填新表的" />
        <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" />
        <FormButtons submit="记下" cancelHref={page.backHref} />
      </PostForm>
      <p class="small">
        换表、归零要在那个月的结算单之前记：那个月的电量是两段相加。已入账的单子不改，抄错的冲销了重填。
      </p>
    </section>
  );
}

/** What happened to the meter of one station, and a form for the next thing. */
export function MeterPage(page: MeterPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          电表档案<span class="hint">{page.station}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <ToRedo slips={page.toRedo} />
        <Records records={page.records} />
        <Slips slips={page.slips} />
        {page.isKeptElsewhere ? <p>{KEPT_ELSEWHERE}</p> : <NoteForm page={page} />}
        {!page.isKeptElsewhere && <Withdraw page={page} />}
      </div>
    </OfficeFrame>
  );
}
