/** A line as lexicons of phrases see it. */

/** Lower case, straight quotation marks, single blanks, and no marks or brackets at either end. */
export function foldedLine(line: string): string {
  return line
    .normalize('NFC')
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\s\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/ ?([–—-]) /g, ' - ')
    .replace(/^[\s*_#>•·|~–—([{"“”«»'=►▶→-]+(?!20\d\d)/u, '')
    .replace(/[\s*_.…!)\]}"“”«»|~=–—►▶→-]+$/u, '');
}
