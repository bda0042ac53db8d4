/** What TypeScript says of a syntax error. Other languages have it from TypeScript's own files. */
export const compiler = {
  /**
   * @param english as TypeScript says it
   * @param key the name of the message in TypeScript's files, such as `_0_expected_1005`
   * @param values what stands for `{0}`, `{1}`, … in it
   */
  complaint: (english: string, _key: string, _values: readonly string[]): string => english,
};
