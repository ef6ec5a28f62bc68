import { YearField } from '../../platform/http/form-fields';

/** Which year's audit file is asked for. */
export class AuditFileQuery {
  @YearField()
  year = '';
}
