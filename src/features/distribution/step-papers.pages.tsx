import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** A paper that the route asks for with the step that is noted next. */
export interface AskedPaper {
  /** As a route names it, and in words. */
  readonly kind: string;
  readonly name: string;
  /** Whether it is a photo. */
  readonly isPicture: boolean;
  /** Whether its name alone shows nothing. */
  readonly needsFile: boolean;
}

/** The papers of the next step, and the files they may be. */
export interface AskedPapers {
  readonly asked: readonly AskedPaper[];
  /** What is kept with the plan; the photos among it. */
  readonly files: readonly Option[];
  readonly pictures: readonly Option[];
  /** Where a photo or a scan is kept with the plan. */
  readonly filesHref: string;
  /** Why they are asked for as files; empty where a name does. */
  readonly byFiles: string;
}

function PaperFields({ paper, papers, form }: { paper: AskedPaper; papers: AskedPapers; form: FormState }) {
  const { kind, name, isPicture, needsFile } = paper;
  const stored = isPicture ? papers.pictures : papers.files;
  const none: readonly Option[] = needsFile ? [] : [{ value: '', label: '没有存，只记名称' }];
  return (
    <fieldset class="short-fields">
      <legend>{name}</legend>
      {(needsFile || stored.length > 0) && (
        <Field
          form={form}
          name={`paperFiles[${kind}]`}
          label={fieldLabel('paperFiles')}
          options={[...none, ...stored]}
        />
      )}
      {!needsFile && (
        <>
          <Field form={form} name={`paperTitles[${kind}]`} label={fieldLabel('paperTitles')} />
          <Field
            form={form}
            name={`paperPlaces[${kind}]`}
            label={fieldLabel('paperPlaces')}
            hint="如 村委会档案柜2层"
          />
          <Field
            form={form}
            name={`paperPages[${kind}]`}
            label={fieldLabel('paperPages')}
            kind="number"
            unit="页"
          />
        </>
      )}
    </fieldset>
  );
}

/** What has to be there with the step, said before its button and all at once. */
export function StepPapers({ papers, form }: { papers: AskedPapers; form: FormState }) {
  const { asked, pictures, files, filesHref, byFiles } = papers;
  if (asked.length === 0) return null;
  const named = asked.map(({ name }) => name).join('、');
  const lacksPhoto = asked.some(({ isPicture }) => isPicture) && pictures.length === 0;
  const lacksScan = byFiles !== '' && files.length === 0;
  return (
    <>
      <p class={lacksPhoto || lacksScan ? 'barred' : 'note'}>
        {`这一步要有${named}。`}
        {lacksPhoto ? '现在还没有存照片，先存了照片再记。' : byFiles}
        {!lacksPhoto && byFiles === '' && '有扫描件的选存好的那份，没有的写清名称、放在哪里、几页。'}
        <a class="aside" href={filesHref}>
          存照片和扫描件
        </a>
      </p>
      {asked.map((paper) => (
        <PaperFields paper={paper} papers={papers} form={form} />
      ))}
    </>
  );
}
