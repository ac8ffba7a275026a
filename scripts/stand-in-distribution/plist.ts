// Apple's property lists, as far as a bundle's Info.plist needs them: a dictionary of strings.

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The XML form of a dictionary of strings. */
export function plist(entries: Readonly<Record<string, string>>): string {
  const members = Object.entries(entries).map(
    ([key, value]) => `<key>${escaped(key)}</key><string>${escaped(value)}</string>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">' +
    `<plist version="1.0"><dict>${members.join('')}</dict></plist>\n`
  );
}
