import { TextByIdField, YearField } from '../../platform/http/form-fields';

/** Which year's audit file is asked for. */
export class AuditFileQuery {
  @YearField()
  year = '';
}

/** What somebody is in each village, by its id: `none`, `accountant` or `cashier`. */
export class PostsForm {
  @TextByIdField({ optional: true })
  roles: Record<string, string> = {};
}
