import { shortText } from '../../src/platform/views/short-name';

describe('a long name in a narrow place', () => {
  it.each([
    { name: '石桥电站', most: 8, short: '石桥电站' },
    { name: '一二三四五六七八九十甲乙', most: 12, short: '一二三四五六七八九十甲乙' },
    { name: '一二三四五六七八九十甲乙丙', most: 12, short: '一二三四五六…九十甲乙丙' },
    { name: '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', most: 7, short: '𠮷…𠮷𠮷𠮷𠮷𠮷' },
  ])('keeps its beginning and its end: $name', ({ name, most, short }) => {
    expect(shortText(name, most)).toBe(short);
    expect([...shortText(name, most)].length).toBeLessThanOrEqual(most);
  });
});
