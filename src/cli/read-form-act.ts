import type { Section } from '../domain/shared/file-reader';
import { FundEntryForm } from '../features/assets/assets.forms';
import { AcceptedAssetEntryForm } from '../features/assets/construction.forms';
import type { Act } from './case-file';
import { FORMS, type FormAct, type FormVerb, type TypedForm } from './form-act';

/** Fields of several lines: a list in the file. */
const OF_LINES = ['meterLines', 'papers', 'rosterLines', 'labourRows', 'aidRows', 'shareLines'];

/** The verbs that fill a page's form: its fields are the file's keys, `kept_due_on` for `keptDueOn`. */
export const FORM_VERBS: Readonly<Record<string, (of: Section) => FormAct>> = Object.fromEntries(
  Object.keys(FORMS)
    .filter(isFormVerb)
    .map((verb) => [verb, (of: Section) => readForm(verb, of)]),
);

/** Whether an act is one of these. */
export function isFormAct(act: Act): act is FormAct {
  return isFormVerb(act.verb);
}

function isFormVerb(verb: string): verb is FormVerb {
  return Object.hasOwn(FORMS, verb);
}

function readForm(verb: FormVerb, of: Section): FormAct {
  const { form, day } = FORMS[verb];
  const named = (key: string): string | undefined => of.optionalText(key);
  const becomes = verb === 'project_act' ? of.optionalSection('becomes') : undefined;
  return {
    ...{ verb, typed: readFields(new form(), of, [day, 'assetId', 'aboutId']), asset: named('asset') },
    ...{ lease: named('lease'), project: named('project'), line: named('of_line'), about: named('about') },
    ...{ post: named('post'), work: named('work'), ofPlan: named('of_plan'), ofUse: named('of_use') },
    becomes: becomes === undefined ? undefined : readAccepted(becomes),
  };
}

/** The fields of a form as a mapping says them; what it leaves out is blank. @param others said elsewhere */
function readFields(blank: object, of: Section, others: readonly (string | undefined)[]): TypedForm {
  const typed: [string, TypedForm[string]][] = [];
  for (const [field, value] of Object.entries(blank)) {
    const key = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (others.includes(field) || value === undefined) continue;
    if (typeof value !== 'string')
      typed.push([field, Object.fromEntries(of.optionalSection(key)?.texts() ?? [])]);
    else if (OF_LINES.includes(field)) typed.push([field, of.lines(key).join('\n')]);
    else typed.push([field, of.optionalText(key) ?? '']);
  }
  return Object.fromEntries(typed);
}

function readAccepted(of: Section): AcceptedAssetEntryForm {
  const asset = new AcceptedAssetEntryForm();
  const funds = of
    .list('funds')
    .map((fund) => Object.assign(new FundEntryForm(), readFields(new FundEntryForm(), fund, [])));
  const said = Object.entries(readFields(asset, of, ['funds'])).filter(([, text]) => text !== '');
  return Object.assign(asset, Object.fromEntries(said), { funds });
}
