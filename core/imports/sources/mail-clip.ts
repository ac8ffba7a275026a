// As much of a text as the book takes.

/** The beginning of a text in UTF-16 units, with no half of a surrogate pair at its end, without surrounding space. */
export const clipText = (text: string, longest: number) => {
  const bare = text.trim();
  return bare.length <= longest
    ? bare
    : bare
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trim();
};
