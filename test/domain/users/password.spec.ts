import { passwordProblems } from '../../../src/domain/users/password';

describe('a password', () => {
  const cases: [string, string, string | undefined][] = [
    ['nine signs', 'blue-crow', 'users.passwordTooShort'],
    ['ten signs', 'blue-crows', undefined],
    ['ten Chinese signs', '春江水暖鸭先知竹外桃', undefined],
    ['nine Chinese signs', '春江水暖鸭先知竹外', 'users.passwordTooShort'],
    ['two hundred signs', 'ab-3x'.repeat(40), undefined],
    ['more than two hundred', `${'ab-3x'.repeat(40)}y`, 'form.tooLong'],
    ['a mobile number', '13912345678', 'users.passwordDigits'],
    ['a birthday and more', '1985-03-07-1', 'users.passwordDigits'],
    ['one sign again and again', 'aaaaaaaaaaaa', 'users.passwordGuessed'],
    ['four signs again and again', 'abc1abc1abc1', 'users.passwordGuessed'],
    ['the user name and a year', 'zhao.lin2025', 'users.passwordOfName'],
    ['the user name in capitals', 'ZHAO.LIN-25', 'users.passwordOfName'],
    ['the user name twice', 'zhao.linzhao.lin', 'users.passwordOfName'],
    ['the name of the person', 'zhaoxiaolin99', 'users.passwordOfName'],
    ['the user name within enough of its own', 'zhao.lin-wheat-9', 'users.passwordOfName'],
    ['the user name between others', 'wheat-Zhao.Lin-barn', 'users.passwordOfName'],
    ['the name of the person between others', 'my-zhaoxiaolin-wheat', 'users.passwordOfName'],
    ['a part of the name', 'zhao-wheat-barn', undefined],
    ['what is guessed first', 'password2025', 'users.passwordGuessed'],
    ['what is guessed first, in blanks', 'pass word 12 34', 'users.passwordGuessed'],
    ['a row of keys', 'qwertyuiop12', 'users.passwordGuessed'],
    ['digits in a row with letters', 'abc1234567890', 'users.passwordGuessed'],
    ['two of them together', 'woaini5201314', 'users.passwordGuessed'],
    ['one of them and a word', 'woaini-maize-7', undefined],
  ];
  it.each(cases)('of %s', (_what, password, code) => {
    const found = passwordProblems({
      password,
      username: 'zhao.lin',
      displayName: 'Zhao Xiaolin'.replace(' ', ''),
    });
    expect(found.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
    expect(found.every(({ field, value }) => field === 'password' && value === undefined)).toBe(true);
  });

  const names: [what: string, password: string, code: string | undefined][] = [
    ['a short user name within a word', 'traveling-mice', undefined],
    ['a short user name and little else', 'lilili2025', 'users.passwordOfName'],
    ['a Chinese name between others', '春江水暖李明竹外桃花', 'users.passwordOfName'],
  ];
  it.each(names)('of li, %s', (_what, password, code) => {
    const found = passwordProblems({ password, username: 'li', displayName: '李明' });
    expect(found.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
  });
});
