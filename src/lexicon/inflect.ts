/** Regular English verb forms, for tables that list only what is irregular. */

/** The base form, third person, -ing and past of a regular verb, in that order. Lower case. */
export function regularForms(verb: string): string[] {
  const isSibilant = /(?:s|x|z|ch|sh)$/.test(verb);
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${verb}ing`, `${stem}ied`];
  }
  if (verb.endsWith('e'))
    return [verb, `${verb}s`, /[eo]e$/.test(verb) ? `${verb}ing` : `${verb.slice(0, -1)}ing`, `${verb}d`];
  return [verb, `${verb}${isSibilant ? 'es' : 's'}`, `${verb}ing`, `${verb}ed`];
}
