import { TextField } from '../../platform/http/form-fields';

/** What is looked for, as typed. */
export class SearchForm {
  @TextField(60)
  sought: string = '';
}
