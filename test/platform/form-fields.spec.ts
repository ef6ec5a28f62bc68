import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { FormProblems } from '../../src/domain/shared/problem';
import {
  ChoiceField,
  DayField,
  MonthField,
  ReasonField,
  TextField,
  TextByIdField,
} from '../../src/platform/http/form-fields';
import { readForm } from '../../src/platform/http/form-problems';

class FundRow {
  @DayField()
  paidOn: string;
}

class SampleForm {
  @TextField(5, { optional: true })
  text?: string;

  @ReasonField(30, { optional: true })
  reason?: string;

  @DayField({ optional: true })
  day?: string;

  @MonthField({ optional: true })
  month?: string;

  @ChoiceField(['one', 'two'], { optional: true })
  choice?: string;

  @TextByIdField({ optional: true })
  amounts?: Record<string, string>;

  @ValidateNested({ each: true })
  @Type(() => FundRow)
  funds: FundRow[] = [];
}

class StrictForm {
  @DayField()
  day: string;

  @MonthField()
  month: string;
}

describe('a field of a form', () => {
  const accepted: [string, object][] = [
    ['a rare character and a joined one', { text: '\u{20bb7}a\u200d\ufe0f' }],
    ['nothing, where all is optional', {}],
    ['a short text with a line end', { text: 'a\nb' }],
    ['rare characters of names', { text: '𠮷㛃' }],
    ['a day that exists', { day: '2024-02-29' }],
    ['amounts by id', { amounts: { a: '1.00', b: '0' } }],
    ['rows', { funds: [{ paidOn: '2025-07-11' }] }],
  ];
  it.each(accepted)('takes %s', async (_what, body) => {
    await expect(readForm(SampleForm, body)).resolves.toMatchObject(body);
  });

  it('brings full-width digits and blanks around a day to the usual form', async () => {
    const typed = { day: ' ２０２５－０７－１１\u3000', month: '２０２５-07' };
    await expect(readForm(SampleForm, typed)).resolves.toMatchObject({ day: '2025-07-11', month: '2025-07' });
  });

  it.each(['2025-7-1', '2025/7/1', '2025.7.1', '2025年7月1日', '20250701'])(
    'reads the day %s',
    async (day) => {
      await expect(readForm(SampleForm, { day })).resolves.toMatchObject({ day: '2025-07-01' });
    },
  );

  it.each(['2025-7', '2025/07', '2025年7月', '202507'])('reads the month %s', async (month) => {
    await expect(readForm(SampleForm, { month })).resolves.toMatchObject({ month: '2025-07' });
  });

  const refused: [string, object, string[]][] = [
    ['a long text', { text: 'abcdef' }, ['text form.tooLong']],
    ['a number of a person', { reason: '电话13812345678' }, ['reason form.privateNumber']],
    ['a control character', { text: 'a\u0000' }, ['text form.controlCharacters']],
    ['a mark that turns a name round', { text: 'a\u202eb' }, ['text form.controlCharacters']],
    ['a blank nobody sees', { text: 'a\u200bb' }, ['text form.controlCharacters']],
    ['half a character', { text: 'a\ud842' }, ['text form.controlCharacters']],
    ['an unseen mark under an id', { amounts: { a: '1\u200b' } }, ['amounts form.invalid']],
    ['a day that does not exist', { day: '2025-02-29' }, ['day calendar.notADay']],
    ['a month that does not exist', { month: '2025-13' }, ['month calendar.notAMonth']],
    ['a day where a month belongs', { month: '2025/7/1' }, ['month calendar.notAMonth']],
    ['a choice not offered', { choice: 'three' }, ['choice form.notAllowed']],
    ['a list where amounts by id belong', { amounts: ['1'] }, ['amounts form.invalid']],
    ['a field nobody asked for', { other: '1' }, ['other form.unknownField']],
    [
      'a row, by its place',
      { funds: [{ paidOn: '2025-07-11' }, { paidOn: 'x' }] },
      ['funds.1.paidOn calendar.notADay'],
    ],
    ['several at once', { day: 'x', month: 'y' }, ['day calendar.notADay', 'month calendar.notAMonth']],
  ];
  it.each(refused)('refuses %s', async (_what, body, expected) => {
    expect(await problemsOf(SampleForm, body)).toEqual(expected);
  });

  it('says what is missing rather than what is wrong with nothing', async () => {
    expect(await problemsOf(StrictForm, {})).toEqual(['day form.missing', 'month form.missing']);
  });
});

async function problemsOf(form: new () => object, body: object): Promise<string[]> {
  try {
    await readForm(form, body);
  } catch (error) {
    if (error instanceof FormProblems) return error.problems.map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
  return [];
}

it('does not say a number of a person again', async () => {
  const refused = await readForm(SampleForm, { reason: '电话13812345678' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FormProblems);
  expect(JSON.stringify((refused as FormProblems).problems)).not.toContain('1381234');
});

class LogInForm {
  @TextField(5)
  currentPassword: string;
}

it('does not say a password again, but by how much it is too long', async () => {
  const refused = await readForm(LogInForm, { currentPassword: 'maize-road' }).catch(
    (error: unknown) => error,
  );
  expect((refused as FormProblems).problems).toEqual([
    { code: 'form.tooLong', field: 'currentPassword', facts: { max: 5 } },
  ]);
});
