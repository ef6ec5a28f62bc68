import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { FileField } from '../../platform/views/field';

/** The scans chosen for a slip that is being typed. */
export interface SlipScansProps {
  readonly action: string;
  readonly dropAction: string;
  readonly assetId: string;
  readonly month: string;
  /** What was wrong with the last one that was sent. */
  readonly form: FormState;
  readonly files: readonly {
    readonly sha256: string;
    readonly href: string;
    readonly size: string;
    readonly isPicture: boolean;
  }[];
}

/** The slip's key in a form of its own: what is typed stays in the slip's form, which is kept by itself. */
function SlipKey({ scans }: { scans: SlipScansProps }) {
  return (
    <>
      <input type="hidden" name="assetId" value={scans.assetId} />
      <input type="hidden" name="generationMonth" value={scans.month} />
    </>
  );
}

function nameOf({ isPicture, size }: SlipScansProps['files'][number], place: number): string {
  return `第 ${String(place + 1)} 份，${isPicture ? '照片' : 'PDF'}，${size}`;
}

/** The paper beside what is typed from it: chosen now, kept with the draft, the voucher’s once booked. */
export function SlipScans({ scans }: { scans: SlipScansProps }) {
  return (
    <section data-live="scans">
      <h2>单子的原件</h2>
      {scans.files.map((file, place) => (
        <PostForm action={scans.dropAction}>
          <SlipKey scans={scans} />
          <input type="hidden" name="sha256" value={file.sha256} />
          <p class="buttons">
            <a href={file.href}>{nameOf(file, place)}</a>
            <button type="submit">拿掉</button>
          </p>
        </PostForm>
      ))}
      <PostForm action={scans.action} upload>
        <SlipKey scans={scans} />
        <FileField
          form={scans.form}
          label="照片或 PDF"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          hint=".jpg .png .webp .pdf，最大 5 MB，照片里的地点和时间会去掉"
        />
        <p class="buttons">
          <button type="submit">放上原件</button>
          <span class="hint">和草稿放在一起，入账后是凭证的附件；不要草稿，原件也一起去掉</span>
        </p>
      </PostForm>
    </section>
  );
}
