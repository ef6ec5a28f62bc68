import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';
import { type PageLink, PageLinks } from '../../platform/views/page-links';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** Where pay advices are printed. */
export interface PayAdvicesPageProps {
  readonly frame: OfficeFrameProps;
  readonly list: string;
  readonly listHref: string;
  /** Undefined before the list was sent. */
  readonly action: string | undefined;
  /** Where the slips of the people of this page are printed; undefined before the list was sent. */
  readonly slipsHref: string | undefined;
  readonly form: FormState;
  readonly whose: readonly Option[];
  readonly people: readonly {
    readonly household: number;
    readonly name: string;
    readonly amount: Fen;
    /** Blank of whoever has none. */
    readonly printedOn: string;
  }[];
  readonly pages: readonly PageLink[];
}

/** Who has an advice, and the form that prints them. */
export function PayAdvicesPage(page: PayAdvicesPageProps) {
  const { frame, list, listHref, action, form, whose, people } = page;
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>
          发放通知单
          <a class="hint" href={listHref}>
            {list}
          </a>
        </h1>
        <ErrorSummary form={form} />
        {action === undefined ? (
          <p class="returned">清单送银行以后才打。</p>
        ) : (
          <section>
            <h2>
              打印<span class="hint">一页五张，裁开发给本人；码只在纸上，系统里不留，丢了只能重打</span>
            </h2>
            <PostForm action={action} entry>
              <Field form={form} name="adviceFor" label={fieldLabel('adviceFor')} options={whose} />
              <FormButtons submit="打通知单" />
            </PostForm>
            <p>
              <a class="button" href={page.slipsHref}>
                打这一页的户单
              </a>
              <span class="hint">一户一张：钱从哪来、按哪条、怎么算，给没有手机的人；上面没有码</span>
            </p>
          </section>
        )}
        <DataTable
          caption="谁有通知单"
          rows={people}
          columns={[
            { head: '户号', narrow: true, cell: (row) => `${row.household}` },
            { head: '姓名', names: true, cell: (row) => row.name },
            { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            { head: '哪天打的', cell: (row) => (row.printedOn === '' ? '还没有' : row.printedOn) },
          ]}
        />
        <PageLinks pages={page.pages} />
      </div>
    </OfficeFrame>
  );
}
