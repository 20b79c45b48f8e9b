/** Tags as they are typed, with commas between them: each once, in their order. */
export const tagsOfText = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];
