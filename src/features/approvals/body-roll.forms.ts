import type { BodySizeForm } from '../../domain/approvals/body-roll';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** Of how many people a body is, as it is typed. */
export class BodySizeEntryForm implements BodySizeForm {
  /** Code of the body, as in a route: `members_representatives_assembly`, `party_members`. */
  @TextField(40)
  rolledBody: string = '';

  /** Whole people on its roll. */
  @TextField(10)
  rollSize: string = '';

  /** The first day on which it holds: today or before. */
  @TypedDayField()
  rollFrom: string = '';

  /** The roll: its title or number. */
  @TextField(200)
  rollPaper: string = '';
}
