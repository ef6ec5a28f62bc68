import { WANTS_REASON } from '../../domain/income/settlement';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { ShortName } from '../../platform/views/short-name';
import { SettlementRemarks } from './settlement-remarks.pages';
import { SlipScans, type SlipScansProps } from './slip-scans.pages';
import { SlipTaxFields } from './slip-tax.pages';
import { SlipGrid, type SlipGridProps } from './slip-grid.pages';

/** The settlement slip of one station for one month. */
export interface SettlementFormPageProps extends SlipGridProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  /** Where a table of slips comes in. */
  readonly importHref: string;
  /** The slip of the month before as it came, where it is kept. */
  readonly papers?: { readonly month: string; readonly href: string; readonly count: number } | undefined;
  /** Where the meter's records stand, and the prices. */
  readonly meterHref: string;
  readonly pricesHref: string;
  /** Other stations whose slip may be typed, this one marked. */
  readonly stations: readonly { readonly name: string; readonly href: string; readonly current?: boolean }[];
  /** When what is typed was kept by itself; it is not booked. */
  readonly keptAt?: string | undefined;
  /** The scans chosen for it so far. */
  readonly scans?: SlipScansProps | undefined;
  /** A station that is kept for its owners: nothing of it is income here. */
  readonly kept?: boolean | undefined;
}

function StationTabs({ page }: { page: SettlementFormPageProps }) {
  if (page.stations.length < 2) return null;
  return (
    <nav class="tabs" aria-label="电站">
      {page.stations.map((station) => (
        <a href={station.href} aria-current={station.current ? 'page' : undefined}>
          <ShortName name={station.name} most={12} />
        </a>
      ))}
    </nav>
  );
}

/** Whether a box that is still blank has a value to take: in grey, or of the month before. */
function hasSuggestion({ suggestions, last, form }: SettlementFormPageProps): boolean {
  const offered = Object.keys({ ...last, ...suggestions });
  return offered.some((field) => (form.values[field] ?? '') === '');
}

/** What is hardly possible or unusual is entered with a reason. */
function asksReason({ values, problems }: FormState): boolean {
  return (values.reason ?? '') !== '' || problems.some(({ code }) => WANTS_REASON.has(code));
}

/** The slip of one station: fields downward as on paper, two booked slips as model, each value checked. */
export function SettlementFormPage(page: SettlementFormPageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} suggests={hasSuggestion(page)} entry column>
      <div class="title-row">
        <h1>
          电费结算单
          <span class="hint">{page.station.name}</span>
        </h1>
        <StationTabs page={page} />
        <nav class="tab-rows" aria-label="表格和文件">
          <a href={`${page.importHref}#field-pasted`}>从表格粘贴</a>
          <a href={page.importHref}>导入文件</a>
          {page.papers !== undefined && (
            <a
              href={page.papers.href}
            >{`看${monthText(page.papers.month)}单子的原件（${page.papers.count}张）`}</a>
          )}
        </nav>
      </div>
      <ErrorSummary form={form} />
      <PostForm action={page.action} entry tryOut="keep">
        <input type="hidden" name="assetId" value={form.values.assetId ?? ''} />
        <span id="unit-word" hidden>
          单位
        </span>
        <SlipGrid page={page} />
        {page.joint === undefined && <SlipTaxFields form={form} />}
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <div data-live="reason" data-tried={page.keptAt === undefined ? undefined : ''}>
          {asksReason(form) && (
            <Field form={form} name="reason" label="少见的数，为什么" hint="写在结算单上，一直留着" />
          )}
        </div>
        <KeptFormButtons cancelHref={page.cancelHref} keptAt={page.keptAt} />
        <SettlementRemarks {...page} />
      </PostForm>
      {page.scans !== undefined && <SlipScans scans={page.scans} />}
    </MonthFrame>
  );
}
