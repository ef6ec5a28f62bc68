import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isCalendarDay, isMonth, readDayText, readMonthText } from '../../domain/calendar/calendar-day';
import { KEY_PATTERN } from './command-key';
import { halfWidth } from '../../domain/shared/half-width';
import { hasPrivateNumber } from '../../domain/shared/private-number';

const LONGEST_OF_TEXTS = 500;

/** Tabs and line ends are allowed, people paste; and the joiner that composed characters are made with. */
const VISIBLE_TEXT = /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\t\r\n\u200D])*$/u;

/** Whether a field may be left out. */
export interface FieldOptions {
  readonly optional?: boolean;
}

/**
 * A text of at most so many characters, without control characters, marks that cannot be seen (they can
 * turn a name round) and torn characters. Problems `form.tooLong`, `form.controlCharacters`.
 */
export function TextField(max: number, { optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...required(optional),
    Matches(VISIBLE_TEXT, { message: 'form.controlCharacters' }),
    MaxLength(max, { context: { max } }),
  );
}

/** Rows pasted from a spreadsheet; a cell that cannot be read is told by its name. Problem `form.tooLong`. */
export function PastedField(): PropertyDecorator {
  return applyDecorators(...required(true), MaxLength(PASTED_AT_MOST, { context: { max: PASTED_AT_MOST } }));
}

/** Characters of a pasted table. */
const PASTED_AT_MOST = 2_000_000;

/**
 * Why something is done, in a text that stays on record: with no number of a person. Problems as of
 * {@link TextField}, `form.privateNumber`.
 */
export function ReasonField(max: number, options: FieldOptions = {}): PropertyDecorator {
  const isPlain = (value: unknown): boolean => typeof value !== 'string' || !hasPrivateNumber(value);
  return applyDecorators(TextField(max, options), holdsFor('form.privateNumber', isPlain));
}

/**
 * A day or month as typed, which the step that knows its rules reads; however people part it, it is brought
 * to the usual form first (`2025-7-1`, `2025/7/1`, `2025.7.1`, with the Chinese signs).
 */
export function TypedDayField(): PropertyDecorator {
  return applyDecorators(TextField(20), Transform(inUsualForm));
}

/** A calendar day, `2025-07-11`, that exists. Problem `calendar.notADay`. */
export function DayField({ optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(optional === true ? absentWhereBlank : inUsualForm),
    holds('calendar.notADay', isCalendarDay),
    ...required(optional),
  );
}

/** A month, `2025-07`. Problem `calendar.notAMonth`. */
export function MonthField({ optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(Transform(inUsualForm), holds('calendar.notAMonth', isMonth), ...required(optional));
}

/** A year as text, for example `2025`. Problem `calendar.notAYear`. */
export function YearField(): PropertyDecorator {
  return applyDecorators(
    holds('calendar.notAYear', (text) => /^\d{4}$/.test(text)),
    ...required(false),
  );
}

/** One of a list. Problem `form.notAllowed`. */
export function ChoiceField(allowed: readonly string[], { optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsIn([...allowed], { context: { allowed: allowed.join(', ') } }),
    ...required(optional),
  );
}

/** An id of this program. Problem `form.invalid`. */
export function IdField({ optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(Matches(/^[\w.:-]{1,100}$/, { message: 'form.invalid' }), ...required(optional));
}

/** The key of a command, as its header carries it. Problem `form.notAKey`. */
export function KeyField(): PropertyDecorator {
  return applyDecorators(Matches(KEY_PATTERN, { message: 'form.notAKey' }), ...required(false));
}

/**
 * Short texts by the id of what they are for, `amounts[<id>]`; the step that knows the ids reads
 * them. Problem
 * `form.invalid`.
 */
export function TextByIdField({ optional }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(holdsFor('form.invalid', isTextById), ...(optional === true ? [IsOptional()] : []));
}

/** The same of one that may be left out: a program that sends it blank leaves it out. */
function absentWhereBlank(given: { value: unknown }): unknown {
  const day = inUsualForm(given);
  return day === '' ? undefined : day;
}

/** A day or month as people part it, brought to the usual form; what is neither stays as it was typed. */
function inUsualForm({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  return readDayText(value) ?? readMonthText(value) ?? halfWidth(value).trim();
}

/** Texts by a key: sentences by the check that asks for one, numbers by their id. Problem `form.invalid`. */
export function TextsField(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } }),
    holdsFor('form.invalid', areTexts),
  );
}

function required(optional: boolean | undefined): PropertyDecorator[] {
  return [IsString(), ...(optional === true ? [IsOptional()] : [])];
}

function holds(code: string, test: (text: string) => boolean): PropertyDecorator {
  return holdsFor(code, (value) => typeof value === 'string' && test(value));
}

function holdsFor(code: string, test: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name: code, validator: { validate: test, defaultMessage: () => code } });
}

function isTextById(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isShortText);
}

function isShortText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= 64 && VISIBLE_TEXT.test(text);
}

function areTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string' && text.length <= LONGEST_OF_TEXTS);
}
