/** The larger place printed after a smaller one: "Springfield, Ohio", "Cairns, in Queensland", "Dover (Del.)". */

/** What may stand between the two: a comma, brackets, "in". Offsets continue right after it. */
const LINK =
  /^(?:\s?,\s{1,3}(?:in |near )?(?:the (?:southern|northern|eastern|western|central) )?|\s\(|\sin (?:the )?)/;
/** Up to four capitalised words, or an abbreviation with stops. */
const NAME =
  /^(?:(?:[A-Z]\.){2,3}|D\.C\.|[A-Z]\.[A-Z][a-z]+\.|[A-Z]{2,3}\b|[A-Z][\p{L}’'-]+\.?(?: (?:of |and )?[A-Z][\p{L}’'-]+){0,3})/u;
/** The longest stretch that is looked at. */
const REACH = 80;

/** The name of the larger place after offset `end`, as printed, or null. `isContainer` says which names are larger places. */
export function containerAfter(
  text: string,
  end: number,
  isContainer: (name: string) => boolean,
): string | null {
  const after = text.slice(end, end + REACH);
  const link = LINK.exec(after);
  if (link === null) return null;
  const name = NAME.exec(after.slice(link[0].length))?.[0];
  if (name === undefined) return null;
  const words = name.split(' ');
  // "Texas Governor" is Texas; the longest name comes first, so that "New York" is no "New".
  for (let count = words.length; count > 0; count -= 1) {
    const shorter = words.slice(0, count).join(' ');
    if (isContainer(shorter)) return shorter;
    const bare = shorter.replace(/['’]s$|\.$/, '');
    if (bare !== shorter && isContainer(bare)) return bare;
  }
  return null;
}
