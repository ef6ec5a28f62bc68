import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AnswerForm, ObjectionForm } from '../../domain/notices/objection';
import { IdField, TextField, TypedDayField } from '../../platform/http/form-fields';

const MOST_WORDS = 500;

/** What anybody says of a sheet on its public page. */
export class PublicObjectionForm implements ObjectionForm {
  @TextField(MOST_WORDS)
  objectionWords: string = '';

  @TextField(30)
  objectionPhone: string = '';
}

/** An objection that came to the office: by telephone, on paper, at the door. */
export class NoticeObjectionForm implements ObjectionForm {
  /** The sheet it is to. */
  @ApiProperty()
  @IdField()
  noticeId: string = '';

  /** The day it came in; the days for its answer run from the next. */
  @ApiProperty()
  @TypedDayField()
  objectedOn: string = '';

  /** What was said, without anybody's number. For the office alone. */
  @ApiProperty()
  @TextField(MOST_WORDS)
  objectionWords: string = '';

  /** Where who said it wants to be called back; sealed. */
  @ApiPropertyOptional()
  @TextField(30)
  objectionPhone: string = '';
}

/** The answer to an objection. All of it is for everyone. */
export class ObjectionAnswerForm implements AnswerForm {
  /** What it is about, in the office's words. */
  @ApiProperty()
  @TextField(60)
  objectionGist: string = '';

  /** The answer. */
  @ApiProperty()
  @TextField(300)
  objectionAnswer: string = '';
}

/** What the public page of objections is asked: the number just given. */
export class TakenQuery {
  @TextField(6, { optional: true })
  taken?: string;
}
