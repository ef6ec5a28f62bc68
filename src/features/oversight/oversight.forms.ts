import { TextField } from '../../platform/http/form-fields';

/** Which year's audit file is asked for. */
export class AuditFileQuery {
  @TextField(4)
  year = '';
}
